"""What the labels of a spaCy model mean: the one place that knows label schemes.

The shipped model and `en_core_web_*` write relations after CLEAR ("dobj", "nsubjpass"), other models after Universal
Dependencies ("obj", "nsubj:pass"); corpora write "PER" or "PERSON". Rules ask for roles and kinds instead.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

Role = Literal[
    "root", "subject", "passive-subject", "object", "indirect-object", "agent", "complement", "clause", "modifier",
    "adverbial", "possessor", "preposition", "prepositional-object", "conjunct", "coordinator", "apposition",
    "compound", "number", "determiner", "auxiliary", "passive-auxiliary", "negation", "particle", "marker",
    "punctuation", "other",
]  # fmt: skip
Kind = Literal[
    "organization", "polity", "place", "building", "people", "person", "instrument", "product", "event", "work",
    "other",
]  # fmt: skip

# CLEAR and Universal Dependencies side by side; where they use one word for two things (UD "nmod" and CLEAR "nmod"),
# the thing is the same. UD hangs a preposition below its noun ("case"), CLEAR the noun below the preposition.
ROLES: dict[Role, str] = {
    "root": "ROOT root",
    "subject": "nsubj csubj nsubj:outer csubj:outer expl",
    "passive-subject": "nsubjpass csubjpass nsubj:pass csubj:pass",
    "object": "dobj obj",
    "indirect-object": "dative iobj",
    "agent": "agent obl:agent",
    "complement": "attr acomp oprd xcomp",
    "clause": "ccomp advcl acl relcl pcomp parataxis acl:relcl advcl:relcl",
    "modifier": "amod nmod",
    "adverbial": "advmod npadvmod quantmod obl obl:tmod obl:npmod obl:unmarked nmod:tmod nmod:npmod",
    "possessor": "poss nmod:poss",
    "preposition": "prep case",
    "prepositional-object": "pobj",
    "conjunct": "conj",
    "coordinator": "cc preconj cc:preconj",
    "apposition": "appos",
    "compound": "compound flat flat:name flat:foreign nmod:desc",
    "number": "nummod",
    "determiner": "det predet det:predet",
    "auxiliary": "aux cop",
    "passive-auxiliary": "auxpass aux:pass",
    "negation": "neg",
    "particle": "prt compound:prt",
    "marker": "mark",
    "punctuation": "punct",
}
KINDS: dict[Kind, str] = {
    "organization": "ORG ORGANIZATION",
    "polity": "GPE",
    "place": "LOC",
    "building": "FAC",
    "people": "NORP",
    "person": "PERSON PER",
    "instrument": "LAW",
    "product": "PRODUCT",
    "event": "EVENT",
    "work": "WORK_OF_ART",
}

_ROLE_OF: dict[str, Role] = {label: role for role, labels in ROLES.items() for label in labels.split()}
_KIND_OF: dict[str, Kind] = {label: kind for kind, labels in KINDS.items() for label in labels.split()}


def role_of(label: str) -> Role:
    """Return the role that a relation's label names, "other" for what no rule needs; of UD subtypes, the type's."""
    return _ROLE_OF.get(label) or _ROLE_OF.get(label.partition(":")[0], "other")


def role(token: Token) -> Role:
    """Return what `token` is to its head. The possessive's 's ("case" in both schemes) is a particle."""
    return "particle" if token.dep_ == "case" and token.tag_ == "POS" else role_of(token.dep_)


def kind_of(label: str) -> Kind:
    """Return the kind of name that an entity's label stands for, "other" for dates, numbers and the like."""
    return _KIND_OF.get(label, "other")


def kind(entity: Span) -> Kind:
    """Return the kind of name that the model took `entity` for."""
    return kind_of(entity.label_)
