"""Which word opens what an agreement is about: "on", "for", "to", behind its noun, its parties or its verb."""

from __future__ import annotations

from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.events import Reading
from pipeline.agreements.extents import TIMES, occasion_behind, opens_time
from pipeline.agreements.lexicon import WEEKDAYS, find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.syntax import top_of
from pipeline.agreements.topics import is_topic
from pipeline.agreements.units import MARK, QUOTING, WORD, Sentence, Unit

MATTERS = frozenset({"on", "for", "concerning", "regarding", "respecting", "covering", "about"})
OPENERS = MATTERS | frozenset(
    "relating related pertaining relative providing stipulating stating amending establishing submitting extending "
    "prohibiting banning limiting governing regulating aimed designed intended meant dealing of to".split()
)
ENABLING = frozenset("allowing enabling permitting granting obliging committing".split())
SET_OFF = MATTERS | frozenset({"aimed", "designed", "intended", "meant", "relating", "providing"})  # behind a comma
TOGETHER = frozenset("cooperation co-operation collaboration partnership".split())
FIELDS = frozenset("field fields area areas sphere spheres domain domains sector sectors matter matters".split())


def find_opener(reading: Reading) -> int | None:
    """Return the word that opens the subject: right behind the noun, behind its parties or verb, or tied to it."""
    found = _opener_in_order(reading)
    return found if found is not None else _opener_by_parse(reading)


def _opener_in_order(reading: Reading) -> int | None:
    sentence, mention = reading.sentence, reading.mention
    units = sentence.units
    steps = {k for word in steps_of(sentence) for k in range(word.first, word.last + 1)}
    i, in_parties = mention.last + 1, False
    while i < min(len(units) - 1, mention.last + (40 if in_parties else 18)):
        lower = units[i].lower
        if _opens(sentence, mention, i):
            return i
        if lower in OPENERS - {"of", "to", "on"} and units[i + 1].kind not in {"date", MARK}:
            return None
        if units[i].text == "(":
            behind = _behind_brackets(units, i)
            if behind is None:
                return None
            i = behind
            continue
        if lower == "and" and i == mention.last + 1 and units[i + 1].lower in TOGETHER and i + 3 < len(units):
            i += 2  # "memoranda of understanding and cooperation in the field of X"
            continue
        occasion = occasion_behind(units, i)
        if occasion is not None:
            i = occasion + (2 if units[occasion + 1].lower == "to" else 1)
            continue
        comma = units[i].text == "," and (units[i + 1].lower in SET_OFF | ENABLING or opens_aim(units, i + 1))
        in_parties = (in_parties or lower in {"between", "among", "with"}) and _may_name_party(sentence, i)
        if not (units[i].mention or i in steps or lower in PASSED or comma or in_parties or _is_worth(units, i)):
            return None
        i += 1
    return None


def _is_worth(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a unit belongs to the amount behind "worth" ("a contract worth $3 million for radars")."""
    near = {unit.lower for unit in units[max(0, i - 6) : i]}
    amount = units[i].text[0].isdigit() or units[i].text[0] in "$€£" or units[i].lower in AMOUNTS | CURRENCIES
    return amount and bool(near & {"worth", "valued"})


CURRENCIES = frozenset("dollars euros pounds roubles rubles yen yuan rupees francs crowns pesos over more".split())


def _opens(sentence: Sentence, mention: InstrumentMention, i: int) -> bool:
    """Tell whether unit `i` opens what the instrument in front of it is about."""
    units = sentence.units
    lower, right_behind = units[i].lower, i == mention.last + 1
    if lower == "of":
        return right_behind and not mention.title and _is_matter_of(units, i + 1)
    if lower == "to":
        return _opens_infinitive(sentence, i, mention.last)
    if lower == "over":
        return right_behind and _is_matter_over(units, i + 1)
    if opens_respect(units, i):
        return True
    if lower in {"in", "within"}:
        of_fields = opens_field(units, i) or before_field(units, i) is not None
        return of_fields or (right_behind and lower == "in" and _names_fields(units, i + 1))
    if lower == "with":
        return opens_aim(units, i)
    if lower in OPENERS and (lower == "on" or units[i + 1].kind not in {"date", MARK}):
        return _opens_matter(units, i)
    tied = right_behind or lower in ENABLING or (lower in TERMS_ING and units[i - 1].text != ",")
    return tied and _opens_participle(sentence, i)


def _names_fields(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether the field itself follows "in" ("agreements in trade and health"), no phrase as "in exchange for"."""
    behind = units[i + 1].lower if i + 1 < len(units) else "."
    joined = words()["prepositions"] - {"in", "at", "during"}
    field = is_topic(units[i].lower) and not units[i].is_capitalized
    return field and units[i].lower not in PHRASES and behind not in joined


PHRASES = frozenset("force principle exchange advance response addition silence absence question effect".split())


def opens_aim(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "with the aim of X", "with a view to X" follows."""
    behind = [unit.lower for unit in units[i + 1 : i + 4]]
    return behind[1:2] != [] and behind[1] in AIMS and behind[2:] in (["of"], ["to"])


AIMS = frozenset("aim goal purpose objective view".split())


def opens_respect(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "with respect to X", "in relation to X", "in respect of X" follows."""
    behind = [unit.lower for unit in units[i + 1 : i + 3]]
    if units[i].lower not in {"with", "in"} or behind not in RESPECTING or i + 3 >= len(units):
        return False
    return units[i + 3].mention is None and not units[i + 3].is_capitalized  # "in respect of Tahiti": where it is valid


RESPECTS = frozenset("respect regard relation".split())
RESPECTING = [[noun, joint] for noun in sorted(RESPECTS) for joint in ("of", "to")]


def _is_matter_over(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "over" opens the matter ("a deal over the lake"), not a land, a time, an amount or resistance."""
    behind = {unit.lower for unit in units[i : i + 3]}
    told = units[i].kind == WORD and not units[i].is_capitalized and not _is_money_or_time(units, i)
    return told and not behind & (TIMES | OVERCOME) and not units[i].text[0].isdigit()


OVERCOME = frozenset("objection objections opposition protest protests lunch dinner weekend resistance".split())


def _may_name_party(sentence: Sentence, i: int) -> bool:
    """Tell whether a word may belong to the parties behind "between": "the foreign ministries", "two tanker firms"."""
    unit = sentence.units[i]
    small = words()["auxiliaries"] | words()["pronouns"] | words()["prepositions"] - {"of", "between", "among", "with"}
    is_verb = bool(sentence.tree) and sentence.tree[i].pos == "VERB"
    if unit.mention is not None or unit.text == ",":
        return unit.kind != "date"
    return unit.kind == WORD and not is_verb and unit.lower not in small


def _opener_by_parse(reading: Reading) -> int | None:
    """Return a preposition that the parse hangs on the noun, or on the verb of which it is the passive subject."""
    sentence, mention = reading.sentence, reading.mention
    tree, units = sentence.tree, sentence.units
    if not tree:
        return None
    noun = top_of(sentence, mention.first, mention.last)
    carriers = {noun}
    purpose = tree[noun].head
    if tree[noun].role in {"subject", "passive-subject"} and units[purpose].lower in GOALS and purpose > noun:
        return purpose if _opens_matter(units, purpose) else None
    if tree[noun].role == "passive-subject":
        carriers.add(tree[noun].head)
    for i in range(mention.last + 1, min(len(units) - 1, mention.last + 30)):
        if tree[i].head in carriers and units[i].lower in MATTERS and _opens_matter(units, i):
            return i
        if tree[i].head == noun and _opens_participle(sentence, i):
            return i
        tied = tree[tree[i].head].head == noun or _is_behind_partner(sentence, tree[i].head, mention.last)
        if tied and units[i].lower == "to" and _opens_infinitive(sentence, i, mention.last):
            return i
    return None


def _opens_matter(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a matter follows the preposition, not a day, an amount, an occasion or somebody's behalf."""
    behind = units[i + 1]
    if behind.kind in {"date", MARK} and behind.text not in "“\"‘'$€£":
        return False
    if units[i - 1].lower in {"based", "worth"}:
        return False
    if units[i].lower == "for" and behind.kind in {"country", "person"} and not _qualifies(units, i + 1):
        return False  # for whom, not for what
    if behind.lower in {"it", "him", "them", "her", "us", "me", "you"}:
        return False  # "for it to take effect"
    if units[i].lower == "on" and (behind.lower in IDIOMS or opens_time(units, i + 1)):
        return False  # "put on hold", "on the eve of"
    if units[i].lower == "on" and "island" in {unit.lower for unit in units[i + 2 : i + 5]} and behind.lower == "the":
        return all(unit.kind != "place" and not unit.is_capitalized for unit in units[i + 2 : i + 7])  # where it was
    if units[i].lower in GOALS:
        states = units[i + 2].lower in {"be", "have", "enter", "come", "take"} if i + 2 < len(units) else True
        return behind.lower in GOALS[units[i].lower] and not states
    near = {unit.lower for unit in units[i + 1 : i + 3]}
    occasion = (near & OCCASIONS and units[i].lower in {"on", "for", "about"}) or behind.lower in {"which", "whom"}
    occasion = occasion and not _are_terms_of_work(units, i)
    return not occasion and not _is_money_or_time(units, i + 1)


def _are_terms_of_work(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether the terms of what is to be done follow ("on general terms of organising flights"): the matter."""
    for k in range(i + 1, min(i + 4, len(units) - 2)):
        if units[k].lower == "terms":
            behind = [unit.lower for unit in units[k + 1 : k + 3]]
            return behind == ["and", "conditions"] or (behind[0] == "of" and behind[1].endswith("ing"))
    return False


IDIOMS = frozenset("hold ice schedule time behalf track paper".split())
# Participles of a purpose, and what follows them.
GOALS = {
    "aimed": {"at"},
    "designed": {"to", "for"},
    "intended": {"to", "for"},
    "meant": {"to"},
    "dealing": {"with"},
    "related": {"to"},
    "pertaining": {"to"},
}


def _qualifies(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name belongs to a noun behind it ("for Peru's navy", "for Peruvian wool")."""
    k = i + 1
    small = words()["prepositions"] | words()["auxiliaries"] | words()["conjunctions"]
    return k < len(units) and (units[k].lower in {"'s", "'"} or (units[k].kind != MARK and units[k].lower not in small))


OCCASIONS = WEEKDAYS | frozenset(
    "behalf board condition sidelines margins occasion purpose purposes basis terms instructions example instance "
    "initiative advice grounds ratification approval signature consideration visit".split()
)


def _is_matter_of(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a matter follows "of" ("a convention of alliance"), not a party, a date, a kind or an amount."""
    unit = units[i]
    small = unit.kind == WORD and unit.text[0].islower()
    return small and unit.lower not in NO_MATTERS | words()["definite"] | words()["possessive"] | words()["several"]


NO_MATTERS = frozenset("a an this that these such which understanding intent any one two three four five 's".split())


def _opens_infinitive(sentence: Sentence, i: int, last: int) -> bool:
    """Tell whether "to" opens what the sides agreed to do ("an agreement to lease the port")."""
    units, tree = sentence.units, sentence.tree
    behind = units[i + 1]
    if behind.text in QUOTING and i + 2 < len(units):
        quoted = units[i + 2]
        small = words()["prepositions"] | words()["definite"] | words()["possessive"] | {"a", "an"}
        return quoted.kind == WORD and not quoted.is_capitalized and quoted.lower not in small
    if behind.kind != WORD or behind.lower in {"be", "have", "date", "enter", "come"}:
        return False
    steps = [word for word in steps_of(sentence) if word.first == i + 1 and not word.step.types]
    if steps and not acts_on_matter(sentence, i + 1):
        return False
    if tree:
        verb = tree[i].head
        own_subject = tree[last].head == verb and tree[last].role == "subject"  # "for this agreement to take place"
        tied = (
            (i == last + 1 and not own_subject)
            or _is_agreed(sentence, verb)
            or _is_behind_partner(sentence, verb, last)
        )
        return tree[i].role == "auxiliary" and verb > i and tied
    return i == last + 1 and not behind.is_capitalized


def acts_on_matter(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb that may tell a step has something else than an instrument as its object ("cut tariffs")."""
    nouns = {k for head in find_heads(sentence.units) for k in range(head.first, head.last + 1)}
    objects = [k for k, node in enumerate(sentence.tree) if node.head == verb and node.role == "object" and k > verb]
    vague = words()["pronouns"] | words()["definite"] | {"negotiations", "talks", "relations", "ties"}
    units = sentence.units
    return any(k not in nouns and units[k].kind == WORD and units[k].lower not in vague for k in objects)


def _is_agreed(sentence: Sentence, verb: int) -> bool:
    """Tell whether an infinitive hangs on an instrument or a step of one, not on another verb or noun."""
    above = sentence.tree[verb].head
    nouns = {k for head in find_heads(sentence.units) for k in range(head.first, head.last + 1)}
    valued = sentence.units[above].lower in {"valued", "worth"}  # "a contract valued at $3 million to build masts"
    return above in nouns or valued or any(word.first <= above <= word.last for word in steps_of(sentence))


def _is_behind_partner(sentence: Sentence, verb: int, last: int) -> bool:
    """Tell whether an infinitive follows with whom it was agreed ("awarded a contract to a firm to build …")."""
    tree, units = sentence.tree, sentence.units
    above = tree[verb].head
    if above == tree[last].head:  # it hangs on "awarded"
        above = next((k for k in range(verb - 1, last, -1) if tree[k].role == "prepositional-object"), above)
    joint = tree[above].head
    partner = units[above].mention is not None or units[above].lower.endswith("s") or units[above].lower in COMPANIES
    if not partner or joint != last + 1 or units[joint].lower not in {"to", "with"}:
        return False
    return tree[above].role == "prepositional-object" and tree[joint].head in {last, tree[last].head}


COMPANIES = frozenset("company firm consortium group corporation manufacturer builder contractor shipyard bank".split())


def opens_field(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "in the field of X", "in areas such as X", "in various fields, including X" follows."""
    behind = [unit.lower for unit in units[i + 1 : i + 8]]
    for k, word in enumerate(behind[:3]):
        if word in words()["prepositions"] - {"following"} or units[i + 1 + k].kind != WORD:
            return False
        if word in FIELDS:
            return behind[k + 1 : k + 2] == ["of"] or lists_fields(behind[k + 1 :]) > 0
    return False


def lists_fields(behind: list[str]) -> int:
    """Return the number of words that introduce the fields behind "areas": "such as", ", including", "like", ":"."""
    start = 1 if behind[:1] == [","] else 0
    if behind[start : start + 2] == ["such", "as"]:
        return start + 2
    if behind[start : start + 1] in (["including"], ["like"], [":"]) and behind[start + 1 :]:
        return start + 1
    return 0


def before_field(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the last unit in front of "domain" and the like in "in the X and Y domain", else None."""
    k = i + 1
    while k < min(len(units), i + FIELD_REACH) and units[k].kind == WORD and units[k].lower not in FIELDS:
        if units[k].lower in words()["prepositions"] | words()["possessive"] | {"this", "that", "same", "other"}:
            return None
        k += 1
    found = i + 2 < k < min(len(units), i + FIELD_REACH) and units[k].lower in FIELDS
    return k - 1 if found and units[i + 1].lower in {"the", "a"} else None


FIELD_REACH = 9  # units of "in the military and technical cooperation domain"


def _opens_participle(sentence: Sentence, i: int) -> bool:
    """Tell whether a participle right behind the noun says what it does ("an agreement exempting diplomats from …")."""
    unit, tree = sentence.units[i], sentence.tree
    if not tree or not unit.lower.endswith("ing") or unit.is_capitalized or unit.lower in FATES_ING:
        return False
    if unit.lower in TERMS_ING and tree[i].role in {"compound", "modifier"}:
        return True  # the parse takes "agreement setting" for a noun
    has_object = any(node.head == i and node.role in {"object", "indirect-object", "complement"} for node in tree)
    return has_object and tree[i].role == "clause" and tree[i].head < i


# Participles of what an agreement does, whatever the parse says.
TERMS_ING = frozenset(
    "allowing banning ceding committing creating ending exempting granting guaranteeing limiting obliging permitting "
    "pledging prohibiting promising recognising recognizing setting".split()
)
# Participles of how an agreement fared, or that only list or introduce.
FATES_ING = frozenset(
    "including involving having following according bearing becoming entering taking making bringing receiving giving "
    "using being marking carrying covering signing concluding reaching requiring awaiting replacing superseding "
    "containing meaning calling saying describing adding noting citing welcoming".split()
)


def _behind_brackets(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the index behind brackets that end within a few units."""
    return next((k + 1 for k in range(i + 1, min(i + 7, len(units) - 1)) if units[k].text == ")"), None)


def _is_money_or_time(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an amount or a time follows ("a loan for US$ 200 million", "for five years"), and nothing else."""
    k, amount = i, False
    while k < len(units) and (units[k].text[0].isdigit() or units[k].lower in AMOUNTS or units[k].text in "$€£"):
        amount = amount or units[k].text[-1] in "$€£" or units[k].text[0] in "$€£"
        k += 1
    if k < len(units) and units[k].lower in TIMES:
        return True
    follows = k < len(units) and units[k].kind == WORD and units[k].lower not in words()["prepositions"] | {"and"}
    return (amount or units[i].text[0].isdigit()) and not follows


AMOUNTS = NUMERALS.keys() | frozenset(
    "a an us one million billion thousand us$ dollars another about some m bn the further additional".split()
)


# What may stand between a noun and what it is about: its parties, its verb, the day and the place.
PASSED = WEEKDAYS | frozenset(
    "between and among the of in on by with at was were is are has have been government governments kingdom republic "
    "'s - both two countries sides parties presidents ministers leaders here today yesterday earlier recently "
    "also principle worth valued than nearly almost around last this next week month".split()
)
