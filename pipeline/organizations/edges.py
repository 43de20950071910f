"""Where a name begins and ends around its head noun: the capitalized words in front, the complements behind.

    Russian Federal  [Service]  for Military-Technical Cooperation
    left edge                                          right edge

All functions take and return indices into the tokens of one line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.organizations import lexicon
from pipeline.organizations.scan import Hit, Scan

# Nouns that name a field of policy or study by their form ("Accounting and Control").
FIELD = re.compile(r"(?:tion|sion|ment|ing|ity|ics|ture|ance|ence|logy|graphy|ship|als|[rtdgc]ies)$")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")  # "U.S. 5th Fleet"
# Behind these a field of policy goes on ("National Liberation").
ADJECTIVE = re.compile(r"(?:al|ive|ic|ary|ern|eign|ear|ble|ist|ous|ful|less|ant|(?<!m)ent)$")
PREFIXES = frozenset({"e", "non", "anti"})  # "Ministry of e-Governance"
OF_PLACE = frozenset({"Port", "Bank", "University", "Airport"})
NUMBERS = frozenset({"two", "three", "four", "five"})
SIZES = frozenset({"small", "micro", "medium", "higher", "fine", "public", "mass"})  # adjectives that do not look it
RANKS = frozenset({"national", "federal", "state", "international", "central", "royal", "imperial", "european"})
PLURAL = re.compile(r"[^isu]s$")
ARTICLES = frozenset({"the", "The", "THE"})
POSSESSIVES = frozenset({"our", "its", "their", "his", "her", "my", "'s"})
HYPHENS = frozenset({"-", "–", "‑"})
LONGEST = 12  # tokens in front of a head; more are a heading, not a name


def left_edge(scan: Scan, index: int, lowercase: Collection[str], *, coordinate: bool = False) -> int:
    """Return where the capitalized words in front of the token at `index` begin.

    With `coordinate`, two nations joined by "and" are taken together ("Russian and Armenian").
    """
    start = index
    while index - start < LONGEST:
        step = _step_left(scan, start, index, lowercase, coordinate=coordinate)
        if step == start:
            return start
        start = step
    return start


def _step_left(scan: Scan, start: int, head: int, lowercase: Collection[str], *, coordinate: bool) -> int:
    line, before = scan.line, scan.line.at(start - 1)
    hit = scan.hit(start - 1)
    if hit is not None and hit.end == start and (hit.is_nation or hit.listed or hit.place):
        return hit.start
    if before.text in HYPHENS and line.glued(start) and line.glued(start - 1) and start >= 2:
        return start - 2 if _joins(line.at(start - 2).text) else start
    if before.text == "of" and start < head and line.at(start - 2).text in OF_PLACE:
        return start - 2 if scan.hit(start) is not None else start  # "Port of Oslo Authority"
    if before.text == "/" and line.glued(start) and line.glued(start - 1):
        partner = scan.hit(start - 2)
        is_company = partner is not None and partner.listed is not None and partner.listed.category == "company"
        return partner.start if partner is not None and is_company else start
    if before.text in ("'s", "'", "’"):
        owner = line.at(start - 2)
        is_own = owner.lower in lexicon.words().possessors and (owner.is_name or before.text != "'s")
        return start - 2 if is_own else start
    if before.text in ("and", "&"):
        return _step_over_and(scan, start, coordinate=coordinate)
    if before.text == "," and any(line.at(index).text == "and" for index in range(start, head)):
        return start - 2 if {line.at(start - 2).lower, line.at(start).lower} <= lexicon.words().portfolio else start
    if before.is_name and not _is_stop(scan, start - 1, lowercase):
        return start - 1
    if ORDINAL.fullmatch(before.text):
        return start - 1
    return start


def _step_over_and(scan: Scan, start: int, *, coordinate: bool) -> int:
    """Step over "and" between two fields ("Food and Drug Administration") or two nations of a plural head."""
    line, portfolio = scan.line, lexicon.words().portfolio
    left, right = line.at(start - 2), line.at(start)
    if left.is_name and left.lower in portfolio and right.lower in portfolio:
        return start - 2
    if left.is_name and _is_adjective(scan, start - 2) and _is_adjective(scan, start) and not is_head(scan, start - 2):
        return start - 2  # "Vocational and Technical"
    if line.at(start - 1).text == "&" and left.is_name and right.is_name:
        return start - 2
    nation = scan.nation(start - 2)
    if coordinate and nation is not None and scan.nation(start) is not None:
        return nation.start
    return _over_two_fields(scan, start)


def _over_two_fields(scan: Scan, start: int) -> int:
    """Step over "and" between two words that nothing else explains: "the Ports and Harbours Authority".

    They are one name if an article or a nation stands in front of both, and neither is a name of its own.
    """
    line, begin = scan.line, start - 1
    while _is_plain(scan, begin - 1) and start - begin < 4:
        begin -= 1
    nation = scan.nation(begin - 1)
    is_introduced = line.at(begin - 1).text in ARTICLES | POSSESSIVES or nation is not None
    if begin == start - 1 or not is_introduced or scan.hit(start) is not None or line.at(start).text.isupper():
        return start
    return start if line.at(begin).text.isupper() else begin


def _is_plain(scan: Scan, index: int) -> bool:
    """Tell whether a capitalized word is no name by itself, no head and no word that ends a name."""
    token = scan.line.at(index)
    is_word = token.is_name and token.text not in lexicon.heads() and token.lower not in lexicon.words().stops
    return is_word and scan.hit(index) is None


def _joins(prefix: str) -> bool:
    """Tell whether what stands in front of a hyphen belongs to a name ("Anti-", "al-", not "ex-")."""
    return prefix[0].isupper() or prefix.lower() in ("al", "el", "inter", "non")


def _is_stop(scan: Scan, index: int, lowercase: Collection[str]) -> bool:
    token, vocabulary = scan.line.at(index), lexicon.words()
    if token.lower in vocabulary.stops or token.text in vocabulary.person_titles:
        is_number = token.lower in NUMBERS and scan.line.at(index - 1).is_name  # "China Three Gorges Corporation"
        is_trade = token.text == "Exchange" and is_head(scan, index + 1)
        return not (token.lower == "general" or is_number or is_trade)
    if token.lower in vocabulary.offices and token.lower not in ("general", "presidential", "chiefs"):
        # "Traditional Leaders Association", but not "Prime Ministers, the Association".
        return not (token.lower.endswith("s") and scan.line.at(index + 1).text in lexicon.heads())
    if index == scan.text_start and token.lower.endswith("ly"):
        return True  # an adverb begins the sentence
    if index != scan.text_start or token.lower not in lowercase:
        return False
    return token.lower not in vocabulary.portfolio | lexicon.weak_modifiers()


def right_edge(
    scan: Scan, index: int, prepositions: Collection[str], lowercase: Collection[str], *, is_plural: bool
) -> int:
    """Return where the complements behind a head end that begin at the token `index`."""
    end = index
    whole = scan.hit(index - 1)
    if whole is not None and whole.listed is not None and whole.end > index:
        return whole.end  # the head is a part of a listed name: "Council of the European Union | Approves"
    fold = str.lower if scan.line.is_upper else str
    while fold(scan.line.at(end).text) in prepositions:
        begin = end + 1 + (scan.line.at(end + 1).text in ARTICLES)
        behind = _without_person(scan, begin, _noun_phrase(scan, begin))
        # "on Tuesday", and what a bank gives to somebody: "Bank of Peru | for Atlas Group"
        needs_field = scan.line.at(end).lower == "on" or (end > index and scan.line.at(end).lower == "for")
        if behind == begin or (needs_field and not is_field(scan, behind)) or _is_subject(scan, end, behind):
            break
        end = _coordinated(scan, (begin, behind), scan.line.at(end).lower, lowercase, is_plural=is_plural)
        prepositions = {"of", "for", "on"} & set(prepositions) | {"of"}
    return end


def _is_subject(scan: Scan, preposition: int, behind: int) -> bool:
    """Tell whether an agreement is for what follows, not its party: "the Fjord Agency | for Cooperation in"."""
    line = scan.line
    is_cooperation = behind == preposition + 2 and line.at(preposition + 1).lower in ("cooperation", "co-operation")
    return is_cooperation and line.at(preposition).lower in ("for", "on") and line.at(behind).lower in ("in", "on")


def _noun_phrase(scan: Scan, begin: int) -> int:
    """Return the end of the capitalized words that begin at `begin`; a state's name ends them."""
    index, line, vocabulary = begin, scan.line, lexicon.words()
    while True:
        hit, token = scan.hit(index), line.at(index)
        if hit is not None and hit.start == index and not hit.is_blocked:
            if hit.listed is not None and index > begin:
                return index
            index = hit.end
            if _ends_name(scan, hit) and not is_head(scan, index):
                return index
        elif token.is_name and token.lower not in vocabulary.stops and token.text not in ARTICLES:
            if token.text in vocabulary.person_titles and token.text != "General":
                return index
            index += 1
        elif token.text in PREFIXES and line.at(index + 1).text == "-" and line.at(index + 2).is_name:
            index += 3
        elif index > begin and token.text == "'s" and line.at(index - 1).lower in vocabulary.possessors:
            index += 1
        else:
            return index
        if line.at(index).text == "-" and line.glued(index) and line.glued(index + 1):
            index += 2


def _without_person(scan: Scan, begin: int, end: int) -> int:
    """Cut the name of a person off a field of policy: "Ministry of Health | Klaus Schmidt"."""
    tokens, portfolio = scan.tokens, lexicon.words().portfolio
    if end - begin < 2 or tokens[begin].lower not in portfolio:
        return end
    last = max(index for index in range(begin, end) if tokens[index].lower in portfolio)
    rest = range(last + 1, end)
    if (
        len(rest) < 2
        or ADJECTIVE.search(tokens[last].text)
        or any(scan.hit(index) or tokens[index].text in lexicon.heads() for index in rest)
    ):
        return end
    return last + 1


def _ends_name(scan: Scan, hit: Hit) -> bool:
    """Tell whether a table's name ends a complement: a state's; in capitals, where verbs look like names, a town's."""
    is_town = hit.place is not None or any(form.kind == "capital" for form in hit.forms)
    return bool(hit.listed) or any(form.kind == "name" for form in hit.forms) or (scan.line.is_upper and is_town)


def _coordinated(
    scan: Scan, first: tuple[int, int], preposition: str, lowercase: Collection[str], *, is_plural: bool
) -> int:
    """Extend a complement over ", X and Y" and "and Y", as often as they belong to it."""
    line, (begin, end) = scan.line, first
    second = end
    while line.at(second).text == "," and is_field(scan, second):
        third = _noun_phrase(scan, second + 1)
        if third == second + 1 or not is_field(scan, third):
            break
        begin, second = second + 1, third
    if line.at(second).text == "," and line.at(second + 1).lower == "and":
        second += 1
    if line.at(second).lower not in ("and", "&"):
        return end
    after = second + 1
    if line.at(after).lower == preposition and is_plural:
        after += 1
    after += line.at(after).text in ARTICLES and is_plural
    last = _without_person(scan, after, _noun_phrase(scan, after))
    if last == after or (is_head(scan, after) and line.at(after + 1).lower in ("of", "for", "on")):
        return end
    if is_plural and scan.nation(begin) is not None and scan.nation(after) is not None:
        return last
    last = _without_place(scan, after, last)
    if not _is_partner(scan, (begin, end), (after, last), lowercase):
        return end
    return _coordinated(scan, (after, last), preposition, lowercase, is_plural=is_plural)


def _is_partner(scan: Scan, left: tuple[int, int], right: tuple[int, int], lowercase: Collection[str]) -> bool:
    """Tell whether what stands behind "and" goes on the complement in front of it, and is no name of its own.

    It does if its last word is a field ("of Silk and Design"), if only adjectives stand in front of "and" ("of
    Small and Medium Enterprises"), and if it is a common noun behind a field ("of Trade and Startups").
    """
    line, end, (after, last) = scan.line, left[1], right
    if is_field(scan, last):
        is_common = scan.hit(end - 1) is None and not is_head(scan, end - 1)
        return (is_common or is_field(scan, end)) and not _is_title(scan, last)
    if _is_dangling(scan, left):
        return last - after > 1 and scan.hit(after) is None and not is_head(scan, last - 1)
    if not is_field(scan, end) or line.at(last).is_name:
        return False
    if any(scan.hit(index) or is_head(scan, index) for index in range(after, last)):
        return False
    noun = line.at(last - 1).lower
    if line.at(after).lower in RANKS:
        return False  # "of Energy and National Labs"
    is_common = noun in lowercase or (PLURAL.search(noun) is not None and noun not in lexicon.peoples())
    qualified = all(_is_adjective(scan, index) or is_field(scan, index + 1) for index in range(after, last - 1))
    return is_common and qualified


def _is_dangling(scan: Scan, span: tuple[int, int]) -> bool:
    """Tell whether the span is nothing but adjectives, which want a noun."""
    return all(_is_adjective(scan, index) for index in range(*span))


def _is_adjective(scan: Scan, index: int) -> bool:
    """Tell whether a word looks like an adjective and is no name by itself."""
    token = scan.line.at(index)
    return scan.hit(index) is None and (token.lower in SIZES or ADJECTIVE.search(token.lower) is not None)


def _is_title(scan: Scan, index: int) -> bool:
    """Tell whether the title of a person stands there, to whom the field in front belongs."""
    return scan.line.at(index).text in lexicon.words().person_titles


def _without_place(scan: Scan, begin: int, end: int) -> int:
    """Cut the seat off a field of study: "Institute of Silk and Design | Lahore"."""
    hit = scan.hit(end - 1)
    is_seat = hit is not None and hit.place is not None and hit.start > begin
    return hit.start if hit is not None and is_seat and is_field(scan, hit.start) else end


def is_head(scan: Scan, index: int) -> bool:
    """Tell whether a head noun of organizations stands there."""
    fold = str.capitalize if scan.line.is_upper else str
    return fold(scan.line.at(index).text) in lexicon.heads()


def is_field(scan: Scan, end: int) -> bool:
    """Tell whether the words are a field of policy, and not the name of another organization."""
    last = scan.line.at(end - 1)
    if scan.hit(end - 1) is not None:
        return False
    if not {last.lower, last.lower.removesuffix("s")}.isdisjoint(lexicon.words().portfolio):
        return True
    return FIELD.search(last.lower) is not None and not is_head(scan, end - 1)
