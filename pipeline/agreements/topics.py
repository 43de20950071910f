"""Which words of a title name a matter ("Extradition Treaty"), and which a place, a person or a form of agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.agreements.lexicon import words
from pipeline.agreements.units import WORD, Unit

# What an agreement can be called without saying what it is about.
FORM_WORDS = frozenset(
    "joint framework bilateral intergovernmental inter-governmental inter governmental interim final general "
    "state quadripartite trilateral tripartite multilateral new old secret revised draft "
    "interdepartmental interagency government supplementary additional amending amended cooperative settlement formal "
    "preliminary provisional binding regional international separate verbal oral written executive legal official "
    "original historic important special federal royal imperial sectoral inter-agency so-called famous infamous "
    "previous landmark major long-term short-term master model standard non-binding legally north south east west "
    "northern southern eastern western central atlantic pacific great first second third own unequal similar such "
    "further direct full last basic key relevant unilateral global universal common mutual-benefit government-to-"
    "government umbrella implementing administrative resulting ensuing corresponding existing pre-existing finished "
    "postwar wartime unofficial informal uneasy fragile shaky tentative lasting permanent temporary true real "
    "follow-up broad broader comprehensive wide-ranging far-reaching sweeping multi-year five-year draft "
    "significant foundational fundamental notable controversial sensitive multi-million multimillion "
    "memorandum interregional inter-regional proposed planned possible first-ever long-awaited hard-won".split()
) | {"government-to-government"}  # fmt: skip

# Endings of nouns for what is done or wished for, and of adjectives of a field of policy.
TOPIC_ENDINGS = (
    "tion", "sion", "ment", "ship", "ance", "ence", "ity", "ism", "ness", "age", "graphy", "culture", "ture", "ics",
    "logy", "ural", "omic", "omics", "onal", "ical", "cial", "tary", "lear", "time", "ular", "ification",
)  # fmt: skip
TOPICS = frozenset(
    "peace trade tax taxes taxation security defense defence visa visas air water waters border borders boundary "
    "boundaries fisheries fishery fishing fish gas oil energy transport transit arms forces customs health science "
    "education railway railways shipping aviation debt test ban missile missiles weapons navy naval force labour labor "
    "market markets river sea seas lake land flight flights mail postal post telegraph currency monetary bank banking "
    "finance investment investments data privacy copyright patent patents property climate forest forests war wars "
    "friendship amity commerce navigation alliance neutrality nonaggression non-aggression naturalization purchase "
    "sale lease supply supplies refugees prisoners minorities migration travel tourism sport sports media space "
    "satellite nuclear military cultural consular maritime economic commercial reciprocal tariff tariffs payments "
    "payment clearing barter loan credit aid relief safeguards double services goods drugs narcotics crime legal "
    "judicial criminal civil marriage adoption child children rights weapons disarmament demarcation status "
    "strait straits vehicle vehicles road roads rail canal bridge tunnel pipeline pipelines dam youth student students "
    "exchange food drug drugs vaccine vaccines cotton sugar grain wheat coffee tobacco rubber steel coal uranium fuel "
    "arms-reduction free".split()
)  # fmt: skip
NAMES_LIKE_TOPICS = frozenset(
    "florence constance provence carthage byzance venture nature organization organisation".split()
)


def is_form_word(lower: str) -> bool:
    """Tell whether a modifier says how many agreed, how or when, not on what."""
    return lower in FORM_WORDS or MEASURE.fullmatch(lower) is not None


MEASURE = re.compile(r"\w+-(?:hour|day|week|month|year|decade|point|party|nation)")


def is_topic(lower: str) -> bool:
    """Tell whether a word names a matter: it is known to, or ends as such nouns do."""
    if lower in TOPICS or lower in words()["matters"]:
        return True
    ends_so = lower.endswith(TOPIC_ENDINGS) or lower.removesuffix("s").endswith(TOPIC_ENDINGS)
    return ends_so and len(lower) > 5 and lower not in NAMES_LIKE_TOPICS


def names_topic(units: Iterable[Unit]) -> bool:
    """Tell whether words in front of a capitalized noun name a matter: one of them does, none is an abbreviation."""
    found = [unit for unit in units if unit.kind == WORD]
    if any(unit.text.isupper() and len(unit.text) > 2 for unit in found):
        return False
    return any(is_topic(part) for unit in found for part in unit.lower.split("-"))
