"""What a sentence says of the terms of an agreement: "which ended the war", "in which Peru gave up the coast"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.agreements.agreeing import behind_agreeing, bound_to
from pipeline.agreements.events import Reading
from pipeline.agreements.extents import opens_adjunct
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.openers import acts_on_matter
from pipeline.agreements.syntax import DEPTH, top_of
from pipeline.agreements.telling import ABOUT, FATES, FORMAL, SAYING, has_matter_alone, is_fate, object_of
from pipeline.agreements.topics import is_topic
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import Span

RELATIVES = frozenset({"which", "that"})
SUBJECTS = frozenset({"subject", "passive-subject"})
VAGUE = frozenset("it they he she this that these those which who we all both each one some most".split())
Told = tuple[str, Span, str]


def told_terms(reading: Reading) -> Told | None:
    """Return the rule, the characters and the reason of what the sentence says that the instrument provides."""
    sentence = reading.sentence
    if not sentence.tree or reading.mention.instrument.type in {"diplomatic-relations", "joint-body"}:
        return None
    noun = top_of(sentence, reading.mention.first, reading.mention.last)
    if noun > reading.mention.last or noun < reading.mention.first:
        return None
    for verb, is_main in [*_verbs(sentence, noun), *_verbs_in_order(reading)]:
        span = _terms(sentence, verb)
        if span is not None:
            rule = "subject-of-main-verb" if is_main else "subject-of-relative"
            return rule, span, "what the sentence says that it does"
    clause = _clause_under(sentence, noun) or _clause_in_order(reading)
    if clause is not None:
        first, last = clause
        span = cut(sentence, behind_agreeing(sentence, first, last), _with_other_side(sentence, first, last))
        if span is not None:
            return "subject-of-clause", span, "the clause that tells what was agreed in it"
    return None


def _verbs(sentence: Sentence, noun: int) -> Iterator[tuple[int, bool]]:
    """Yield the verbs of which the instrument is the subject, and whether they are the sentence's own."""
    tree, units = sentence.tree, sentence.units
    for i, node in enumerate(tree):
        if i <= noun or node.head == i or node.role not in {"clause", "root", "conjunct"}:
            continue
        partner = noun < node.head < i and units[node.head].kind != WORD and node.head in subtree(sentence, noun)
        if node.role == "clause" and (node.head == noun or partner):
            subjects = [k for k, other in enumerate(tree) if other.head == i and other.role in SUBJECTS and k != i]
            told = (
                len(subjects) == 1
                and units[subjects[0]].lower in RELATIVES
                and not _is_opinion(sentence, subjects[0], i)
            )
            if told and tree[subjects[0]].role == "subject":
                yield i, False
    node = tree[noun]
    if node.role == "subject" and node.head > noun:
        yield node.head, True
        for i, other in enumerate(tree):
            if other.head == node.head and other.role == "conjunct" and i > node.head:
                yield i, True


def _is_opinion(sentence: Sentence, relative: int, verb: int) -> bool:
    """Tell whether somebody's verb stands between "that" and the verb: "that they hope will boost trade"."""
    between = range(relative + 1, verb)
    marked = any(sentence.units[k].kind == MARK for k in between)
    return not marked and any(sentence.tree[k].pos == "VERB" for k in between)


def _verbs_in_order(reading: Reading) -> Iterator[tuple[int, bool]]:
    """Yield the verb that stands right behind the instrument, wherever the parse hangs it.

    Its own ("The Treaty of Lima of 1929 formally ended the war"), or that of a "which" behind its day and place.
    """
    sentence = reading.sentence
    units, tree = sentence.units, sentence.tree
    i = _behind_passed(reading)
    if i >= len(units) - 1:
        return
    if units[i].lower in RELATIVES:
        if units[i - 1].lower in words()["prepositions"]:
            return  # "in which Peru gave up the coast"
        near = (k for k in range(i + 1, min(len(units), i + RELATIVE_REACH)) if tree[k].pos in {"VERB", "AUX"})
        verb = tree[i].head if tree[i].role == "subject" and tree[i].head > i else next(near, i)
        if tree[verb].pos == "VERB" and not _is_opinion(sentence, i, verb):
            yield verb, False
        return
    while i < len(units) - 1 and units[i].lower.endswith("ly"):
        i += 1
    own = {tree[k].role for k in range(len(tree)) if tree[k].head == i and k != i}
    finite = tree[i].pos == "VERB" and units[i].lower.endswith(("ed", "s"))
    for_what = units[i].lower in ABOUT and units[i + 1].lower in {"for", "with", "on", "at"}
    told = "object" in own or ("preposition" in own and for_what)  # "provided for free ports"
    if finite and (units[i - 1].text != "," or units[i].lower in ABOUT) and told and not own & SUBJECTS:
        yield i, True


def _behind_passed(reading: Reading) -> int:
    """Return the unit behind the instrument's day, place and parties, and behind what commas set off from it."""
    units = reading.sentence.units
    i = reading.mention.last + 1
    if i + 1 < len(units) and units[i].text == "," and units[i + 1].lower.endswith(("ed", "en")):
        end = next((k for k in range(i + 2, min(len(units), i + SET_OFF)) if _ends_set_off(units, k)), None)
        if end is not None:
            return end + 1
    while i < len(units) - 1 and (units[i].kind in PASSED_KINDS or units[i].lower in PASSED):
        i += 1
    return i


def _ends_set_off(units: tuple[Unit, ...], k: int) -> bool:
    """Tell whether a comma closes what is set off: behind it stands a verb of what an agreement says."""
    return units[k].text == "," and k + 1 < len(units) and units[k + 1].lower in ABOUT


SET_OFF = 24  # units of ", signed in Lima by the ministers of Peru and Chile,"
PASSED_KINDS = frozenset({"date", "place", "country", "organization"})
PASSED = frozenset("of in on at by from , between and with the".split())


RELATIVE_REACH = 9  # units from "which" to its verb: "which, among other things, ended"


def _terms(sentence: Sentence, verb: int) -> Span | None:
    """Return what a verb says of an agreement: verb and object, or the object alone of verbs such as "covers"."""
    units, tree = sentence.units, sentence.tree
    lower = units[verb].lower
    if units[verb].kind != WORD or is_fate(sentence, verb) or _is_own_step(sentence, verb):
        return None
    before = [k for k in range(max(0, verb - 4), verb) if tree[k].head == verb]
    if any(units[k].lower in words()["negation"] | words()["auxiliaries"] - SAYING for k in before):
        return None
    below = set(subtree(sentence, verb))
    if not any(tree[k].head == verb and tree[k].role in {"object", "clause", "preposition", "complement"} and k > verb
               for k in below):  # fmt: skip
        return None
    first, last = verb, _before_fate(sentence, verb, max(below))
    if verb + 1 < len(units) and "by" in {unit.lower for unit in units[verb + 1 : verb + 3]}:
        return None  # a participle: "put forward by an envoy"
    bound = bound_to(sentence, verb)
    if bound is not None:
        return cut(sentence, bound, last, told_alone=True)
    if lower in ABOUT or has_matter_alone(sentence, verb):
        found = object_of(sentence, verb)
        if found is None:
            return None
        first = found
        others = (k for k in below if tree[k].head == verb and tree[k].role == "conjunct" and k > first)
        last = min([last, *(k - 1 for k in others if not is_topic(units[k].lower))])
    elif first - 1 in below and units[first - 1].lower.endswith("ly"):
        first -= 1
    is_noun = tree[first].pos == "NOUN" or units[first].lower.endswith("ing")
    told_alone = lower in ABOUT and is_noun and units[first].lower not in FORMAL
    return cut(sentence, first, last, told_alone=told_alone)


def _before_fate(sentence: Sentence, verb: int, last: int) -> int:
    """Return the last unit in front of a second verb that tells how it fared ("ended the war and became a model")."""
    units, tree = sentence.units, sentence.tree
    for k in range(verb + 1, last + 1):
        if tree[k].head == verb and tree[k].role == "conjunct" and tree[k].pos == "VERB":
            below = [i for i in range(verb + 1, k) if tree[i].head == k]
            passive = [i for i in below if tree[i].role == "passive-auxiliary"]
            if units[k].lower in FATES | MOODS or passive:
                return min([k, *passive]) - 1
    return last


MOODS = frozenset("reflected reflects showed shows signaled signalled symbolized inspired".split())


def _is_own_step(sentence: Sentence, verb: int) -> bool:
    """Tell whether the verb is a step of the instrument itself, not what it did to another ("ended the war")."""
    found = [word for word in steps_of(sentence) if word.first <= verb <= word.last]
    about = sentence.units[verb].lower in ABOUT
    roles = {"object", "complement", "preposition"} if about else {"object", "complement"}  # "calls for patrols"
    has_object = any(node.head == verb and node.role in roles for node in sentence.tree)
    outward = all(w.step.types or w.step.status in OUTWARD for w in found) or about
    return bool(found) and not (has_object and outward)


OUTWARD = frozenset({"terminated", "extended", "suspended"})


def _clause_under(sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """Return the clause of "in which", "under which", "whereby", or the one that "by the treaty" stands in front of."""
    units = sentence.units
    for i in range(noun + 1, min(len(units) - 2, noun + 14)):
        lower = units[i].lower
        joint = lower == "whereby" or (lower == "which" and units[i - 1].lower in {"in", "under", "by", "through"})
        joint = joint or (lower == "which" and [u.lower for u in units[i - 2 : i]] in LED_BY)
        if joint:
            verb = sentence.tree[i if lower == "whereby" else i - 1].head
            last = max(subtree(sentence, verb)) if verb > i else len(units) - 1
            return i + 1, _up_to_mark(sentence, max(last, i + 1))
        if units[i].text in {".", ";"}:
            return None
    return _clause_of_front(sentence, noun)


LED_BY = [["terms", "of"], ["provisions", "of"], ["according", "to"]]


def _clause_of_front(sentence: Sentence, noun: int) -> tuple[int, int] | None:
    """Return the main clause behind "By the Treaty of Lima of 1929 …", "Under the terms of the treaty, …"."""
    tree, units = sentence.tree, sentence.units
    top = noun
    for _ in range(3):
        if tree[top].role == "prepositional-object":
            top = tree[top].head
            if units[top].lower in {"by", "under", "in"} and _opens_sentence(sentence, top):
                break
        if units[top].lower != "of":
            return None
        top = tree[top].head
    if not _opens_sentence(sentence, top) or tree[top].role != "preposition":
        return None
    verb = tree[top].head
    subjects = [k for k, node in enumerate(tree) if node.head == verb and node.role in SUBJECTS and k > noun]
    if not subjects or (units[verb].lower in FATES and units[subjects[0]].kind != "country"):
        return None
    agreed_to = any(node.head == verb and node.role == "complement" for node in tree)  # "Peru agreed to leave"
    is_step = any(w.first <= verb <= w.last for w in steps_of(sentence))
    if is_step and not agreed_to and not acts_on_matter(sentence, verb):
        return None
    acting = subtree(sentence, subjects[0])
    if min(acting) <= noun:
        return None
    # Both sides need not be named again: "By the Treaty of Lima Peru and Chile settled their quarrel".
    first = verb if _are_all(sentence, acting) else min(acting)
    return first, max(subtree(sentence, verb))


def _clause_in_order(reading: Reading) -> tuple[int, int] | None:
    """Return what its parties do behind "By the Treaty of Lima", wherever the parse hangs their names."""
    units, mention = reading.sentence.units, reading.mention
    i = mention.first - 1
    while i > 0 and units[i].lower in {"the", "of", "terms", "provisions"}:
        i -= 1
    if i < 0 or units[i].lower not in {"by", "under"} or not _opens_sentence(reading.sentence, i):
        return None
    first = mention.last + 1
    while first < len(units) and (units[first].kind == "date" or units[first].lower in {"of", ","}):
        first += 1
    verb = first
    while verb < len(units) and (units[verb].kind == "country" or units[verb].lower in {"and", ",", "the", "both"}):
        verb += 1
    steps = {word.first for word in steps_of(reading.sentence)}
    named = [k for k in range(first, verb) if units[k].kind == "country"]
    if not named or verb >= len(units) - 1 or not _may_act(units[verb].lower) or verb in steps:
        return None
    return (verb if _are_all(reading.sentence, named) else first), _up_to_mark(reading.sentence, verb)


def _may_act(lower: str) -> bool:
    """Tell whether a word may be a verb that says what was agreed."""
    small = words()["auxiliaries"] | words()["prepositions"] | words()["conjunctions"] | words()["possessive"]
    return lower.isalpha() and lower not in small | FATES


def _opens_sentence(sentence: Sentence, i: int) -> bool:
    """Tell whether nothing but a day and marks stand in front of unit `i`."""
    front = sentence.units[:i]
    return i <= 1 or all(unit.kind in {"date", MARK} or unit.lower in words()["prepositions"] for unit in front)


def _are_all(sentence: Sentence, acting: list[int]) -> bool:
    """Tell whether a subject names the two sides of an agreement."""
    units = [sentence.units[i] for i in acting]
    pair = {unit.lower for unit in units} & {"both", "two"} and {unit.lower for unit in units} & words()["pair"]
    return bool(pair) or len({unit.lower for unit in units if unit.kind == "country"}) >= 2


def _with_other_side(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of a clause with what the other side does: "Peru left the port, and Chile paid for it"."""
    units, tree = sentence.units, sentence.tree
    k = last + 3
    if [unit.lower for unit in units[last + 1 : k]] != [",", "and"] or k >= len(units) - 1:
        return last
    k += units[k].lower == "the"
    one = first + (units[first].lower == "the")
    paired = units[one].kind == units[k].kind == "country" and tree[k].role in SUBJECTS and tree[k].head > k
    return _up_to_mark(sentence, tree[k].head) if paired and units[k].lower != units[one].lower else last


def _up_to_mark(sentence: Sentence, last: int) -> int:
    """Return the last unit in front of the next mark or step: the parse ends a clause too early, not too late."""
    steps = {word.first for word in steps_of(sentence)}
    while last + 1 < len(sentence.units) and sentence.units[last + 1].kind != MARK and last + 1 not in steps:
        last += 1
    return last


def cut(sentence: Sentence, first: int, last: int, *, told_alone: bool = False) -> Span | None:
    """Return the characters of a clause up to its full stop, a side clause, or its day.

    One word alone has to name a matter, or be `told_alone`: as the object of such a verb as "covers".
    """
    units = sentence.units
    end = -1
    for i in range(first, min(last, len(units) - 1) + 1):
        unit = units[i]
        if unit.text == "(" and i + 2 < len(units) and units[i + 2].text == ")" and units[i + 1].text[:2].isupper():
            end = i + 2  # an abbreviation of what stands in front
            continue
        if unit.text in {".", ";", ":", "(", "[", "–", "—", "”"} or unit.lower in {
            "although",
            "though",
            "while",
            "but",
        }:
            break
        if unit.text == "," and (_side_clause(sentence, i) or _second_clause(sentence, first, i)):
            break
        prolonged = unit.lower == "for" and units[first].lower.startswith(("extend", "prolong"))
        if (
            i > first
            and opens_adjunct(units, i)
            and not prolonged
            and not (sentence.tree and sentence.tree[i].head > i)
        ):
            break
        behind = units[i + 1] if i + 1 < len(units) else None
        if unit.lower in {"in", "on"} and behind is not None and behind.kind == "date":
            break
        adverb = bool(sentence.tree) and sentence.tree[i].pos == "ADV" and unit.lower.endswith(("ly", "even"))
        small = words()["prepositions"] | {"and", "the", "a"}
        if unit.kind != MARK and unit.lower not in small and (not adverb or unit.lower == "only"):
            end = i
    says_enough = told_alone or units[first].kind == "organization" or is_topic(units[first].lower)
    if end < first or (end == first and not says_enough) or (units[first].lower in VAGUE and end - first < 3):
        return None
    return Span(units[first].start, units[end].end)


def _second_clause(sentence: Sentence, first: int, comma: int) -> bool:
    """Tell whether ", and" opens a clause about something else: "revised the pact, and the Act of 1882 ended it"."""
    units, tree = sentence.units, sentence.tree
    if comma + 2 >= len(units) or units[comma + 1].lower not in {"and", "but", "or"}:
        return False
    if units[first].kind == "country" and units[comma + 2].kind == "country":
        return False  # what the other side does
    own = next((k for k in range(first - 1, comma) if k >= 0 and tree[k].pos == "VERB"), first)
    for k in range(comma + 2, len(units)):
        if tree[k].role in SUBJECTS and tree[k].head > k:
            return units[k].lower not in RELATIVES and tree[tree[k].head].head <= own
        if tree[k].pos in {"VERB", "AUX"} or units[k].text in {";", "."}:
            return False
    return False


def _side_clause(sentence: Sentence, comma: int) -> bool:
    """Tell whether a remark follows the comma, not the next item of a list."""
    units, tree = sentence.units, sentence.tree
    if comma + 1 >= len(units):
        return True
    behind = units[comma + 1]
    if [unit.lower for unit in units[comma + 1 : comma + 4]] == ["as", "well", "as"]:
        return False
    if behind.lower in {"which", "who", "where", "although", "though", "while", "but", "including", "as", "when",
                        "with", "whereas", "thus", "thereby", "an"}:  # fmt: skip
        return True
    if behind.lower == "a" and all(unit.lower != "and" for unit in units[comma + 2 : comma + 8]):
        return True  # "of coexistence, a word that …": no list
    return behind.lower.endswith("ing") and tree[comma + 1].role == "clause"


def subtree(sentence: Sentence, top: int) -> list[int]:
    """Return the units that hang on unit `top`, itself too."""
    tree = sentence.tree
    found = []
    for i in range(len(tree)):
        k = i
        for _ in range(3 * DEPTH):
            if k == top:
                found.append(i)
                break
            if tree[k].head == k:
                break
            k = tree[k].head
    return found
