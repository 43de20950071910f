"""How an instrument and a word for a step hang together in a sentence, by the order of its units.

What stands between the two, and whether an auxiliary, a relative pronoun or a list joins them, shows the grammar that
short sentences need; `linking` asks the parse as well.
"""

from __future__ import annotations

from typing import Literal

from pipeline.agreements.counts import behind_quantity
from pipeline.agreements.dated_names import dated_in_front
from pipeline.agreements.lexicon import WEEKDAYS, StepWord, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import MARK, WORD, Unit

Relation = Literal[
    "nominal", "active", "passive", "participle", "relative", "subject", "premodifier", "list", "entry", "agent"
]  # fmt: skip


REACH = 12  # units between a verb and its object, not counting dates, names and other instruments
BARRIERS = frozenset("that which who whom whose where when while whereas because if unless although".split())
PREMODIFIERS = frozenset({"proposed", "planned", "forthcoming", "upcoming", "draft"})


def relation_of(
    units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, word: StepWord
) -> Relation | None:
    """Return how the instrument `mentions[number]` hangs together with a word for a step, None if it does not.

    `mentions` are all instruments of the sentence in order: the nearest takes a participle, the first is the subject.
    """
    mention = mentions[number]
    if _is_of_another(units, mention.last, word.first):
        return None
    if word.last < mention.first:
        behind = _is_agent_behind(units, mention, word)
        return "agent" if behind else _relation_before(units, mentions, number, word)
    if _is_agent_in_front(units, mentions, number, word) or _is_fronted_agent(units, mention, word):
        return "agent"
    if word.form == "noun":
        return "nominal" if _is_possessed(units, mention, word) else None
    if word.step.id == "reject" and _is_before_infinitive(units, word):
        return None
    if word.step.role == "subject" or _has_auxiliary(units, word.first):
        return _relation_of_finite(units, mentions, number, word)
    return _relation_of_participle(units, mentions, number, word)


def _is_of_another(units: tuple[Unit, ...], left: int, right: int) -> bool:
    """Tell whether "the one" between an instrument and a verb is another ("which replaces the one we signed")."""
    return any(
        units[k].lower == "one" and any(unit.lower == "the" for unit in units[max(left + 1, k - 2) : k])
        for k in range(left + 2, right)
    )


def _relation_of_finite(
    units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, word: StepWord
) -> Relation | None:
    """Return the relation to a verb behind the instrument that has an auxiliary or takes it for its subject."""
    mention = mentions[number]
    if word.step.role == "object" and not _has_be(units, word.first):
        return "relative" if _is_object_relative(units, mention, word) else None
    pronoun = _relative_before(units, mention.last, word.first)
    if pronoun:
        return "relative" if _is_nearest(mentions, number, pronoun) else None
    if not _is_clause_subject(units, mentions, number, word.first):
        return None
    return "subject" if word.step.role == "subject" else "passive"


def _relation_of_participle(
    units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, word: StepWord
) -> Relation | None:
    """Return the relation to a participle or gerund behind the instrument."""
    mention = mentions[number]
    if word.step.id == "reject" and word.last > word.first:
        return None  # "refused to sign" has its own subject and object
    if word.form in {"past", "gerund"} and _is_nearest(mentions, number, word.first):
        if word.form == "past" and _is_object_relative(units, mention, word):
            return "relative"
        if _is_participle(units, mention.last, word):
            return "participle"
        if _is_reduced_relative(units, mention.last, word):
            return "relative"
    if word.form == "base" and units[word.first - 1].lower == "to" and _is_nearest(mentions, number, word.first):
        return "relative" if _is_object_relative(units, mention, word) else None  # "that we are about to sign"
    if word.form == "past" and follows_conjunction(units, word.first):
        return "passive" if _is_clause_subject(units, mentions, number, word.first) else None
    return None


def _relation_before(
    units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, word: StepWord
) -> Relation | None:
    mention = mentions[number]
    between = range(word.last + 1, mention.first)
    if word.form == "noun":
        if units[word.last].lower in PREMODIFIERS and len(between) <= 1:
            return "premodifier"
        return "nominal" if _is_genitive(units, between, word) else None
    if word.form == "past" and is_inverted(units, word):
        return "active"
    is_passive = word.form == "past" and _has_be(units, word.first) and not _ends_open(word, units)
    if word.step.role == "subject" or (is_passive and not is_given(units, word)):
        return None
    return "active" if _is_object(units, mentions, number, between) else None


def is_inverted(units: tuple[Unit, ...], word: StepWord) -> bool:
    """Tell whether the verb stands in front of its subject ("Also signed were an agreement on gas and …")."""
    also = word.first == 0 or units[word.first - 1].lower == "also"
    return also and word.last + 1 < len(units) and units[word.last + 1].lower in {"was", "were"}


def is_given(units: tuple[Unit, ...], word: StepWord) -> bool:
    """Tell whether a passive has an object of its own ("was awarded a contract by the ministry")."""
    return units[word.first].lower == "awarded" and _has_be(units, word.first)


def _is_before_infinitive(units: tuple[Unit, ...], word: StepWord) -> bool:
    """Tell whether "refused" goes on with what was refused ("refused to comply")."""
    return word.last + 1 < len(units) and units[word.last + 1].lower == "to"


def _is_agent_behind(units: tuple[Unit, ...], mention: InstrumentMention, word: StepWord) -> bool:
    """Tell whether something was done by the instrument: "extended by an exchange of notes"."""
    if (
        word.step.id not in DONE_BY
        or word.form != "past"
        or mention.introduction not in {"indefinite", "counted", "bare"}
    ):
        return False
    between = [unit.lower for unit in units[word.last + 1 : mention.first]]
    if {"unless", "if", "until"} & {unit.lower for unit in units[max(0, word.first - 3) : word.first]}:
        return False
    if "by" not in between or len(between) > REACH or (BARRIERS | words()["be"]) & set(between):
        return False
    behind = units[word.last + 1 + between.index("by") + 1 : mention.first]
    return all(_fills_noun_phrase(unit, words()) for unit in behind)


def _is_agent_in_front(units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, word: StepWord) -> bool:
    """Tell whether the instrument itself does something ("an exchange of notes created the commission")."""
    if word.step.id not in DONE_BY - {"follow"} or word.form != "past" or word.first != mentions[number].last + 1:
        return False
    behind = units[word.last + 1] if word.last + 1 < len(units) else None
    has_object = behind is not None and (_fills_noun_phrase(behind, words()) or behind.is_capitalized)
    return mentions[number].introduction == "indefinite" and has_object


def _is_fronted_agent(units: tuple[Unit, ...], mention: InstrumentMention, word: StepWord) -> bool:
    """Tell whether "By an exchange of letters, … the two sides renewed" opens the sentence."""
    if word.step.id not in {"extend", "establish", "terminate", "suspend"} or mention.introduction != "indefinite":
        return False
    before = [unit.lower for unit in units[max(0, mention.first - 2) : mention.first]]
    fronted = before[:1] in (["by"], ["through"], ["under"]) and word.form == "past"
    return fronted and not follows_conjunction(units, word.first)  # "under a pact signed in 1999 and renewed in 2001"


# Steps that are taken by means of another instrument.
DONE_BY = frozenset({"establish", "extend", "terminate", "follow", "expire", "suspend", "conclude"})


def _ends_open(word: StepWord, units: tuple[Unit, ...]) -> bool:
    """Tell whether the word for the step ends with a preposition that its object follows ("governed by")."""
    return units[word.last].lower in words()["prepositions"]


def _is_genitive(units: tuple[Unit, ...], between: range, word: StepWord) -> bool:
    """Tell whether the instrument is what a nominalised step is of ("signing of the first contracts").

    Day and place of the step may stand in between ("the entry into force, on 1 May, of"), with talks also those who
    hold them ("in negotiations with the ministry on").
    """
    classes = words()
    opened = _ends_open(word, units)
    talks = word.step.id == "negotiate"
    reach = 8
    for i in between:
        lower = units[i].lower
        if lower in {"of", "to", "for", "on"} or (talks and lower in {"over", "about", "regarding", "concerning"}):
            opened = True
        elif units[i].kind in {"country", "organization"} or lower in {"with", "between", "and", "by"}:
            reach += 4 if talks and lower in {"with", "between"} else 0
        elif units[i].kind in {"date", "place"} or lower in WHEN:
            opened = False
        elif not _fills_noun_phrase(units[i], classes) and (not talks or opened or reach == 8):
            return False
    return opened and len(between) <= reach


WHEN = frozenset(", in at today yesterday last week month".split())


def _fills_noun_phrase(unit: Unit, classes: dict[str, frozenset[str]]) -> bool:
    names = ("definite", "demonstrative", "indefinite", "possessive", "several", "temporal", "outside", "tens")
    numeral = unit.kind == WORD and unit.text[0].isdigit()
    return numeral or unit.kind == "country" or any(unit.lower in classes[name] for name in names)


def _is_object(units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, between: range) -> bool:
    """Tell whether nothing between a verb and the noun phrase keeps it from being the verb's object."""
    covered = {i for m in mentions[:number] for i in range(m.first, m.last + 1)}
    if any(i in covered for i in between):
        return False
    between = range(behind_quantity(units, between.start), between.stop)
    distance = 0
    preposition = ""
    if between and units[between.start].lower == "to":
        return False
    for i in between:
        unit = units[i]
        if unit.lower in BARRIERS or unit.text in {";", ":"} or unit.lower in words()["be"]:
            return False
        if unit.kind in {"date", "country", "place", "organization", "person"} or unit.lower in DAYS:
            preposition = ""
            continue
        if unit.text == "," or unit.lower in {"and", "years", "year", "months"}:
            preposition = ""  # the next object of the verb
        if unit.lower in words()["prepositions"]:
            preposition = unit.lower
        distance += 1
    if preposition and preposition not in {"of", "over", "than", "about", "around"}:
        return preposition in {"on", "to"} and distance <= 2
    return distance <= REACH


DAYS = WEEKDAYS | {"today", "yesterday"}


def continues_list(units: tuple[Unit, ...], before: InstrumentMention, mention: InstrumentMention) -> bool:
    """Tell whether the instrument is the next item of a list: ", a protocol", "and an agreement", "including"."""
    i = mention.first - 1
    classes = words()
    while i > before.last and (_fills_noun_phrase(units[i], classes) or units[i].lower in {"over", "than", "about"}):
        i -= 1
    if dated_in_front(units, mention) is not None:
        return True
    if i > before.last + 1 and (units[i - 1].lower, units[i].lower) in JOINTS:
        return True
    if i <= before.last:
        return False
    if any(units[k].lower in {"which", "that", "who", "is", "are"} for k in range(before.last + 1, i)):
        return False
    return units[i].text in {",", ";"} or units[i].lower in LIST_WORDS


JOINTS = frozenset({
    ("along", "with"), ("together", "with"), ("among", "them"), ("among", "which"), ("of", "which"), ("and", "of"),
})  # fmt: skip
LIST_WORDS = frozenset({"and", "including", "namely", "also", "plus", ":", "or", "as"})  # "as well as"


def _has_auxiliary(units: tuple[Unit, ...], first: int) -> bool:
    return _auxiliary_before(units, first) is not None


def _has_be(units: tuple[Unit, ...], first: int) -> bool:
    i = _auxiliary_before(units, first)
    return i is not None and units[i].lower in words()["be"]


def _auxiliary_before(units: tuple[Unit, ...], first: int) -> int | None:
    """Return the index of the auxiliary in front of a verb, looking past adverbs."""
    for i in range(first - 1, max(-1, first - 4), -1):
        if units[i].lower in words()["auxiliaries"]:
            return i
        if not (
            units[i].lower.endswith("ly")
            or units[i].lower in {"not", "also", "then", "never", "n't", "first", "itself", "themselves"}
            or units[i].lower in {"since", "already", "now", "later", "soon", "still"}
        ):
            return None
    return None


def _is_clause_subject(units: tuple[Unit, ...], mentions: list[InstrumentMention], number: int, verb: int) -> bool:
    """Tell whether the instrument is the subject of the verb: the first noun phrase of its clause."""
    mention = mentions[number]
    classes = words()
    for other in mentions[:number]:
        if not _clause_break(units, other.last, mention.first) and not continues_list(units, other, mention):
            return False
    start = mention.first
    while start > 0 and (_fills_noun_phrase(units[start - 1], classes) or _is_quantity(units, start - 1)):
        start -= 1
    if start > 0 and units[start - 1].lower in (classes["prepositions"] - {"after", "since", "before", "than", "over"}):
        return False
    return not _clause_break(units, mention.last, verb)


def _is_quantity(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether unit `i` is the "of" of a quantity ("dozens of accords")."""
    return units[i].lower == "of" and i > 0 and units[i - 1].lower in words()["several"] | words()["tens"]


CLAUSES = frozenset("while whereas when because although if".split())


def _clause_break(units: tuple[Unit, ...], left: int, right: int) -> bool:
    """Tell whether another clause begins between two units (a relative clause set off by commas does not count)."""
    inside = 0
    for i in range(left + 1, right):
        if units[i].text == ";" or units[i].lower in CLAUSES:
            return True
        after_preposition = units[i - 1].lower in words()["prepositions"] and units[i].lower == "that"
        if units[i].lower in {"which", "who", "that"} and not after_preposition:
            inside += 1
        elif units[i].text == "," and inside and i > left + 2:
            inside -= 1
    return inside > 0


def _relative_before(units: tuple[Unit, ...], left: int, verb: int) -> int | None:
    """Return the index of the relative pronoun that is the verb's subject ("which was signed"), if there is one."""
    i = verb - 1
    while i > left and (
        units[i].lower in words()["auxiliaries"]
        or units[i].lower.endswith("ly")
        or units[i].lower in {"also", "itself"}
    ):
        i -= 1
    return i if i > left and units[i].lower in {"which", "that"} else None


def _is_object_relative(units: tuple[Unit, ...], mention: InstrumentMention, word: StepWord) -> bool:
    """Tell whether "which we signed", "that the two sides concluded" follows."""
    for i in range(mention.last + 1, word.first):
        if units[i].lower in {"which", "that"}:
            return word.first - i <= 7 and not any(units[k].text in {",", ";"} for k in range(i, word.first))
    return False


def _is_nearest(mentions: list[InstrumentMention], number: int, position: int) -> bool:
    """Tell whether no other instrument stands between this one and `position`."""
    return not any(m.first < position for m in mentions[number + 1 :])


def _is_participle(units: tuple[Unit, ...], left: int, word: StepWord) -> bool:
    """Tell whether a participle qualifies what stands to its left ("an accord signed in", "…, concluded by")."""
    before = units[word.first - 1]
    if any(unit.text == ";" for unit in units[left + 1 : word.first]):
        return False
    if word.form == "gerund" and before.lower in words()["definite"] | words()["indefinite"] | words()["possessive"]:
        return False  # "the signing" is a noun
    if before.kind == MARK and before.text not in {",", ")", "”", '"', "’"}:
        return False
    if before.lower in words()["pronouns"] or before.kind == "person" or before.lower in words()["pair"]:
        return False
    if before.kind in {"country", "organization"} and word.first - 1 > left:
        complement = {"between", "among", "with", "of", "in", "to", "on", "for", "from"}
        if not complement & {unit.lower for unit in units[left + 1 : word.first - 1]}:
            return False
    following = units[word.last + 1] if word.last + 1 < len(units) else None
    if following is None or following.kind == MARK:
        return True
    subject_is_left = before.kind == "country" and word.first - 1 > left + 1 and before.text != ","
    follows = (
        following.lower in words()["prepositions"] or following.kind == "date" or following.lower in {"earlier", "last"}
    )
    if word.first == left + 1 and (following.lower.endswith("ing") or following.lower in {"to", "as"}):
        return True  # headlines and chronicles: "Arica Accord signed providing for peace"
    return follows and not (subject_is_left and following.lower in {"the", "a", "an"})


def _is_reduced_relative(units: tuple[Unit, ...], left: int, word: StepWord) -> bool:
    """Tell whether a clause without "that" follows ("the treaty Peru signed in May", "the deal they reached")."""
    subject = units[left + 1 : word.first]
    if word.form != "past" or not 0 < len(subject) <= 5:
        return False
    names = {"country", "organization", "person"}
    small = {"the", "two", "both", "and", "have", "had", "has"} | words()["pair"] | words()["pronouns"]
    if not all(unit.kind in names or unit.lower in small for unit in subject) or subject[0].lower in {"and", "that"}:
        return False
    following = units[word.last + 1] if word.last + 1 < len(units) else None
    if following is None or following.kind in {MARK, "date"}:
        return True
    return following.lower in words()["prepositions"] - {"to", "that"} or following.lower in {"last", "earlier"}


def follows_conjunction(units: tuple[Unit, ...], verb: int) -> bool:
    """Tell whether the verb shares the subject of one before ("was signed … and ratified …")."""
    for i in range(verb - 1, max(-1, verb - 4), -1):
        if units[i].lower in {"and", "but", "then", "or"}:
            return True
        if not (units[i].lower.endswith("ly") or units[i].kind == "date" or units[i].lower in {"later", "in", "on"}):
            return False
    return False


def _is_possessed(units: tuple[Unit, ...], mention: InstrumentMention, word: StepWord) -> bool:
    """Tell whether the step is the instrument's own ("the treaty's ratification", "after its entry into force")."""
    if word.first - mention.last == 2 and units[mention.last + 1].lower in {"'s", "s'", "'"}:
        return True
    early = {"draft", "proposed", "planned", "negotiations"}
    return word.first - mention.last == 1 and units[word.first].lower not in early
