"""Whether a step was taken: plans, wishes, conditions, refusals and negations around the word for it.

Where the sentence was parsed, the words that the step hangs on are asked first ("agreed to sign", "work toward the
conclusion of", "the first to sign"); the words in front decide what the parse leaves open.
"""

from __future__ import annotations

import re
from typing import Literal

from pipeline.agreements.counts import ORDINAL
from pipeline.agreements.lexicon import StepWord, words
from pipeline.agreements.syntax import DEPTH, top_of
from pipeline.agreements.units import Node, Sentence, Unit

Stance = Literal["negated", "refused", "condition", "planned", "proposed", "begun", "done"]

CONDITIONS = frozenset({"if", "unless", "once", "until", "whether"})
HYPOTHETICAL = frozenset({"would", "could", "should", "may", "might", "can", "must", "'d"})
NOT = frozenset("not never n't hardly neither nor cannot".split())
BARRED = frozenset({"without"})
ORDINALS = frozenset("first second third last only latest next".split())
# What a person or state does that leads up to a step, by what it says of the step.
FAILED = frozenset(
    "failed fail fails failing failure refused refuse refuses refusing refusal declined declines declining unable "
    "refrained".split()
)
ACHIEVED = frozenset(
    "managed manages managing proceeded able succeeded succeeding success met gathered assembled convened voted "
    "travelled traveled flew went".split()
)
BEGUN = frozenset(
    "begin begins began begun beginning start starts started starting continue continues continued continuing "
    "work works worked working close closer near nearing toward towards progress efforts effort talks "
    "negotiations negotiating discussions step steps ongoing".split()
)
PROPOSED = frozenset(
    "want wants wanted hope hopes hoped hoping wish wishes wished propose proposes proposed proposing proposal "
    "proposals suggest suggests suggested suggestion offer offers offered offering seek seeks sought seeking urge "
    "urges urged urging call calls called calling ask asks asked invite invites invited inviting recommend "
    "recommends recommended recommendation need needs needed necessity like try tries tried trying attempt "
    "attempts attempted consider considers considered considering request requested interested interest possible "
    "possibility possibilities prospect prospects idea imperative importance important advocate advocates "
    "advocated encourage encouraged encourages explore explored exploring feasibility desire desired eager "
    "willing willingness readiness ready favour favor view goal aim aims aimed aiming demand demanded push pushed "
    "support supports supported supporting pressed look looks looking "
    "persuade persuaded pressure opportunity necessary desirable dream way subject conditional "
    "conditioned contingent".split()
)
PLANNED = frozenset(
    "plan plans planned planning intend intends intended intention intent expect expects expected expecting "
    "scheduled due set prepare prepares prepared preparing preparations about decide decides decided decision "
    "undertake undertook undertakes commit commits committed commitment pledge pledges pledged promise promised "
    "promises vow vowed agree agrees agreed agreeing instruct instructed instructions instruction order ordered "
    "orders arrange arranged slated poised track determined resolve resolved bound supposed likely forthcoming "
    "upcoming await awaits awaiting pending authorized authorised directed tasked destined approval approved approve "
    "approves approving purpose permission clearance cleared greenlighted mandate mandated nod accelerate accelerated "
    "expedite expedited hasten hastened speed".split()
)
LAUNCH = frozenset("launch start beginning opening resumption commencement initiation relaunch".split())
TO_BEGIN = frozenset("commence start launch begin open resume initiate relaunch".split())
BE = frozenset("is are was were be been being".split())


def stance(sentence: Sentence, word: StepWord) -> Stance | None:
    """Return what the words that a step hangs on say of it, None if they leave that open or there is no parse.

    Verbs that share their subject share their auxiliaries; the auxiliaries of a verb are those of its signing too
    ("the signing will take place").
    """
    tree = sentence.tree
    if not tree:
        return None
    i = top_of(sentence, word.first, word.last)
    launched = False  # "toward the launch of negotiations": not even these have begun
    for _ in range(DEPTH):
        own = _own_stance(sentence, i)
        if own == "proposed" and _is_scheduled(sentence, word):
            return "planned"
        if own is not None:
            return own
        node = tree[i]
        if node.head == i:
            return None
        if node.role == "conjunct":
            if _has(tree, i, "subject", "passive-subject"):
                return None
            i = node.head
            continue
        above = _governed(sentence, i, node)
        if above != "on":
            return "proposed" if launched and above == "begun" else above
        launched = launched or sentence.units[i].lower in LAUNCH
        i = node.head
        if tree[i].role == "preposition":
            i = tree[i].head
            launched = launched or sentence.units[i].lower in LAUNCH
    return None


def _is_scheduled(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether "should be signed" is followed by a date."""
    units = sentence.units
    in_front = {unit.lower for unit in units[max(0, word.first - 3) : word.first]}
    return "should" in in_front and any(unit.kind == "date" for unit in units[word.last + 1 : word.last + 7])


def _own_stance(sentence: Sentence, i: int) -> Stance | None:
    """Return what the words that hang on a verb or noun say: auxiliaries, negations, "if"."""
    below = [
        (k, sentence.units[k].lower, node.role) for k, node in enumerate(sentence.tree) if node.head == i and k != i
    ]
    lowers = {lower for k, lower, role in below if k < i and role in {"auxiliary", "passive-auxiliary", "negation"}}
    marks = {lower for k, lower, role in below if k < i and role in {"marker", "adverbial"}}
    if (lowers | marks) & NOT or any(role == "negation" and k < i for k, _, role in below):
        return "negated"
    if marks & CONDITIONS:
        return "condition"
    if lowers & {"will", "shall"}:
        return "planned"
    if "would" in lowers and _is_reported(sentence, i):
        return "planned"  # "announced that it would sign"
    if lowers & HYPOTHETICAL or (lowers == {"be"} and sentence.tree[sentence.tree[i].head].pos == "VERB"):
        return "proposed"  # "suggested that a treaty be concluded"
    return None


def _is_reported(sentence: Sentence, i: int) -> bool:
    """Tell whether a clause is what somebody announced: its "would" is the future of the past."""
    tree, units = sentence.tree, sentence.units
    if any(unit.lower in CONDITIONS for unit in units):
        return False
    above = tree[i].head
    return above != i and tree[i].role in {"complement", "clause"} and units[above].lower in ANNOUNCED


ANNOUNCED = frozenset("announced said stated confirmed declared added reported told noted revealed disclosed".split())


def _governed(sentence: Sentence, i: int, node: Node) -> Stance | Literal["on"] | None:
    """Return what the word above says of a step, "on" if the next one up has to be asked."""
    units = sentence.units
    if sentence.tree[i].pos in {"VERB", "AUX"} and not units[i].lower.endswith("ing"):
        return _of_infinitive(sentence, i, node)
    if units[node.head].lower in BARRED:
        return "negated"
    if node.role == "subject":
        return "on"
    if node.role == "passive-subject":
        return class_of(units[node.head].lower)
    found = _of_nominal(sentence, i, node)
    return None if found == "done" else found


def _of_infinitive(sentence: Sentence, i: int, node: Node) -> Stance | None:
    """Return what "agreed", "is", "the first" say in front of "to sign"."""
    tree, units, above = sentence.tree, sentence.units, node.head
    if not any(k < i and one.head == i and one.pos == "PART" and units[k].lower == "to" for k, one in enumerate(tree)):
        return None
    if tree[above].pos == "AUX" and units[above].lower in BE and node.role in {"complement", "clause"}:
        firsts = any(_is_ordinal(unit) for unit in units[above + 1 : i])
        return "done" if firsts else "planned"  # "was the first state to sign"
    if units[above].lower in {"became", "becomes", "become"} and any(
        _is_ordinal(unit) for unit in units[above + 1 : i]
    ):
        return "done"
    of_noun = tree[above].pos in {"NOUN", "PROPN"}
    if of_noun and any(_is_ordinal(units[k]) for k in range(above) if tree[k].head == above):
        return "done"
    if units[above].lower in SUBMISSIONS and units[tree[above].head].lower in APPROVED:
        return "planned"  # "approved a proposal to sign"
    if units[above].lower in SUBMITTED and any(unit.lower in SUBMISSIONS for unit in units[:above]):
        return "planned"  # "the proposal made by the minister to enter into an agreement"
    return class_of(units[above].lower)


def _is_ordinal(unit: Unit) -> bool:
    return unit.lower in ORDINALS or ORDINAL.fullmatch(unit.lower) is not None


NEARLY = frozenset("close closer near nearer".split())
SUBMITTED = frozenset("made granted given submitted tabled presented obtained".split())
APPROVED = frozenset("approve approves approved approving endorsed endorses accepted accepts cleared".split())
SUBMISSIONS = frozenset("proposal proposals approval authorization authorisation permission".split())


def _of_nominal(sentence: Sentence, i: int, node: Node) -> Stance | Literal["on"] | None:
    """Return what "work toward", "called for", "planned" say in front of "the conclusion of", "signing"."""
    tree, units, above = sentence.tree, sentence.units, node.head
    if node.role in {"prepositional-object", "clause"} and tree[above].role in {"preposition", "marker", "adverbial"}:
        if tree[above].head == above:
            return None
        if units[tree[above].head].lower in LAUNCH:
            return "on"
        if units[above - 1].lower in NEARLY:
            return "begun"
        found = class_of(units[tree[above].head].lower)
        return "begun" if found is None and units[above].lower in {"toward", "towards"} else found
    if node.role not in {"object", "complement"}:
        return None
    if units[above].lower in TO_BEGIN:
        return "on"
    if units[above].lower in PREVENTED:
        return "negated"
    if any(k > i and one.head == above and one.role in {"clause", "complement"} for k, one in enumerate(tree)):
        return None  # "expected the signing to usher in …" says nothing of the signing
    return None if units[above].lower.startswith("prepar") else class_of(units[above].lower)


PREVENTED = frozenset(
    "prevent prevents prevented preventing block blocks blocked blocking hinder hindered hindering".split()
)


def class_of(lower: str) -> Stance | None:
    """Return what a word says of the step that it leads up to, None if nothing."""
    if lower in FAILED:
        return "refused"
    if lower in ACHIEVED:
        return "done"
    if lower in BEGUN:
        return "begun"
    if lower in PROPOSED:
        return "proposed"
    if lower in PLANNED:
        return "planned"
    return None


def _has(tree: tuple[Node, ...], i: int, *roles: str) -> bool:
    return any(node.head == i and node.role in roles for k, node in enumerate(tree) if k != i)


def denies(sentence: Sentence, head: int) -> bool:
    """Tell whether "no" or "neither" in front of an instrument denies what is told of it ("no treaty was signed")."""
    tree = sentence.tree
    return any(
        node.head == head
        and sentence.units[k].lower in {"no", "neither"}
        and sentence.units[k + 1].lower not in {"fewer", "less"}
        for k, node in enumerate(tree)
        if k < head
    )


def in_preparation(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether a conclusion is still going on ("are finalizing an agreement", "is being concluded")."""
    if word.step.id != "conclude":
        return False
    before = [unit.lower for unit in sentence.units[max(0, word.first - 3) : word.first]]
    if word.form == "past":
        return before[-1:] == ["being"]
    return word.form == "gerund" and bool(before) and before[-1] in words()["be"]


LEGISLATURE = re.compile(
    r"\b(?:senate|parliament|congress|national assembly|federal assembly|house of \w+|duma|federation council|"
    r"bundestag|bundesrat|knesset|riksdag|storting|folketing|sejm|diet|majlis|rada|cortes|chamber of deputies|"
    r"riigikogu|saeima|seimas|legislature|parliaments|lawmakers|deputies|senators|legislators|mps|lok sabha)\b"
)


def is_taken_by_legislature(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether a parliament approves: it acts on what a government has signed."""
    units = sentence.units
    if units[word.first].lower not in {
        "approved",
        "approve",
        "approves",
        "adopted",
        "endorsed",
        "accepted",
        "approval",
    }:
        return False
    actors = _actors(sentence, word)
    if not actors:
        behind = [unit.lower for unit in units[word.last + 1 : word.last + 12]]
        by = behind.index("by") + 1 if "by" in behind else None
        actors = list(units[max(0, word.first - 3) : word.first])
        actors += list(units[word.last + 1 + by : word.last + 5 + by]) if by else []
    return any(LEGISLATURE.search(unit.lower) for unit in actors)


def _actors(sentence: Sentence, word: StepWord) -> list[Unit]:
    """Return the subject or agent of a verb, by the parse."""
    tree, units = sentence.tree, sentence.units
    if not tree:
        return []
    verb = top_of(sentence, word.first, word.last)
    agents = [i for i, node in enumerate(tree) if node.head == verb and node.role == "agent"]
    subjects = [i for i, node in enumerate(tree) if node.head == verb and node.role in {"subject", "possessor"}]
    if tree[verb].role == "object" and tree[verb].pos == "NOUN":
        given = tree[verb].head  # "the Senate gave its approval"
        subjects += [i for i, node in enumerate(tree) if node.head == given and node.role == "subject"]
    return [units[i] for i, node in enumerate(tree) if i in subjects or node.head in agents]


def is_criticism(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether somebody who cannot end an agreement "denounced" it: a person, an assembly, a party."""
    if word.step.id != "terminate" or not sentence.units[word.first].lower.startswith("denounc"):
        return False
    return any(unit.lower in CRITICS for unit in _actors(sentence, word))


CRITICS = frozenset(
    "he she who assembly ministers protesters demonstrators critics opposition crowd lawmakers union unions group "
    "groups party leader leaders activists media newspaper newspapers league organization organizations".split()
)
