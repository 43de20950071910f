"""Which steps a sentence tells of an instrument: signed, ratified, to be signed, never ratified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.agreements.entries import is_said_of_topic, topic
from pipeline.agreements.lexicon import StepWord, find_steps, steps_of, words
from pipeline.agreements.linking import joined_to, relation_in
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.modality import (
    Stance,
    class_of,
    denies,
    in_preparation,
    is_criticism,
    is_taken_by_legislature,
    stance,
)
from pipeline.agreements.relations import PREMODIFIERS, Relation, continues_list, follows_conjunction
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import Span

CONDITIONS = frozenset({"if", "once", "unless", "until", "soon"})


# Steps whose future is a plan; a future ratification or entry into force says nothing about the status.
PLANNABLE = frozenset({"signed", "initialled", "extended"})


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step that a sentence tells of an instrument.

    `status` is the status it gives after plan, proposal and negation are taken into account, "" if it gives none;
    `reason` says which of these applied.
    """

    sentence: Sentence
    word: StepWord
    relation: Relation
    status: str
    reason: str

    @property
    def span(self) -> Span:
        """The characters of the word for the step."""
        units = self.sentence.units
        return Span(units[self.word.first].start, units[self.word.last].end)

    @property
    def is_conclusion(self) -> bool:
        """Tell whether the step is the signing or conclusion, which the field `date` speaks of."""
        return self.word.step.status == "signed"


def told_steps(sentence: Sentence, mentions: list[InstrumentMention]) -> list[list[ToldStep]]:
    """Return, for each of the instruments of `sentence` (in order), the steps told of it."""
    if not mentions:
        return []
    covered = {i for m in mentions for i in range(m.first, m.last + 1)}
    found = [word for word in steps_of(sentence) if word.first not in covered]
    told: list[list[ToldStep]] = []
    qualifying: set[int] = set()  # participles that say something of an instrument in front have no object behind
    subject_of_entry = topic(sentence, mentions)
    for number, mention in enumerate(mentions):
        own = [step for word in found if (step := _told(sentence, mentions, number, word)) is not None]
        own = [step for step in own if step.relation != "active" or step.word.first not in qualifying]
        own = _without_news(_without_talk(_without_approval(sentence, own), mention))
        qualifying |= {
            step.word.first for step in _of_type(own, mention) if step.relation in {"participle", "relative"}
        }  # a body that signs is not signed
        if number == subject_of_entry:
            known = {step.word.first for step in own}
            own += [
                _step(sentence, word, "entry")
                for word in found
                if word.first not in known and is_said_of_topic(sentence, mention, word)
            ]
        if not own and number > 0 and _is_listed_of(sentence, mentions[number - 1], told[-1], mention):
            own = [replace(step, relation="list") for step in told[-1]]
        elif not own and number > 0 and continues_list(sentence.units, mentions[number - 1], mention):
            # What stands in between may only be cited ("a protocol amending the agreement of 2015, a memorandum …").
            joined = joined_to(sentence, mentions, number)
            if joined is None or any(mentions[joined].last < word.first < mention.first for word in found):
                earlier = next((steps for steps in reversed(told) if steps), [])
            else:
                earlier = told[joined]
            own = [replace(step, relation="list") for step in earlier if step.relation != "participle"]
        own += [step for word in found if (step := _coordinated(sentence, own, word)) is not None]
        own += _draft(sentence, mention)
        told.append(_of_type(own, mention))
    return _shared_with_left(sentence, mentions, told)


def _is_nor(sentence: Sentence, mention: InstrumentMention) -> bool:
    """Tell whether "nor" stands in front of the noun phrase, before its article."""
    return "nor" in {unit.lower for unit in sentence.units[max(0, mention.first - 2) : mention.first]}


def _is_listed_of(
    sentence: Sentence, before: InstrumentMention, told: list[ToldStep], mention: InstrumentMention
) -> bool:
    """Tell whether the sentence says that the instrument is one of a set ("among those signed was a protocol")."""
    units = sentence.units
    if not told or not before.head.plural or not any(step.word.last < mention.first for step in told):
        return False
    behind = [unit.lower for unit in units[max(before.last, told[-1].word.last) + 1 : mention.first]]
    if any(lower in INCLUDING for lower in behind) and not any(lower in {"that", "which", "who"} for lower in behind):
        return True
    among = {unit.lower for unit in units[: before.first]} & {"among", "one", "amongst"}
    return bool(among) and any(lower in words()["be"] for lower in behind[-4:])


INCLUDING = frozenset({"include", "includes", "included"})  # these take definite members too


def _without_approval(sentence: Sentence, own: list[ToldStep]) -> list[ToldStep]:
    """Return the steps without the approval of a step that is still to be taken ("approved the signing of")."""
    signings = [step.word.first for step in own if step.word.step.id == "sign" or step.word.form == "gerund"]
    return [
        step
        for step in own
        if not sentence.units[step.word.first].lower.startswith("approv")
        or not any(0 < first - step.word.last <= APPROVAL for first in signings)
    ]


def _without_talk(own: list[ToldStep], mention: InstrumentMention) -> list[ToldStep]:
    """Return the steps without the talks about a mere possibility ("discussed the possibility of a treaty")."""
    ideas = [step.word.first for step in own if step.word.step.id == "propose" and step.word.form == "noun"]
    return [
        step
        for step in own
        if step.word.step.id not in {"negotiate", "conclude"}
        or step.word.form == "noun"
        or not any(step.word.last < first < mention.first for first in ideas)
    ]


def _without_news(own: list[ToldStep]) -> list[ToldStep]:
    """Return the steps without the news of one that lies ahead ("the upcoming signing of a treaty was announced")."""
    if not any(step.status == "planned" and step.word.form == "noun" for step in own):
        return own
    return [step for step in own if not step.sentence.units[step.word.first].lower.startswith("announc")]


APPROVAL = 4  # units between "approved" or "approval" and the signing that it allows


def _coordinated(sentence: Sentence, own: list[ToldStep], word: StepWord) -> ToldStep | None:
    """Return a step that shares its instrument with the one in front ("concluded in May and in force since June")."""
    if any(step.word.first == word.first for step in own) or word.form != "past":
        return None
    before = [step for step in own if step.word.last < word.first and step.relation in {"participle", "relative"}]
    if not before or not follows_conjunction(sentence.units, word.first):
        return None
    between = sentence.units[before[-1].word.last + 1 : word.first]
    if any(unit.kind in {"country", "person", "organization"} or unit.text == ";" for unit in between):
        return None
    return _step(sentence, word, before[-1].relation)


def _draft(sentence: Sentence, mention: InstrumentMention) -> list[ToldStep]:
    """Return the step that "draft" in front of the noun tells."""
    for word in find_steps(sentence.units[: mention.head.first]):
        if mention.first <= word.first and sentence.units[word.first].lower in PREMODIFIERS:
            return [ToldStep(sentence, word, "premodifier", word.step.status, "the text calls it so")]
    return []


def _shared_with_left(
    sentence: Sentence, mentions: list[InstrumentMention], told: list[list[ToldStep]]
) -> list[list[ToldStep]]:
    """Give the steps behind a pair of instruments to the first as well ("a treaty and a convention signed in")."""
    for number in range(len(mentions) - 2, -1, -1):
        behind = [step for step in told[number + 1] if step.relation in {"participle", "passive", "relative"}]
        joined = sentence.units[mentions[number].last + 1].lower == "and"
        if (
            not told[number]
            and behind
            and joined
            and continues_list(sentence.units, mentions[number], mentions[number + 1])
        ):
            told[number] = _of_type([replace(step, relation="list") for step in behind], mentions[number])
    return told


def _of_type(told: list[ToldStep], mention: InstrumentMention) -> list[ToldStep]:
    """Keep the steps that such an instrument can take."""
    return [step for step in told if _fits(step, mention.instrument.type) or step.relation == "agent"]


def _fits(step: ToldStep, type_: str) -> bool:
    """Tell whether an instrument of this type can take a step: relations and bodies are established, not signed."""
    types = step.word.step.types
    if type_ in {"diplomatic-relations", "joint-body"}:
        return type_ in types
    return not types or type_ in types or type_ == "pronoun"


def _step(sentence: Sentence, word: StepWord, relation: Relation) -> ToldStep:
    status, reason = _status(sentence, word, relation)
    return ToldStep(sentence, word, relation, status, reason)


def signing_of_list(sentence: Sentence) -> ToldStep | None:
    """Return the conclusion that a sentence tells of the items of the list below ("they witnessed the signing of:")."""
    for word in steps_of(sentence):
        if word.step.id in {"sign", "conclude"} and not word.step.types:
            step = _step(sentence, word, "list")
            if step.status:
                return step
    return None


def _told(sentence: Sentence, mentions: list[InstrumentMention], number: int, word: StepWord) -> ToldStep | None:
    relation = relation_in(sentence, mentions, number, word)
    if relation is None:
        return None
    if relation == "agent":
        return ToldStep(sentence, word, relation, "signed", "the instrument by which the step was taken was concluded")
    denied = denies(sentence, mentions[number].head.last) or _is_nor(sentence, mentions[number])
    if relation in {"passive", "subject", "active", "list"} and denied:
        return ToldStep(sentence, word, relation, "", "the step is negated")
    return _step(sentence, word, relation)


def _status(sentence: Sentence, word: StepWord, relation: Relation) -> tuple[str, str]:
    """Return the status that the step gives, and why it is not the step's own where it is not."""
    status = word.step.status
    if word.step.id == "have" and not _is_had(sentence, word):
        return "", "who has it, and with whom, is not said"
    if (relation == "active" and is_criticism(sentence, word)) or _is_dated_ahead(sentence, word):
        return "", "who has no part in it speaks against it, or it still runs"
    if word.form == "noun" and status == "ratified" and _is_only_asked(sentence.units, word):
        return "", "ratification is asked for or still lies ahead"
    if word.step.id == "conclude" and is_taken_by_legislature(sentence, word):
        status = "ratified"
    by_parse = None if relation in {"premodifier", "entry"} else stance(sentence, word)
    agreed = {unit.lower for unit in sentence.units[max(0, word.first - 6) : word.first]} & {"agreed"}
    if word.step.types and agreed:
        by_parse = None  # agreeing to establish it is the event
    if status == "extended" and by_parse == "planned" and agreed:
        return status, "agreeing to extend it is the extension"
    found = _of_stance(by_parse, status, word) or _by_order(sentence.units, word, relation, status)
    if status == "extended" and found[0] in {"planned", "proposed"}:
        return ("signed" if relation == "active" else ""), "what is to be extended was concluded"
    if word.form in {"noun", "gerund"} and sentence.units[max(0, word.first - 1)].lower in AHEAD:
        return ("planned" if status in PLANNABLE else ""), "the step still lies ahead"
    if found == (status, TAKEN) and in_preparation(sentence, word):
        return "negotiated", "the sides are at it"
    return found


def _is_dated_ahead(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether "which expires" is followed by the day on which it will."""
    if word.step.id != "expire" or word.form != "base":
        return False
    behind = [unit.kind for unit in sentence.units[word.last + 1 : word.last + 3]]
    return sentence.units[word.first - 1].lower in {"which", "that"} and "date" in behind


AHEAD = frozenset("upcoming forthcoming planned scheduled expected pending impending".split())


def _is_had(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether two parties have an agreement ("Peru has a treaty with Chile", "A and B have a pact")."""
    units = sentence.units
    before = units[word.first - 1] if word.first else None
    if before is None or (before.mention is None and before.lower not in HAVING):
        return False  # "to have a treaty", "would have a treaty"
    behind = [unit.lower for unit in units[word.last + 1 : word.last + HELD]]
    joined = units[word.first].lower == "have" and "and" in {
        u.lower for u in units[max(0, word.first - HELD) : word.first]
    }
    return joined or "with" in behind or "between" in behind


HELD = 10  # units around "has a" in which those who have it stand
HAVING = frozenset("countries states nations sides both governments they already also currently now companies".split())
TAKEN = "the text states the step"


def _of_stance(by_parse: Stance | None, status: str, word: StepWord) -> tuple[str, str] | None:
    """Return the status and the reason for it that the words around a step give it, None if they leave it open."""
    if by_parse is None:
        return None
    if by_parse == "negated":
        return "", "the step is negated"
    if by_parse == "condition":
        return "", "the step is a condition"
    if by_parse == "refused":
        return ("rejected" if status in PLANNABLE else ""), "the step was refused"
    if by_parse == "done":
        return status, TAKEN
    if status in {"proposed", "rejected", "terminated", "suspended"} or word.step.id == "plan-to-sign":
        return None
    if status == "negotiated":
        return ("proposed" if by_parse in {"planned", "proposed"} else status), "the talks still lie ahead"
    if status not in PLANNABLE:
        return "", "the step still lies ahead"
    if by_parse == "begun":
        return "negotiated", "the sides are at work on it"
    return by_parse, "the step still lies ahead"


def _by_order(units: tuple[Unit, ...], word: StepWord, relation: Relation, status: str) -> tuple[str, str]:
    """Return the status that the words in front of a step give it, and the reason."""
    classes = words()
    before = [unit.lower for unit in units[max(0, word.first - 6) : word.first]]
    close = _same_clause(before)
    if any(lower in classes["negation"] for lower in close[-4:]) or "no" in close[-3:]:
        return "", "the step is negated"
    if any(lower in classes["failed"] for lower in close[-3:]) and status in {"signed", "ratified"}:
        return ("rejected" if status == "signed" else ""), "the step was refused"
    late = [unit.lower for unit in units[:2]] == ["not", "until"]  # "Not until 1971 did they sign a treaty"
    if CONDITIONS & set(close) and not late and relation not in {"nominal", "premodifier"}:
        return "", "the step is a condition"
    if word.step.types and "agreed" in close:
        return status, "agreeing to establish it is the event"
    planned = _is_future(word, close, relation)
    if planned == "unsaid":
        return "", "whether the step was taken is not said"
    if planned and status in PLANNABLE:
        return planned, "the step still lies ahead"
    if planned and status not in {"proposed", "negotiated", "planned"}:
        return "", "the step still lies ahead"
    return status, TAKEN


GIVEN = frozenset("resolution gave given gives granted voted".split())  # "gave its advice and consent to ratification"


def _is_only_asked(units: tuple[Unit, ...], word: StepWord) -> bool:
    """Tell whether ratification is asked for ("consent to ratification of") or has yet to come ("… will allow")."""
    before = {unit.lower for unit in units[max(0, word.first - 8) : word.first]}
    if before & {"consent", "pending", "awaits", "awaiting"} and not before & GIVEN:
        return True
    behind = [unit.lower for unit in units[word.last + 1 : word.last + 12]]
    return bool({"will", "would", "could", "should"} & set(behind[:8]))


def _same_clause(before: list[str]) -> list[str]:
    for i in range(len(before) - 1, -1, -1):
        joins_verbs = before[i] in {"and", ","} and before[i + 1 : i + 2] == ["be"]
        if before[i] in {",", ";", ":", "and", "but", "which", "that"} and i < len(before) - 1 and not joins_verbs:
            return before[i + 1 :]
    return before


def _is_future(word: StepWord, close: list[str], relation: Relation) -> str:
    """Return "planned" or "proposed" if the step has not taken place, else ""."""
    classes = words()
    if relation == "premodifier":
        return ""
    if any(lower in {"would", "could", "should", "may", "might", "can"} for lower in close[-3:]):
        return "proposed"
    window = close if close[-1:] == ["be"] else close[-4:]
    if any(lower in {"will", "shall"} for lower in window):
        return "planned"
    passive = bool({"be", "been"} & set(close[-2:]))
    infinitive = "to" in close[-3:] and (word.form == "base" or passive)
    arranged = infinitive and any(
        one in classes["be"] and other == "to" for one, other in pairwise(close[-4:])
    )  # "are to sign"
    if (
        infinitive
        and not passive
        and not arranged
        and not set(close) & (classes["planned"] - {"to"} | classes["proposed"])
    ):
        return _led_up_to(close) or "unsaid"
    if not infinitive:
        nominal = word.form in {"noun", "gerund"}
        if nominal and (ahead := _led_up_to(close)):
            return ahead
        if nominal and any(lower in classes["proposed"] for lower in close[-4:]):
            return "proposed"
        return "planned" if nominal and any(lower in {"forthcoming", "upcoming", "planned"} for lower in close) else ""
    if any(lower in classes["proposed"] for lower in close[:-1]):
        return "proposed"
    return "planned"


def _led_up_to(close: list[str]) -> str:
    """Return "planned" or "proposed" if the word in front of a preposition says so ("a plan for signing"), else ""."""
    led = [k for k in range(max(1, len(close) - LED), len(close)) if close[k] in {"to", "of", "for", "towards"}]
    found = class_of(close[led[-1] - 1]) if led else None
    return found if found in {"planned", "proposed"} else ""


LED = 3  # units in front of a step in which the preposition stands: an article or adjective may follow it
