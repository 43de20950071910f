"""How far the title of an instrument reaches: "Treaty of Friendship and Cooperation", and nothing behind it."""

from __future__ import annotations

from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.lexicon import Head, find_heads, find_steps, words
from pipeline.agreements.standing import LEADERS
from pipeline.agreements.topics import is_topic
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import NameMention

NAMES = frozenset({"country", "place", "organization", "person"})
# Behind these in small letters the parties are named; they belong to the title only if its subject follows.
PARTY_OPENERS = frozenset({"between", "among", "with", "by"})
# Words that a sentence's beginning, not a title, writes with a capital.
OUTSIDE_TITLE = frozenset(
    "the a an this that these those both each its their his her our your my all other another some any no first second "
    "new under last next also he she it they we".split()
)
CAPITAL_OPENERS = frozenset(
    {"on", "for", "concerning", "regarding", "relating", "relative", "of", "to", "the", "and", "in"}
)
SUBJECT_OPENERS = frozenset({"on", "for", "concerning", "regarding", "relating", "of", "related", "amending"})
ARTICLES = frozenset({"the", "a", "an"})


def has_title_head(sentence: Sentence, head: Head) -> bool:
    """Tell whether the head noun is written as part of a name: with a capital that the sentence does not explain."""
    units = sentence.units
    if not units[head.first].is_capitalized:
        return False
    if units[head.first].text.isupper() and (len(units[head.first].text) > 4 or _is_all_capitals(units)):
        return False
    starts_sentence = head.first == 0
    if not starts_sentence:
        return True
    return right_edge(units, head) > head.last


def leads_to_head(units: tuple[Unit, ...], head: Head) -> bool:
    """Tell whether a capitalized noun is only the first of a title's nouns: "Framework (FRA) Agreement".

    Capitalized words, or an abbreviation in brackets, lead to the last one: "Treaty Subsidiary Agreement".
    """
    i = head.last + 1
    if not units[head.first].is_capitalized:
        return False
    if [unit.text for unit in units[i : i + 3 : 2]] == ["(", ")"] and units[i + 1].text[:2].isupper():
        return bool(find_heads(units[i + 3 : i + 4]))
    while i < len(units) and i - head.last <= BETWEEN_HEADS and units[i].kind == WORD and units[i].is_capitalized:
        if find_heads(units[i : i + 1]):
            return i > head.last + 1
        if units[i].lower.endswith("ing") or find_steps(units[i : i + 1]) or units[i].lower in words()["connectors"]:
            return False
        i += 1
    return False


BETWEEN_HEADS = 4  # words of a title between its first noun and its last


def _is_all_capitals(units: tuple[Unit, ...]) -> bool:
    """Tell whether a passage is written in capitals throughout, so that they mark nothing ("MOU ON FISHING SIGNED")."""
    return all(unit.text.isupper() for unit in units if unit.kind == WORD and unit.text[0].isalpha())


def left_edge(units: tuple[Unit, ...], first: int, head: Head, after: int) -> int:
    """Return where a title begins: the capitalized words in front of its head, joined by "and" and commas too."""
    edge = head.first
    i = head.first - 1
    while i > after:
        if is_headline_verb(units, i):
            break
        if (opening := _bracketed(units, i, after)) is not None:
            i = opening
        elif _is_title_word(units[i]) or _is_new_of_name(units, i):
            edge = i
        elif not (_joins_left(units, i, edge) and i - 1 > after and _leads_on(units, i - 1)):
            break
        i -= 1
    while head.plural and edge < head.first and (units[edge].text.isdigit() or units[edge].lower in NUMERALS):
        edge += 1  # "a record 45 MoUs": a number counts them
    if edge < first:
        return _without_subject(units, edge, first)
    # "bilateral Treaty": small letters in front of a title stay outside it.
    return edge


def _bracketed(units: tuple[Unit, ...], i: int, after: int) -> int | None:
    """Return the opening bracket of an abbreviation inside a title ("Anti-Ballistic Missile (ABM) Treaty")."""
    closes = units[i].text == ")" and i - 3 > after and units[i - 2].text == "("
    inside = units[i - 1].text if closes else ""
    return i - 2 if len(inside) > 1 and inside.isupper() and _is_title_word(units[i - 3]) else None


def _is_new_of_name(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "New" belongs to a name in capitals ("New START Treaty"): elsewhere it only says that it is new."""
    return units[i].text == "New" and i + 1 < len(units) and units[i + 1].text.isupper() and len(units[i + 1].text) > 2


def is_headline_verb(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a capitalized word is the verb of a headline: "Peru Signs Treaty", "Army Awards Contracts"."""
    unit = units[i]
    if unit.kind != WORD or not unit.is_capitalized or i + 1 >= len(units):
        return False
    if unit.lower in HEADLINE_VERBS:
        return i > 0 and units[i - 1].lower not in ARTICLES
    # These may be nouns, too: who awards or seals must stand in front.
    return (
        unit.lower in {"award", "awards", "seal", "seals", "initial", "initials"}
        and i > 0
        and units[i - 1].kind in NAMES
    )


def is_in_headline(units: tuple[Unit, ...], first: int, head: Head) -> bool:
    """Tell whether a headline's verb governs the noun: then capitals mark no title, unless "of" makes it one."""
    behind = units[head.last + 1].lower if head.last + 1 < len(units) else ""
    return first > 0 and behind != "of" and is_headline_verb(units, first - 1)


HEADLINE_VERBS = frozenset(
    "sign signs signed ink inks inked ratify ratifies ratified conclude concludes concluded adopt adopts approve "
    "approves reach reaches win wins welcome welcomes hail hails extend extends renew renews announce announces "
    "negotiate negotiates reject rejects discuss discusses finalise finalises finalize finalizes terminate "
    "terminates suspend suspends denounce denounces enter enters seek seeks agree agrees join joins".split()
)


def right_edge(units: tuple[Unit, ...], head: Head) -> int:
    """Return the last unit of a title that goes on behind its head: connectors that lead to capitalized words."""
    committed = last = head.last
    parties_pending = has_subject = False
    while (part := _next_part(units, last, head, has_subject)) is not None:
        last, connectors = part
        if PARTY_OPENERS & set(connectors):
            parties_pending = True
        if (SUBJECT_OPENERS - {"of"}) & set(connectors):
            has_subject, parties_pending = True, False
        elif "of" in connectors and not parties_pending:
            has_subject = True
        if not parties_pending:
            committed = last
    return committed


def lower_right_edge(units: tuple[Unit, ...], head: Head) -> int:
    """Return the end of a noun whose title follows in capitals ("bilateral treaty of Peace and Friendship")."""
    if head.last + 2 < len(units) and units[head.last + 1].lower == "of":
        following = units[head.last + 2]
        if following.kind == WORD and following.is_capitalized:
            return right_edge(units, head)
    if head.last + 1 < len(units) and units[head.last + 1].text in "“\"'‘":
        for i in range(head.last + 2, min(len(units), head.last + 20)):
            if units[i].text in "”\"'’":
                return i
    return head.last


def alias_behind(units: tuple[Unit, ...], last: int) -> str:
    """Return the short form that brackets behind a title introduce: "(ANZUS)", "(the “Agreement”)"; else ""."""
    if last + 2 >= len(units) or units[last + 1].text != "(":
        return ""
    inside = []
    for unit in units[last + 2 : last + 9]:
        if unit.text == ")":
            break
        if unit.kind != MARK and unit.lower not in ARTICLES and unit.lower not in {"hereinafter", "or"}:
            inside.append(unit.text)
    return " ".join(inside) if len(inside) <= 3 and inside and inside[0][0].isupper() else ""


def _is_title_word(unit: Unit) -> bool:
    if unit.kind in {"date", MARK}:
        return False
    if unit.kind == "person":
        # "Burlingame-Seward Treaty": coined by people, but nobody's office belongs to a title.
        return unit.lower.split()[0] not in LEADERS and "'" not in unit.lower
    if unit.kind == WORD and (unit.lower in OUTSIDE_TITLE or unit.lower in words()["prepositions"]):
        return False
    return unit.is_capitalized or unit.text[0].isdigit()


def _joins_left(units: tuple[Unit, ...], i: int, edge: int) -> bool:
    unit = units[i]
    if unit.text in {"-", "–", "/", "&"}:
        return True
    if unit.lower == "and":
        return True
    if unit.lower == "of":
        # "Status of Forces Agreement", but not "the President of Mexico Agreement", "on Avoidance of War Treaty".
        before = units[i - 1].lower if i > 1 else ""
        opens = units[i - 2].lower in ARTICLES if i > 1 else False
        matters = before not in BODIES and is_topic(before) and is_topic(units[edge].lower)
        return before == "status" or (opens and matters)
    if unit.text in {"'s", "’s"}:
        return False
    # A comma only inside a list that an "and" closes: "Australia, New Zealand and United States Security Treaty".
    return unit.text == "," and any(units[k].lower == "and" for k in range(i, min(edge + 6, len(units))))


BODIES = frozenset("government organization organisation association department federation commission ministry".split())


def _leads_on(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a title goes on to the left of a joint: with a word, or the comma in front of a last "and"."""
    return _is_title_word(units[i]) or (units[i].text == "," and _is_title_word(units[i - 1]))


def _without_subject(units: tuple[Unit, ...], edge: int, first: int) -> int:
    """Take back what was joined across "and" if it is a name that acts rather than a word of the title."""
    for i in range(first - 1, edge, -1):
        if units[i].lower == "and" and units[i - 1].kind == "person":
            return i + 1
    return edge


def _next_part(units: tuple[Unit, ...], last: int, head: Head, has_subject: bool) -> tuple[int, tuple[str, ...]] | None:
    """Return the next capitalized unit of a title and the connectors in front of it, or None at its end."""
    connectors: list[str] = []
    i = last + 1
    while i < len(units) and len(connectors) <= 6:
        unit = units[i]
        if unit.kind == "date":
            return (i, ()) if connectors[-1:] == ["of"] and _goes_on_behind(units, i) else None
        if unit.text == "(":
            i = _behind_brackets(units, i)
            if i < 0:
                return None
            continue
        connector = _connector(units, i)
        if connector is None:
            follows = unit.kind in NAMES or (unit.kind == WORD and unit.is_capitalized)
            goes_on = follows and _may_follow(units, i, connectors, head, has_subject)
            return (i, tuple(connectors)) if goes_on else None
        text, length = connector
        connectors += [text] if text else []
        i += length
    return None


def _connector(units: tuple[Unit, ...], i: int) -> tuple[str, int] | None:
    """Return the connector at unit `i`, "" for a line break, and its length in units; None for other words."""
    unit = units[i]
    if " ".join(unit.lower for unit in units[i : i + 3]) in RESPECT:
        return "concerning", 3
    if unit.lower in PARTY_OPENERS and unit.is_capitalized:
        return unit.text, 1  # "Treaty Between A and B": the capital makes the parties part of the title
    if unit.kind == WORD and unit.is_capitalized and unit.lower in CAPITAL_OPENERS:
        return unit.lower, 1
    if unit.kind in NAMES or (unit.kind == WORD and unit.is_capitalized) or not _connects(units, i):
        return None
    return "" if unit.text == "\\" else unit.lower, 1


RESPECT = frozenset({"with respect to", "with regard to", "in respect of", "in relation to"})


def _connects(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a small word or a mark may stand inside a title."""
    unit = units[i]
    if unit.lower == "that":
        return i + 1 < len(units) and units[i + 1].kind == WORD and units[i + 1].is_capitalized
    if unit.kind == WORD:
        return unit.lower in words()["connectors"] or unit.lower in {"'s", "s'"}
    if unit.text == ",":
        return _closes_list(units, i)
    return unit.text in {"-", "–", "/", "&", "\\", "’", "'"}


def _closes_list(units: tuple[Unit, ...], comma: int) -> bool:
    """Tell whether a comma stands in a list of capitalized words that an "and" closes."""
    for i in range(comma + 1, min(len(units), comma + 26)):
        unit = units[i]
        if unit.lower == "and":
            return any(behind.is_capitalized for behind in units[i + 1 : i + 3])
        small = unit.kind == WORD and not unit.is_capitalized and unit.lower not in words()["connectors"] | {"'s"}
        if small or unit.kind == "date" or (unit.kind == MARK and unit.text not in {",", "-", "’", "'", "\\"}):
            return False
        if find_heads(units[i : i + 1]):
            return False
    return False


def _goes_on_behind(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a title goes on behind a date in it: "of 1949 on the Accession of …"."""
    behind = [unit for unit in units[i + 1 : i + 5] if unit.text != "\\"]
    if not behind or behind[0].lower not in {"on", "for", "concerning", "regarding"}:
        return False
    return any(unit.is_capitalized for unit in behind[1:3])


def _behind_brackets(units: tuple[Unit, ...], i: int) -> int:
    """Return the index behind brackets that a title goes on after ("(the “United Kingdom”) for …"), else -1."""
    for k in range(i + 1, min(i + 9, len(units))):
        if units[k].text == ")":
            follows = units[k + 1].lower if k + 1 < len(units) else ""
            return k + 1 if follows in SUBJECT_OPENERS | {"and"} else -1
    return -1


def _may_follow(units: tuple[Unit, ...], i: int, connectors: list[str], head: Head, has_subject: bool) -> bool:
    """Tell whether the capitalized unit `i` still belongs to the title, given the connectors in front of it."""
    unit = units[i]
    if not connectors:
        # "Under the MOU Peru has agreed", "By the Treaty of Lima Chile gave up": a country there acts.
        acts = unit.kind == "person" or _is_named_country(unit)
        return not acts and not any(word.form == "past" for word in find_steps(units[i : i + 1]))
    if _tells_aim(units, i, connectors):
        return True
    opener = connectors[0]
    if opener == "to":
        # "Protocol to the North Atlantic Treaty", "Cooperation Related to Trade", not "the Agreement to Russia".
        return bool(find_heads(units[i : i + 6])) or units[i - 2].lower in {"related", "relating"}
    if opener == "in":
        # "… Assistance in Criminal Matters", "… in the Syrian Arab Republic", but not "… in Lima".
        return (unit.kind in {"country", WORD} or is_topic(unit.lower) or is_region(unit)) and has_subject
    if connectors == ["for"] and _is_named_country(unit):
        # "The Country Framework for Peru": for whom, not for what ("for Peru-Chile Trade").
        return i + 1 < len(units) and (units[i + 1].is_capitalized or units[i + 1].text in {"-", "–"})
    if opener == ",":
        return unit.kind not in {"country", "person"} or has_names(units, head.last, i)
    if opener == "and":
        if connectors[-1] in {"a", "an"} or find_heads(units[i : i + 1]) or _opens_title(units, i):
            return False
        return unit.kind not in {"country", "person"} or has_names(units, head.last, i)
    if opener in {"with", "by", "a", "an", "the"}:
        return False
    return unit.kind != "person" or opener in {"of", "between", "among", "Between", "Among"}


def _tells_aim(units: tuple[Unit, ...], i: int, connectors: list[str]) -> bool:
    """Tell whether a title goes on with what the instrument is to do, or with what that is done to.

    "Protocol to Eliminate Illicit Trade", "Substances that Deplete the Ozone Layer", "on Strengthening the Alliance".
    """
    if connectors[0] in ARTICLES:
        verb = units[i - 2]
        return verb.lower.endswith("ing") or (verb.is_capitalized and units[i - 3].lower in {"to", "that"})
    verb = units[i]
    is_verb = verb.kind == WORD and verb.is_capitalized and not find_heads(units[i : i + 1])
    return is_verb and connectors in (["to"], ["that"])


def is_region(unit: Unit) -> bool:
    """Tell whether a unit names a sea or a part of the world, where nothing is signed but much is agreed about."""
    name = unit.mention
    return isinstance(name, NameMention) and name.rule == "place-listed" and not name.country


def _opens_title(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether capitalized words lead from unit `i` to a noun: "and the Fair Trade Agreement" is another title."""
    k = i
    while k < len(units) and k - i <= BETWEEN_HEADS and (units[k].is_capitalized or units[k].text == "-"):
        if find_heads(units[k : k + 1]):
            return True
        k += 4 if k + 3 < len(units) and _bracketed(units, k + 3, k - 1) else 1
    return False


def _is_named_country(unit: Unit) -> bool:
    """Tell whether a unit is the name of a country, not its adjective ("Free Hanseatic City")."""
    return isinstance(unit.mention, NameMention) and unit.kind == "country" and unit.mention.category != "adjective"


def has_names(units: tuple[Unit, ...], start: int, end: int) -> bool:
    """Tell whether a country was already named between two units: then another may join it."""
    return any(unit.kind in {"country", "person"} for unit in units[start + 1 : end])
