"""Who: the states and organizations that agreed, from the noun phrase, the clause, or the pair the text is about."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.agreements.claims import Candidate
from pipeline.agreements.context import Context, country_of
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import find_steps, words
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import NameMention, Span

SEPARATOR = ";"
BETWEEN = frozenset({"between", "among", "amongst"})
COLLECTIVE = frozenset(
    {"both", "two", "sides", "parties", "partners", "countries", "they", "we", "leaders", "presidents"}
)


def party_candidates(event: Event, context: Context) -> list[Candidate]:
    """Return what the text offers for the parties of an event: sets, each joined with semicolons."""
    found: list[Candidate] = []
    for reading in event.readings:
        found += _between(reading)
        found += _in_name(reading, context)
        for first_verb in _verbs(reading):
            found += _in_clause(reading, first_verb, context)
        found += _in_sentence(reading)
    if context.pair and not _is_only_cited(event):
        reason = "the two states that the document is about"
        found.append(_candidate(context.pair, "parties-of-document", context.pair_spans, reason, 0))
    return found


def _is_only_cited(event: Event) -> bool:
    """Tell whether the text names an instrument by its title without saying who took a step.

    Such instruments are often multilateral: the pair that the document is about need not be their parties.
    """
    return any(reading.mention.title for reading in event.readings) and not any(r.is_told for r in event.readings)


def _candidate(parties: Iterable[str], rule: str, evidence: Iterable[Span], reason: str, distance: float) -> Candidate:
    value = SEPARATOR.join(sorted(set(parties)))
    return Candidate("parties", value, rule, tuple(evidence), reason, distance)


def _between(reading: Reading) -> list[Candidate]:
    """Read "between A and B", "among A, B and C" inside or behind the noun phrase."""
    units = reading.sentence.units
    mention = reading.mention
    stop = min(len(units), mention.last + 40)
    for i in range(mention.head.last + 1, stop):
        lower = units[i].lower
        if lower in BETWEEN:
            named = _listed(units, i + 1)
            if len({party for party, _ in named}) >= 2:
                reason = f"named behind “{lower}”"
                distance = i - mention.head.last
                return [_candidate((p for p, _ in named), "parties-between", (s for _, s in named), reason, distance)]
            return []
        if i > mention.last and (lower in {"which", "that", ";", "while"} or lower in words()["be"]):
            # "A treaty was signed between A and B": the phrase may stand behind the verb.
            if lower in words()["be"]:
                continue
            return []
    return []


def _listed(units: tuple[Unit, ...], start: int) -> list[tuple[str, Span]]:
    """Return the parties listed from unit `start` on: "A and B", "the Government of A, the Government of B"."""
    named: list[tuple[str, Span]] = []
    gap = 0
    brackets = 0
    for unit in units[start:]:
        if unit.text in {"(", ")"}:
            brackets += 1 if unit.text == "(" else -1
            continue
        if brackets:
            continue
        if unit.kind in {"country", "organization", "person"} and isinstance(unit.mention, NameMention):
            party = unit.mention.value if unit.kind == "organization" else country_of(unit.mention)
            if party:
                named.append((party, Span(unit.start, unit.end)))
                gap = 0
            continue
        gap += 1
        joins = unit.text in {",", "-", "’", "'s", "’s"} or unit.lower in {
            "and",
            "the",
            "of",
            "as",
            "well",
            "on",
            "one",
            "hand",
            "government",
            "governments",
            "kingdom",
            "republic",
            "'s",
        }
        if not joins or gap > 5:
            break
    return named


def _in_name(reading: Reading, context: Context) -> list[Candidate]:
    """Read the adjectives in front of the noun: "Russian-Spanish agreement", "the U.S.-Hungary treaty"."""
    mention = reading.mention
    units = reading.sentence.units
    start = max(0, mention.first - 1)
    named = [
        (country_of(unit.mention), Span(unit.start, unit.end))
        for unit in units[start : mention.head.last + 1]
        if unit.kind == "country" and isinstance(unit.mention, NameMention)
    ]
    codes = {code for code, _ in named}
    if mention.instrument.type == "joint-body":
        named = _joint_body(reading)
        codes = {code for code, _ in named}
    if len(codes) >= 2:
        return [_candidate(codes, "parties-in-name", (s for _, s in named), "named in front of the noun", 0)]
    del context
    return []


def _joint_body(reading: Reading) -> list[tuple[str, Span]]:
    """Return the states whose names stand inside the name of a joint body."""
    from pipeline import countries  # noqa: PLC0415 - a floor below; kept local to the one use

    mention = reading.mention
    text = " ".join(unit.text for unit in mention.units)
    found = []
    for word in text.replace("–", "-").replace("-", " ").split():
        forms = countries.lookup(word)
        found += [(form.state.party, mention.span) for form in forms[:1]]
    return found


def _verbs(reading: Reading) -> list[int]:
    return [step.word.first for step in reading.steps if step.status and step.relation != "premodifier"]


def _in_clause(reading: Reading, verb: int, context: Context) -> list[Candidate]:
    """Read the subject of the verb and those it agreed with: "A signed with B", "signed by A and B"."""
    sentence = reading.sentence
    subject = _subject(sentence, verb)
    partners = _partners(sentence, verb)
    named = subject + partners
    codes = {code for code, _ in named}
    if len(codes) >= 2:
        reason = "subject of the verb and those it agreed with" if partners else "subject of the verb"
        return [_candidate(codes, "parties-of-verb", (s for _, s in named), reason, 0)]
    if len(codes) == 1 and context.pair and codes <= set(context.pair) and not partners:
        reason = "one side is the subject of the verb, the other the state that the document is about"
        spans = (*[s for _, s in named], *context.pair_spans)
        return [_candidate(context.pair, "parties-of-verb-and-document", spans, reason, 0)]
    if len(codes) == 1 and partners and not subject:
        other = _antecedent_of_subject(sentence, verb, codes)
        if other is not None:
            reason = "those it was agreed with, and the state named before as the subject"
            return [_candidate({*codes, other[0]}, "parties-of-partner", [*(s for _, s in named), other[1]], reason, 0)]
    collective = _collective(sentence, verb)
    if collective is not None and context.pair:
        reason = f"“{collective.text}” are the two states that the document is about"
        span = Span(collective.start, collective.end)
        return [_candidate(context.pair, "parties-collective", (span, *context.pair_spans), reason, 0)]
    return []


def _subject(sentence: Sentence, verb: int) -> list[tuple[str, Span]]:
    """Return the states and organizations between the beginning of the clause and its verb that can be its subject."""
    units = sentence.units
    start = _clause_start(sentence, verb)
    named = []
    for i in range(start, verb):
        unit = units[i]
        if not isinstance(unit.mention, NameMention) or unit.kind not in {"country", "person", "organization"}:
            continue
        if i > start and units[i - 1].lower in {"in", "at", "from", "near", "within"}:
            continue
        if unit.kind == "country" and unit.mention.category == "adjective" and not _is_leader(units, i):
            continue
        party = unit.mention.value if unit.kind == "organization" else country_of(unit.mention)
        if party:
            named.append((party, Span(unit.start, unit.end)))
    return named if any(units[i].lower == "and" for i in range(start, verb)) or len(named) == 1 else named[:2]


def _is_leader(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an adjective qualifies those who speak for the state ("the Russian and Armenian Presidents")."""
    for unit in units[i + 1 : i + 5]:
        if unit.lower in LEADERS:
            return True
        if unit.kind != "country" and unit.lower not in {"and", ",", "-"}:
            return False
    return False


LEADERS = frozenset(
    "president presidents minister ministers premier premiers government governments side sides leader leaders foreign "
    "prime defence defense delegation delegations king queen emperor sultan officials authorities ambassador "
    "ambassadors parliament companies".split()
)


def _clause_start(sentence: Sentence, verb: int) -> int:
    steps = [w for w in find_steps(sentence.units) if w.form in {"past", "base"} and w.last < verb]
    for i in range(verb - 1, -1, -1):
        unit = sentence.units[i]
        if unit.text == ";" or unit.lower in {"which", "who", "that", "while", "whereas", "when"}:
            return i + 1
        if unit.lower in {"and", "but"} and any(w.last < i for w in steps):
            before = [w for w in steps if w.last < i]
            return _clause_start(sentence, before[-1].first) if _shares_subject(sentence, i, verb) else i + 1
    return _behind_subordinate(sentence, verb)


def _behind_subordinate(sentence: Sentence, verb: int) -> int:
    """Return where the main clause begins: behind the comma of a clause that "although", "when" or "after" opens."""
    if sentence.units[0].lower not in SUBORDINATORS:
        return 0
    commas = [i for i in range(verb) if sentence.units[i].text == ","]
    return commas[-1] + 1 if commas else 0


SUBORDINATORS = frozenset(
    "although though when while after since as if because before once until unless whereas".split()
)


def _shares_subject(sentence: Sentence, conjunction: int, verb: int) -> bool:
    return not any(unit.mention is not None and unit.kind != "date" for unit in sentence.units[conjunction:verb])


def _partners(sentence: Sentence, verb: int) -> list[tuple[str, Span]]:
    """Return those behind "with" or, in the passive, "by", "between" and "of behalf of"."""
    units = sentence.units
    for i in range(verb + 1, len(units)):
        if units[i].text == ";" or units[i].lower in {"which", "while", "whereas"}:
            return []
        if units[i].lower in {"with", "by"} or units[i].lower in BETWEEN:
            named = _listed(units, i + 1)
            if named:
                return named
    return []


def _antecedent_of_subject(sentence: Sentence, verb: int, partners: set[str]) -> tuple[str, Span] | None:
    """Return the state that "it" or "he" in front of the verb stands for: the first other one that the sentence names."""
    for i, name in sentence.names("country", "person"):
        code = country_of(name)
        if i < verb and code and code not in partners:
            return code, Span(name.start, name.end)
    return None


def _collective(sentence: Sentence, verb: int) -> Unit | None:
    """Return the word by which both sides are the subject of the verb ("the partners", "the two countries")."""
    start = _clause_start(sentence, verb)
    for unit in sentence.units[start:verb]:
        if unit.lower in COLLECTIVE:
            return unit
    return None


def _in_sentence(reading: Reading) -> list[Candidate]:
    """Return the two states that the sentence names, if it names just two."""
    named = [
        (country_of(name), Span(name.start, name.end))
        for _, name in reading.sentence.names("country", "person")
        if country_of(name)
    ]
    codes = {code for code, _ in named}
    if len(codes) != 2:
        return []
    if not reading.is_told:
        reason = "the two states that the sentence names which cites it"
        return [_candidate(codes, "parties-of-citing-sentence", (s for _, s in named), reason, 0)]
    return [
        _candidate(codes, "parties-of-sentence", (s for _, s in named), "the two states that its sentence names", 0)
    ]
