"""How an instrument and a word for a step hang together by the parse of their sentence.

The parser reads long sentences better than the order of words does, but is wrong now and then; `relations` weighs both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.agreements.lexicon import StepWord
from pipeline.agreements.units import Node, Sentence

Tie = Literal["object", "passive", "subject", "participle", "relative", "nominal", "premodifier"]

DEPTH = 12  # links of a chain that are followed: more are a knot in a bad parse
CARRIERS = frozenset(
    "package set series number range host raft pair dozen dozens scores hundreds total text draft terms version "
    "batch handful couple majority one two three four five six several some many each all both part conclusion "
    "signing variety array string slew raft body group list first second third last".split()
)
NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
RELATIVES = frozenset({"which", "that", "who", "whom"})
# Words for steps that are taken with nothing but instruments: they belong to the nearest one, whatever the parse says.
CLEAR_STEPS = frozenset({"sign", "initial", "ratify", "enter-into-force", "expire"})
SIDES = frozenset("countries states nations sides parties governments neighbours neighbors ministers leaders".split())
SIGNERS = frozenset({"country", "organization", "person"})
EARLY = frozenset({"proposed", "negotiated", "planned"})  # "treaty negotiations" are about treaties in general
OF_NOUNS = frozenset({"of", "to", "for", "on", "in", "about", "regarding", "concerning", "towards", "toward"})


def top_of(sentence: Sentence, first: int, last: int) -> int:
    """Return the unit of a phrase that the others hang on: the head of its head lies outside."""
    tree = sentence.tree
    tops = [i for i in range(last, first - 1, -1) if not first <= tree[i].head <= last or tree[i].head == i]
    # The parser may hang the preposition of "talks on", the article of "come to an" elsewhere: the other word counts.
    return next((i for i in tops if tree[i].pos not in {"ADP", "SCONJ", "DET"}), tops[0] if tops else last)


def tie(sentence: Sentence, head: int, word: StepWord) -> tuple[Tie, int] | None:
    """Return what the instrument whose noun is unit `head` is to a word for a step, None if the parse ties them not.

    Conjuncts share the tie of the first of them ("a treaty and a protocol were signed"), verbs theirs ("was signed and
    ratified"); the noun that is tied itself comes second.
    """
    if _is_other_word(sentence, word) or sentence.tree[head].pos == "VERB":
        return None
    for noun in _carried(sentence, head):
        found = _nominal(sentence, noun, word) if word.form in {"noun", "gerund"} else None
        if found is None and word.form != "noun":
            found = _direct(sentence, noun, word)
        if found is not None:
            return found, noun
    return None


def acts(sentence: Sentence, first: int, last: int, word: StepWord) -> bool:
    """Tell whether the noun phrase of these units does the step to something ("a protocol that ended the treaty")."""
    tree = sentence.tree
    verb = top_of(sentence, word.first, word.last)
    own = {node.role: i for i, node in enumerate(tree) if node.head == verb and i != verb}
    if word.form != "past" or verb < last or "subject" not in own or "object" not in own:
        return False
    relative = sentence.units[own["subject"]].lower in RELATIVES and tree[verb].role == "clause"
    actor = tree[verb].head if relative else own["subject"]
    # The parser likes to hang a clause on the partner: "a protocol with Chile that ended the treaty".
    is_partner = (
        relative and sentence.units[actor].kind != "word" and is_below(tree, actor, top_of(sentence, first, last))
    )
    return first <= actor <= last or is_partner


def opposes(sentence: Sentence, head: int, word: StepWord, *, is_participle: bool) -> bool:
    """Tell whether the parse ties a word for a step to something else than the instrument whose noun is unit `head`.

    A verb that has another object or subject, or qualifies another noun, says nothing of the instrument. Verbs that
    are used of instruments only are taken from no one but another instrument's clause.
    """
    if _is_other_word(sentence, word):
        return True
    tree = sentence.tree
    verb = top_of(sentence, word.first, word.last)
    carried = set(_carried(sentence, head))
    own = range(word.first, word.last + 1)
    if tree[verb].role in {"modifier", "compound"} and verb < tree[verb].head and tree[verb].head not in carried:
        return verb < head  # "renewed talks on the agreement", "founding members of the council"
    if word.form == "noun" or tree[verb].pos == "NOUN":
        return False
    taken = [i for i in _taken(sentence, verb) if i not in own and not _is_in_brackets(sentence, head, i)]
    taken = [i for i in taken if not _is_side(sentence, head, i) and not _is_partner(sentence, head, i)]
    if word.step.id in CLEAR_STEPS:
        # Those who sign are never signed, nor those that a treaty is between: "a treaty with Boeing was signed".
        sides = {i for i in taken if i > head and sentence.units[i].lower in SIDES}
        taken = [i for i in taken if sentence.units[i].kind not in SIGNERS and i not in sides]
    qualifies = is_participle and tree[verb].role == "clause" and tree[verb].head in carried
    if qualifies and word.step.id in CLEAR_STEPS:
        return False  # "a treaty, signed in 1999 and ended in 2001, covered fish": the parser takes the fish for signed
    if taken and not carried & set(taken):
        return not _stands_for_taken(sentence, head, word, taken, carried)
    qualified = tree[verb].head
    if _is_object_of_another(sentence, carried, verb, own) or _is_done_by_relative(sentence, word):
        return True
    if is_participle and tree[verb].role == "clause" and qualified < verb and tree[qualified].pos in {"NOUN", "PROPN"}:
        if qualified in carried or word.step.id in CLEAR_STEPS:
            return False
        return sentence.units[qualified].kind == "word" and not is_below(tree, qualified, head)
    return False


def _is_partner(sentence: Sentence, head: int, i: int) -> bool:
    """Tell whether a name stands right behind "with" of an instrument ("the contract with Boeing was cancelled")."""
    behind = sentence.units[head + 1 : i]
    led = bool(behind) and behind[0].lower in {"with", "between"} and sentence.units[i].kind in SIGNERS
    return led and all(unit.kind in SIGNERS or unit.lower in {"the", "and", ","} for unit in behind[1:])


def _stands_for_taken(sentence: Sentence, head: int, word: StepWord, taken: list[int], carried: set[int]) -> bool:
    """Tell whether the object that the parser gives a verb is the instrument after all, or stands for it."""
    if word.step.id in CLEAR_STEPS and any(_is_joined(sentence, i, head) for i in taken):
        return True
    behind = sentence.units[head + 1 : head + 2]
    is_gerund = bool(behind) and behind[0].lower.endswith("ing") and sentence.tree[head].role == "compound"
    if word.last < head < min(taken) and is_gerund:
        return True  # "signed a treaty pledging support": no support of theirs was signed
    # "Signed two copies of the agreement": what is of the instrument stands for it.
    return any(_is_of(sentence, noun, i) for noun in carried for i in taken)


def _is_object_of_another(sentence: Sentence, carried: set[int], verb: int, own: range) -> bool:
    """Tell whether a verb that stands nearer has the noun for its object ("before the war ended, they signed …")."""
    tree = sentence.tree
    others = {tree[i].head for i in carried if tree[i].role == "object" and verb < tree[i].head < i}
    others -= set(own)  # "refused to sign"
    return any(
        tree[i].pos == "VERB"
        and sentence.units[i].mention is None  # a name that looks like a verb to the parser ("Boeing")
        and not (tree[i].role == "conjunct" and tree[i].head == verb)
        for i in others
    )


def _is_done_by_relative(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether a relative pronoun does the step ("which recognized Hungary and dissolved the empire")."""
    tree = sentence.tree
    if word.step.role == "subject":
        return False
    for verb in _verbs(sentence, word):
        own = {node.role: i for i, node in enumerate(tree) if node.head == verb and i != verb}
        if "subject" in own and "passive-auxiliary" not in own:
            between = tree[own["subject"] + 1 : verb]
            alone = all(node.pos in {"AUX", "ADV", "PART"} for node in between)
            return alone and sentence.units[own["subject"]].lower in RELATIVES
    return False


def _taken(sentence: Sentence, verb: int) -> list[int]:
    """Return the objects and the passive subject of a verb, without relative pronouns and dates."""
    return [
        i
        for i, node in enumerate(sentence.tree)
        if node.head == verb
        and node.role in {"object", "passive-subject"}
        and sentence.units[i].lower not in RELATIVES
        and sentence.units[i].kind != "date"
    ]


def _is_side(sentence: Sentence, head: int, i: int) -> bool:
    """Tell whether the parser takes the second of two sides for the subject ("the pact between A and B expired")."""
    between = [unit.lower for unit in sentence.units[head + 1 : i]]
    return sentence.units[i].kind in {"organization", "country"} and "between" in between[:2] and "and" in between[-2:]


def _is_in_brackets(sentence: Sentence, noun: int, i: int) -> bool:
    marks = [unit.text for unit in sentence.units[noun:i]]
    return marks.count("(") > marks.count(")")


def _is_joined(sentence: Sentence, first: int, second: int) -> bool:
    """Tell whether the parser may have overlooked that two nouns share a verb ("a rule and a contract were signed")."""
    return first < second and any(unit.lower in {"and", "or"} for unit in sentence.units[first:second])


def _is_of(sentence: Sentence, noun: int, whole: int) -> bool:
    tree = sentence.tree
    above = tree[noun].head
    return sentence.units[above].lower == "of" and tree[above].head == whole


def _is_quantity(sentence: Sentence, i: int) -> bool:
    unit = sentence.units[i]
    return unit.lower in CARRIERS or unit.text[0].isdigit()


def is_below(tree: tuple[Node, ...], i: int, top: int) -> bool:
    """Tell whether a unit is another, or hangs on it over any number of links."""
    for _ in range(DEPTH):
        if i == top:
            return True
        if tree[i].head == i:
            return False
        i = tree[i].head
    return False


def _is_other_word(sentence: Sentence, word: StepWord) -> bool:
    """Tell whether the word is of another class here: "the form of", "to draft", "plans of"."""
    pos = sentence.tree[word.first].pos
    if word.last > word.first and (word.form != "base" or sentence.units[word.last].lower in {"from", "to"}):
        return False  # "the pact dates from 2000": no dates of anything
    if word.form == "base":
        return pos in NOUNS and any(
            node.head == word.first and i < word.first and node.role in {"determiner", "possessor", "modifier"}
            for i, node in enumerate(sentence.tree)
        )
    return word.form == "noun" and pos == "VERB" and not sentence.units[word.first].lower.endswith(("ing", "ed"))


def _carried(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the noun, those that it is a conjunct of, and those that it fills ("a package of five agreements")."""
    tree = sentence.tree
    i = head
    if tree[i].role == "subject" and tree[tree[i].head].pos == "AUX":
        # "The league was an organization founded in 1919."
        yield from (k for k, node in enumerate(tree) if node.head == tree[i].head and node.role == "complement")
    filled = False
    for _ in range(DEPTH):
        yield i
        node = tree[i]
        if node.role == "conjunct" or (node.role == "apposition" and not filled):
            i = node.head
        elif node.role == "prepositional-object" and _is_filled(sentence, node.head):
            i, filled = tree[node.head].head, True
        else:
            return


def _is_filled(sentence: Sentence, preposition: int) -> bool:
    """Tell whether a preposition joins a noun to the quantity or package that it fills, or to what it includes."""
    tree, units = sentence.tree, sentence.units
    if units[preposition].lower == "including":
        return True
    above = tree[preposition].head
    return units[preposition].lower == "of" and _is_quantity(sentence, above)


def _direct(sentence: Sentence, noun: int, word: StepWord) -> Tie | None:
    tree = sentence.tree
    node = tree[noun]
    verbs = set(_verbs(sentence, word))
    if node.head in verbs and node.head != noun:
        if node.role == "passive-subject":
            return "passive"
        if node.role == "subject":
            return "subject"
        if node.role in {"object", "complement"}:
            return "object"
    if node.role == "prepositional-object" and word.first <= node.head <= word.last:
        return "object"  # "entered into an agreement": the preposition is part of the word for the step
    for verb in verbs:
        if tree[verb].head == noun and tree[verb].role == "clause" and verb > noun:
            return _clause(sentence, verb, word)
        if tree[verb].head == noun and verb < noun and tree[verb].role == "modifier":
            return "premodifier"
    return None


def _clause(sentence: Sentence, verb: int, word: StepWord) -> Tie | None:
    """Return what a noun is to a verb in a clause that qualifies it.

    "The treaty signed in May", "which was signed", "that they signed"; "that ended the war" has an object of its own,
    "to found a bank" is a purpose.
    """
    tree, units = sentence.tree, sentence.units
    own = {
        node.role: i for i, node in enumerate(tree) if node.head == verb and i != verb and not verb < i <= word.last
    }  # "took effect" has its object within
    if "object" in own and units[own["object"]].lower not in RELATIVES:
        return None
    if "passive-subject" in own:
        return "relative" if units[own["passive-subject"]].lower in RELATIVES else None
    if "subject" in own:
        relative = units[own["subject"]].lower in RELATIVES
        return "relative" if relative == (word.step.role == "subject") else None
    opens = word.last > word.first and tree[word.last].pos in {"ADP", "SCONJ"}  # "based on the law of 1776"
    return "participle" if (word.form == "past" and not opens) or "passive-auxiliary" in own else None


def _verbs(sentence: Sentence, word: StepWord) -> Iterator[int]:
    """Yield the verb of a step and those that it is coordinated with, as far as they share subject and object."""
    tree = sentence.tree
    i = top_of(sentence, word.first, word.last)
    for _ in range(DEPTH):
        yield i
        node = tree[i]
        if node.role != "conjunct" or node.head == i or _has_own(tree, i):
            return
        i = node.head


def _has_own(tree: tuple[Node, ...], verb: int) -> bool:
    """Tell whether a verb has a subject or object of its own."""
    return any(
        node.head == verb and node.role in {"subject", "passive-subject", "object"}
        for i, node in enumerate(tree)
        if i != verb
    )


def _nominal(sentence: Sentence, noun: int, word: StepWord) -> Tie | None:
    """Return "nominal" for "the signing of the treaty", "the treaty's entry into force", "treaty negotiations"."""
    tree = sentence.tree
    node = tree[noun]
    top = top_of(sentence, word.first, word.last)
    if node.role == "prepositional-object":
        if word.first <= node.head <= word.last:
            return "nominal"
        if tree[node.head].head == top and sentence.units[node.head].lower in OF_NOUNS:
            return "nominal"
    if node.head == top and node.role in {"possessor", "object"} and noun != top:
        return "nominal"
    if node.head == top and node.role == "compound" and word.step.status not in EARLY:
        return "nominal"
    if tree[top].head == noun and top < noun and tree[top].role in {"modifier", "compound"}:
        return "premodifier"
    return None


def governor(sentence: Sentence, i: int) -> int:
    """Return the word that a unit says more of: for "in May 1999" the verb or noun that its preposition hangs on."""
    tree = sentence.tree
    while tree[i].head != i and tree[i].role in {"prepositional-object", "conjunct", "apposition"}:
        i = tree[i].head
    return tree[i].head
