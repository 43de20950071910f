"""Companies that no table knows, by what stands around their names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.edges import is_field, left_edge
from pipeline.organizations.scan import Scan

QUOTES = frozenset("\"“”«»'’")
FRENCH = frozenset({"Union", "Office", "Centre", "Service", "Mission", "Commission", "Front", "Parti", "Assemblée"})
LONGEST_FOREIGN = 9  # words of a name in another language
OF_AIR = frozenset({"name", "capital"})  # "Air Samoa", "Air Astana"
ARTS = frozenset(
    {"film", "movie", "record", "music", "television", "theatre", "executive"}
)  # their producers are people
APPOSITION_GAP = 5  # words between a comma and the noun: "X, Russia's largest state oil company"


def find_companies(scan: Scan, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield companies by legal form, by a noun in front or in apposition, and carriers called Air + country."""
    signs = _signs()
    for index, token in enumerate(scan.tokens):
        if token.text in signs:
            yield from _by_form(scan, index, lowercase)
            yield from _by_noun(scan, index, lowercase)


@cache
def _signs() -> frozenset[str]:
    """Return all words that can give a company away."""
    words = lexicon.words()
    in_name = words.company_suffixes | words.company_prefixes | words.agency_words | words.foreign_heads | FRENCH
    beside = words.company_nouns | words.body_nouns.keys() | words.company_roles
    return in_name | beside | {"Air", "Bank", "&", "news"}


def _by_form(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield what a word at `index` makes a company by standing in its name."""
    token, vocabulary = scan.tokens[index], lexicon.words()
    is_name = token.is_name or scan.line.at(index - 1).is_name  # "Kestrel plc"
    if token.text in vocabulary.company_suffixes and is_name and scan.line.at(index + 1).text != "-":
        yield from _before_suffix(scan, index, lowercase)
    elif token.text in vocabulary.company_prefixes:
        yield from _behind(scan, index, index + 1, "company-prefix")
    elif token.text == "Air":
        yield from _air(scan, index)
    elif token.text == "Bank" and scan.line.at(index + 1).is_name and scan.hit(index) is None:
        yield from _bank(scan, index)
    elif token.text == "&":
        yield from _joined(scan, index, lowercase)
    elif token.text in vocabulary.agency_words:
        yield from _with_state(scan, index)
    if token.text in vocabulary.foreign_heads or _is_french(scan, index):
        yield from _foreign(scan, index)


def _by_noun(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield the company that the noun at `index`, which is no part of its name, stands beside."""
    token, vocabulary = scan.tokens[index], lexicon.words()
    if token.text in vocabulary.company_nouns or token.text in vocabulary.body_nouns:
        category = vocabulary.body_nouns.get(token.text, "company")
        found = [*_behind_noun(scan, index), *_before_apposition(scan, index, lowercase)]
        yield from (replace(candidate, category=category) for candidate in found)
    elif token.text in vocabulary.company_roles:
        yield from _behind_role(scan, index)
    elif token.text == "news" and scan.line.at(index + 1).text == "agency":
        yield from _before_news(scan, index, lowercase)


def _before_suffix(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    comma = scan.line.at(index - 1).text == ","
    start = _over_initials(scan, left_edge(scan, index - comma, lowercase))
    end = _form_end(scan, index)
    if start < index - comma:
        yield _company(scan, start, end, "company-legal-form")


def _form_end(scan: Scan, index: int) -> int:
    """Return the end of a legal form that begins at `index`: "Pte. Ltd.", "Co., Ltd.", "S.A. de C.V."."""
    suffixes, end = lexicon.words().company_suffixes, index + 1
    while True:
        mark = scan.line.at(end).text
        behind = end + (mark == ".")
        behind += scan.line.at(behind).text == "," and scan.line.at(end - 1).text in ("Co", "Co.")
        if scan.line.at(behind).text in suffixes:
            end = behind + 1
        elif mark == "de" and scan.line.at(end + 1).text in ("C.V.", "CV"):
            end += 2
        else:
            break
    if scan.line.at(end).text == "." and scan.tokens[end - 1].text in lexicon.words().abbreviated:
        following = scan.line.at(end + 1)
        end += bool(following.text) and not following.is_name
    return end


def _over_initials(scan: Scan, start: int) -> int:
    """Take in the initials of who gave a company his name: "J. F." Otero & Cie."""
    while scan.line.at(start - 1).text == "." and len(scan.line.at(start - 2).text) == 1 and scan.line.glued(start - 1):
        start -= 2
    return start


def _behind(scan: Scan, first: int, begin: int, rule: str) -> Iterator[Candidate]:
    """Yield the capitalized words that begin at `begin`, quotation marks skipped."""
    begin += scan.line.at(begin).text in QUOTES
    end = begin
    while _is_name_word(scan, end):
        end += 1
        if scan.line.at(end).text in ("-", "&") and scan.line.at(end + 1).is_name:
            end += 1
    if end > begin:
        yield _company(scan, first if rule == "company-prefix" else begin, end, rule)


def _is_name_word(scan: Scan, index: int) -> bool:
    token, hit = scan.line.at(index), scan.hit(index)
    vocabulary = lexicon.words()
    return (
        token.is_name
        and token.lower not in vocabulary.stops
        and token.text not in vocabulary.person_titles
        and (hit is None or hit.listed is not None)
    )


def _behind_noun(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield the name behind "state corporation", "oil company": not what a new clause begins with."""
    following = scan.line.at(index + 1)
    if following.text == ",":
        yield from _behind_comma(scan, index)
    elif following.text in QUOTES or (following.is_name and scan.hit(index + 1) is None):
        yield from _behind(scan, index, index + 1, "company-noun")


def _behind_role(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield the name behind "the Greek gas producer", of one word or with a company's last word: people have two."""
    before, following = scan.line.at(index - 1), scan.line.at(index + 1)
    is_trade = before.text.isalpha() and before.text.islower() and before.text not in lexicon.words().stops | ARTS
    if not following.is_name or scan.hit(index + 1) is not None or not (is_trade or scan.nation(index - 1)):
        return
    for candidate in _behind(scan, index, index + 1, "company-role"):
        end = scan.behind[candidate.end]
        if end == index + 2 or scan.line.at(end - 1).text in lexicon.words().company_endings:
            yield candidate


def _joined(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield two names that "&" makes a company ("Marks & Spencer"): names, no fields, no words of the text."""
    left, right = scan.line.at(index - 1), scan.line.at(index + 1)
    if (
        scan.line.is_upper
        or scan.line.glued(index)
        or not (_is_proper(scan, index - 1) and _is_proper(scan, index + 1))
    ):
        return
    if not {left.lower, right.lower}.isdisjoint(lowercase):
        return
    for candidate in _behind(scan, index, index + 1, "company-ampersand"):
        start = left_edge(scan, index, lowercase)
        if start < index:
            yield replace(candidate, start=scan.tokens[start].start)


def _is_proper(scan: Scan, index: int) -> bool:
    """Tell whether a capitalized word is a name that no table and no list of common words knows."""
    token, vocabulary = scan.line.at(index), lexicon.words()
    common = vocabulary.not_in_places | vocabulary.roles
    is_common = not {token.lower, token.lower.removesuffix("s")}.isdisjoint(common) or is_field(scan, index + 1)
    return token.is_name and len(token.text) > 1 and scan.hit(index) is None and not is_common


def _behind_comma(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield the name in "its largest refiner, X, agreed": between signs, so that no list goes on."""
    if scan.hit(index + 2) is not None or not _is_specific(scan, index):
        return
    for candidate in _behind(scan, index, index + 2, "company-apposition"):
        if scan.line.at(scan.behind[candidate.end]).text in (",", ".", ";", ")"):
            yield candidate


def _is_specific(scan: Scan, index: int) -> bool:
    """Tell whether a possessor or an article of one thing stands in front of the noun: "its", "Norway's", "the"."""
    before = index - 1
    while index - before < APPOSITION_GAP and scan.line.at(before).text.islower():
        if scan.line.at(before).text in ("its", "their", "the", "whose"):
            return True
        before -= 1
    return scan.line.at(before).text in ("'s", "The", "Its") or scan.nation(before) is not None


def _before_apposition(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield the name in "X, Russia's state corporation" and "X, a Peruvian oil company"."""
    comma = index - 1
    while comma > index - 1 - APPOSITION_GAP and scan.line.at(comma).text not in (",", ""):
        comma -= 1
    first = scan.line.at(comma + 1)
    if scan.line.at(comma).text != "," or not (first.text in ("a", "an", "the") or scan.nation(comma + 1)):
        return
    if scan.line.at(comma - 1).text == ")" and scan.line.at(comma - 3).text == "(":
        comma -= 3  # "Petróleos Mexicanos (Pemex), a state-owned firm"
    start = left_edge(scan, comma, lowercase)
    if start < comma and all(scan.hit(n) is None for n in range(start, comma)):
        yield _company(scan, start, comma, "company-apposition")


def _air(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield "Air Cambodia" and "Oman Air"."""
    hit, before = scan.hit(index + 1), scan.nation(index - 1)
    if before is not None and not scan.line.at(index + 1).is_name and hit is None:
        yield _company(scan, before.start, index + 1, "company-air", before.forms[0].state.code)
    if hit is not None and (hit.place or any(form.kind in OF_AIR for form in hit.forms)):
        country = hit.forms[0].state.party if hit.forms else hit.place.country if hit.place else ""
        yield _company(scan, index, hit.end, "company-air", country)


def _bank(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield "Bank Rakyat": a name behind the noun."""
    end = index + 1
    while _is_name_word(scan, end) and scan.line.at(end).text not in lexicon.heads():
        end += 1
    nation = scan.nation(end)
    if end > index + 1 and nation is not None and any(form.kind == "name" for form in nation.forms):
        end = nation.end  # "Bank Rakyat Indonesia"
    if end > index + 1 and not scan.line.at(index - 1).is_name:
        yield replace(_company(scan, index, end, "bank-name"), category="bank")


def _with_state(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield "Statistics Finland", "Marine Knowledge Iceland": in running text, and not behind a preposition."""
    nation, before = scan.nation(index + 1), scan.line.at(index - 1)
    if nation is None or not any(form.kind == "name" for form in nation.forms) or scan.line.at(nation.end).is_name:
        return
    start = index - (before.is_name and scan.hit(index - 1) is None and before.lower not in lexicon.words().stops)
    is_object = (
        scan.line.at(start - 1).text in ("of", "on", "in", "for", "'s", "-", "&") or scan.line.at(start - 1).is_name
    )
    if not is_object and not scan.line.is_upper and scan.line.at(nation.end).text not in ("-", "'s"):
        code = nation.forms[0].state.code
        yield replace(_company(scan, start, nation.end, "agency-of-state", code), category="government-body")


def _before_news(scan: Scan, index: int, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield the name in front of "news agency"."""
    start = left_edge(scan, index, lowercase)
    if start < index and any(scan.hit(n) is None for n in range(start, index)):
        yield _company(scan, start, index, "company-noun")


def _is_french(scan: Scan, index: int) -> bool:
    """Tell whether a word of both languages begins a French name: "Union Minière", "Office national"."""
    following = scan.line.at(index + 1).text
    is_french = not following.isascii() or following.lower() in ("de", "du", "des", "pour", "national", "nationale")
    if following in ("National", "Nationale"):
        is_french = scan.line.at(index + 2).text in ("de", "du", "des", "d'")
    return scan.line.at(index).text in FRENCH and is_french and following.isalpha()


def _foreign(scan: Scan, index: int) -> Iterator[Candidate]:
    """Yield a name in another language: "Banco de la Nación", "École normale supérieure"."""
    particles, end, last = lexicon.words().name_particles, index + 1, index + 1
    while end - index < LONGEST_FOREIGN:
        token = scan.line.at(end)
        is_foreign = token.text.isalpha() and not token.text.isascii()
        if token.is_name or is_foreign or token.text.startswith(("d'", "l'")):
            last = end + 1
        elif token.lower not in particles and not (token.text == "-" and scan.line.glued(end)):
            break
        end += 1
    if last > index + 1:
        yield _company(scan, index, last, "name-in-another-language")


def _company(scan: Scan, start: int, end: int, rule: str, country: str = "") -> Candidate:
    return Candidate(
        start=scan.tokens[start].start,
        end=scan.tokens[end - 1].end,
        kind="organization",
        rule=rule,
        category="company",
        country=country,
        head=scan.tokens[end - 1].text,
    )
