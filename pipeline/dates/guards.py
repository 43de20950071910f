"""What has to stand around a match for it to be a date: tells a year from a number and May from a modal verb.

A guard looks at the text and the match and answers whether the match may stand. `strict` is the calendar
profile, which labels only what a reader can place; TIMEX3 takes more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.dates.grammar import Match

# Words that put a year, month or season behind them.
PREPOSITIONS = frozenset(
    "in of since until till by from to and or during between after before through throughout early late mid around "
    "about circa year years for on as than not last next this that following over with within past into spanning "
    "ca early- via versus vs but both either until/till the".split()
)
TIGHT = frozenset(
    "in of since until till by from to during between after before through throughout early late mid around about "
    "circa year years for last next this that following and or over into".split()
)
# Words in front of which no year stands: what they name is numbered.
NUMBERED = re.compile(
    r"(?:\b(?:nos?|numbers?|number|resolutions?|res|decree|law|orders?|articles?|art|section|sect?|paragraph|para|pages?|pp?|"
    r"chapter|vol|volume|flight|room|route|highway|channel|model|type|unit|building|box|call|phone|tel|telephone|fax|"
    r"ext|extension|version|serial|treaty series|stat|"
    r"approximately|nearly|almost|over|some|exactly|only|least|than|total of|or|stand|booth|hall|gate|pier|platform|locker|"
    r"registration|licen[cs]e|regulation|directive|standard|ISO|UN Doc|docket|case|file|lot|suite|apartment|apt|floor|nos?\.? \d+ (?:to|and))\.?|[$€£¥₽#№§+=<>≈~]|US\$|USD|EUR)\s*$",
    re.IGNORECASE,
)
DIGITS_IN_FRONT = re.compile(r"\d[ \u00a0]$")
SLASHED = re.compile(r"/\d")
EARLIEST, LATEST = 1500, 2100  # outside of these a number needs a preposition to be a year
MEASURED = re.compile(
    r"[-\s]?(?:%|percent|per cent|°|km|kilomet|miles?\b|met(?:er|re)s?\b|feet|ft\b|mm\b|cm\b|kg|kilogram|tons?\b|tonnes?\b|lbs?\b|pounds?|dollars?|euros?|"
    r"roubles?|rubles?|francs?|marks\b|pesos?|yen\b|yuan|rupees?|million|billion|thousand|hundred|hectares?|acres?|square|"
    r"people|persons?|men\b|women|soldiers?|troops?|prisoners?|casualties|deaths?|dead\b|killed\b|wounded\b|civilians?|students?|"
    r"officers?|ships?\b|aircraft|planes?|tanks?\b|guns?\b|vehicles?|rifles?|missiles?|units?\b|copies|pages|words|cases|"
    r"inhabitants|residents|refugees|workers|employees|delegates|participants|members|volunteers|cavalry|infantry|horses?|horsemen|"
    r"houses|homes|villages|towns|cities|companies|firms|schools|hours?\b|hrs|minutes?|seconds?|days?\b|weeks?\b|months?\b|times\b|points?|"
    r"degrees?|volts?|watts?|[mM][Ww]\b|[kK][Ww]\b|rpm|hp\b|Index|km/h|mph|GMT|UTC|local time|a\.m|p\.m|other|more|such|strong|foot\b|mile|metre|meter)",
)
# Things that a year names and that are rarely counted in thousands.
YEARLY = re.compile(
    r"\s+(?:levels|borders|boundaries|elections|accords|treaties|conventions|protocols|amendments|negotiations|talks|sanctions|"
    r"protests|riots|reforms|estimates|figures|prices|attacks|lines|ceasefires?)\b"
)
PLURAL = re.compile(r"\s+(?!(?:was|has|is|as|its|his|this|thus|across|perhaps|always|afterwards|towards|besides|unless|s|"
    r"plus|less|gas|crisis|congress|process|press|business|access|success|[a-z]+ss|[a-z]+ous|[a-z]+us|[a-z]+is)\b)[a-z]{3,}s\b(?! (?:a|an|the|its|his|her|their|that|to|in|on|by|with|from)\b)")
SENTENCE_START = re.compile(r"(?:^|[.!?:;\n\"'“”’()\[\]–—-]\s*|\n\s*)$")
LAST_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[,]?[\s]+$")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
AMBIGUOUS_MONTHS = frozenset(("may", "march", "april", "june", "august"))
BEHIND_MONTH = frozenset("saw witnessed was brought marked of is had when and or to until the he she it they".split())

Guard = Callable[[str, Match, bool], bool]


def previous_word(text: str, start: int) -> str:
    """Return the word in front of character `start`, "" at the beginning of a sentence or behind punctuation."""
    found = LAST_WORD.search(text, max(0, start - 40), start)
    return found[1] if found else ""


def next_word(text: str, end: int) -> str:
    """Return the word behind character `end`, "" if punctuation or a number stands there."""
    found = NEXT_WORD.match(text, end)
    return found[1] if found else ""


def is_year(text: str, match: Match, strict: bool) -> bool:
    """A number of four digits is a year unless it counts, measures or numbers something."""
    body = text[match.start : match.end]
    if not body[0].isdigit():
        return not MEASURED.match(text, match.end) or body.lower().startswith(("the year", "year"))
    if YEARLY.match(text, match.end):
        return True
    if NUMBERED.search(text, max(0, match.start - 24), match.start):
        return _after_range_word(text, match)
    if MEASURED.match(text, match.end) or DIGITS_IN_FRONT.search(text, max(0, match.start - 3), match.start):
        return False
    if SLASHED.match(text, match.end):
        return False
    before = previous_word(text, match.start).lower()
    if before in ("in", "since", "until", "by", "during", "year", "its", "his", "her", "their", "our", "the", "a") or before.endswith(("'s", "’s")):
        return True
    if strict and not EARLIEST <= (match.reading.year or 0) <= LATEST and before not in TIGHT:
        return False
    return not (PLURAL.match(text, match.end) and match.second is None)


def _after_range_word(text: str, match: Match) -> bool:
    """"over", "than" and "or" also stand in front of years: "rather than 1949", "1948 or 1949"."""
    word = previous_word(text, match.start).lower()
    if MEASURED.match(text, match.end) or PLURAL.match(text, match.end):
        return False
    return word in ("or", "than", "only", "over") and 1500 <= (match.reading.year or 0) <= 2100


def is_month(text: str, match: Match, strict: bool) -> bool:
    """May, March, April, June and August are also words and names: they need a preposition in front."""
    body = text[match.start : match.end]
    before = previous_word(text, match.start)
    after = next_word(text, match.end)
    if body.lower() not in AMBIGUOUS_MONTHS:
        # The October Revolution, Black September: names, which the calendar profile leaves alone.
        return not (strict and (before == "Black" or (before.lower() == "the" and after[:1].isupper())))
    if after in ("on", "upon") and text[match.end - 1] == "h":
        return False
    if before.lower() == "the" or (before[:1].isupper() and before.lower() not in PREPOSITIONS):
        return False
    if before.lower() in PREPOSITIONS:
        return not (after[:1].isupper() and before.lower() not in TIGHT)
    if not before:
        return text[match.end : match.end + 1] in ",:)" or after in ("saw", "witnessed", "was", "of", "brought")
    return not strict and not after[:1].isupper() and before.lower() not in (
        "long", "to", "they", "he", "she", "it", "we", "you", "i", "called", "named")


def is_day_of_month(text: str, match: Match, strict: bool) -> bool:
    """A day and a month are a date unless a count or a name is meant."""
    body = text[match.start : match.end]
    if body[-1].isdigit() and MEASURED.match(text, match.end):
        return False
    if body[-1].isdigit() and re.match(r"[ \u00a0](?:percent|per cent|%|soldiers|people)", text[match.end : match.end + 12]):
        return False
    return not re.match(r"(?:No|no)\.?\s*$", text[max(0, match.start - 4) : match.start])


def is_season(text: str, match: Match, strict: bool) -> bool:
    """A season, not a spring of water, a fall of a city or a name such as the Prague Spring."""
    body = text[match.start : match.end]
    before = previous_word(text, match.start)
    after = next_word(text, match.end)
    word = body.split()[-1]
    if word[0].isupper() and before[:1].isupper() and before.lower() not in PREPOSITIONS and (strict or not after[:1].isupper()):
        return False
    if word.lower() == "fall":
        if after == "and" and re.match(r"\s+and (?:winter|spring|summer)", text[match.end : match.end + 12]):
            return True
        if not strict and after in ("campaign", "offensive", "semester", "elections", "election", "season"):
            return True
        return before.lower() in ("in", "by", "during", "until", "since") and after.lower() not in ("of", "and")
    if not strict:
        return True
    if word[0].isupper() and after[:1].isupper():
        return False
    if after.lower() in ("offensive", "campaign", "season", "holidays", "break", "quarters", "palace", "games", "olympics",
                         "session", "school", "semester", "water", "from", "up", "capital", "residence", "clothing"):
        return False
    return before.lower() in TIGHT or " " in body


def is_short_year(text: str, match: Match, strict: bool) -> bool:
    """A year of two digits needs the apostrophe and no plural behind it."""
    return not text[match.end : match.end + 1].isalnum()


def is_short_decade(text: str, match: Match, strict: bool) -> bool:
    """A decade of two digits, not an age ("in his 40s") or a temperature."""
    before = previous_word(text, match.start).lower()
    return before not in ("his", "her", "their", "my", "our", "your", "mid", "late", "early", "low", "high", "upper")


def is_holiday(text: str, match: Match, strict: bool) -> bool:
    """A holiday's name counts unless it is part of a longer name (Christmas Island)."""
    after = next_word(text, match.end)
    if previous_word(text, match.start)[:1].isupper() and previous_word(text, match.start).lower() not in PREPOSITIONS:
        return False
    return not after[:1].isupper() and not (strict and match.reading.year is None and after[:1].islower() and after not in
        ("of", "the", "and", "when", "in", "a", "he", "they", "was", "as"))


def is_offset(text: str, match: Match, strict: bool) -> bool:
    """"Two years later" is a date; "for two years after the war" and "over the next decade" last."""
    if not strict:
        return previous_word(text, match.start).lower() not in ("for", "over", "within", "throughout", "lasting", "lasted")
    before = previous_word(text, match.start).lower()
    if before in ("for", "over", "within", "during", "the", "through", "throughout", "these", "those", "lasted", "of"):
        return not (match.reading.unit in ("DE", "CE") or (match.reading.amount or 0) > 1) and before in ("during", "the", "of")
    last = text[match.start : match.end].split()[-1].lower()
    if last in ("after", "before", "following", "prior", "previously"):
        return not NEXT_WORD.match(text, match.end) or next_word(text, match.end) in ("the", "that", "this", "and", "but")
    return True


def is_day_alone(text: str, match: Match, strict: bool) -> bool:
    """"On the 20th" is a day; "the 20th century", "the 7th Army" and "the 2nd of three" are not."""
    after = text[match.end : match.end + 1]
    word = next_word(text, match.end)
    if strict and previous_word(text, match.start).lower() not in ("on", "by", "until", "till", "of", "and", "from"):
        return False
    return after in ".,;:)" or word in ("and", "to", "the", "when", "with", "in", "at", "he", "they", "it", "by", "after", "was")


def is_duration(text: str, match: Match, strict: bool) -> bool:
    """A number of units lasts; "one day" in front of a verb or in names of wars and treaties does not."""
    body = text[match.start : match.end].lower()
    if body in ("hours", "minutes", "seconds"):
        return previous_word(text, match.start).lower() in ("in", "within", "for", "after", "just", "lasted")
    if body.split()[0] in ("a", "an") and body.split()[-1] in ("year", "day", "month", "week", "hour", "minute"):
        before = previous_word(text, match.start).lower()
        return before in ("for", "in", "within", "after", "of", "than", "under", "over", "about", "nearly", "almost", "lasted",
                          "took", "with", "just", "only", "half", "to", "take", "takes", "spent", "is", "was", "lasting")  # fmt: skip
    return True


def is_lasting(text: str, match: Match, strict: bool) -> bool:
    """"For the next decade" lasts; "in the next decade" is a date."""
    if "past" in text[match.start : match.end].lower():
        return True
    return previous_word(text, match.start).lower() in ("for", "over", "within", "throughout", "lasting", "lasted", "than")


def is_rate(text: str, match: Match, strict: bool) -> bool:
    """"$1 billion a year" is a rate, "for a year" is not."""
    body = text[match.start : match.end].lower()
    if body.startswith(("per", "each")):
        return True
    front = text[max(0, match.start - 40) : match.start]
    return re.search(r"\d[\d,.]*(?: [a-z]+){0,2}\s$|(?:once|twice|times|million|billion|thousand|hundred|hours|days|men|tons)\s$", front) is not None


def is_frequency(text: str, match: Match, strict: bool) -> bool:
    """"Daily", but not in a name (the China Daily)."""
    return text[match.start].islower() or not previous_word(text, match.start)


def is_reference(text: str, match: Match, strict: bool) -> bool:
    """"Now" and its like, not "now that" as a conjunction, nor "the past" in front of a noun."""
    body = text[match.start : match.end].lower()
    after = next_word(text, match.end)
    if body in ("the past", "the present", "the future"):
        return after in ("", "of", "and", "or", "with", "when", "is", "was", "to", "as", "for", "in")
    if body == "former":
        return after not in ("", "a", "an", "the", "is", "was", "and", "of")
    return not (body == "now" and after == "that")


def is_bare_night(text: str, match: Match, strict: bool) -> bool:
    """"At night", "a night attack": a part of some day; "the night" and "that night" are a known one."""
    before = previous_word(text, match.start).lower()
    return text[match.start].islower() and before not in ("the", "one", "last", "each", "every", "this", "that", "opening", "all")


def is_whole_unit(text: str, match: Match, strict: bool) -> bool:
    """"For the entire year", "to end the day": a unit that was told, not the first half of a longer phrase."""
    after = next_word(text, match.end)
    unit = text[match.start : match.end].split()[-1]
    if unit[0].isupper():
        return False
    if unit == "day" and previous_word(text, match.start).lower() not in (
        "for", "in", "end", "ending", "ended", "during", "throughout", "over", "close", "closed", "finished"):
        return False
    if text[match.start : match.end].lower().split()[-1] in ("century", "quarter", "decade", "fortnight"):
        return False
    return after not in ("of", "that", "when", "after", "before", "following", "in", "long") and text[match.end : match.end + 1] != "-"


def is_deictic(text: str, match: Match, strict: bool) -> bool:
    """"The last year" is a date, "the last year of the war" and "last month's" neighbours are not ours to place."""
    body = text[match.start : match.end].lower()
    if not strict and body.startswith("the past"):
        return False
    return not (body.startswith("the ") and re.match(r" (?:of|that|in which|before)\b", text[match.end : match.end + 10]))


def is_weekday(text: str, match: Match, strict: bool) -> bool:
    """A day of the week, not a named one: Good Friday, Bloody Sunday."""
    return previous_word(text, match.start) not in (
        "Black", "Bloody", "Good", "Holy", "Ash", "Palm", "Easter", "Red", "White", "Maundy", "Shrove", "Cyber", "Super")


def is_quarter(text: str, match: Match, strict: bool) -> bool:
    """A quarter of a year, not of a circle, a town or a number of things."""
    before = previous_word(text, match.start).lower()
    if text[match.start : match.start + 4].lower() != "the ":
        return not strict
    return before in ("in", "for", "during", "of", "by", "until", "since") and next_word(text, match.end) != "of"


GUARDS: dict[str, Guard] = {
    "deictic": is_deictic,
    "quarter": is_quarter,
    "weekday": is_weekday,
    "day-alone": is_day_alone,
    "duration": is_duration,
    "rate": is_rate,
    "frequency": is_frequency,
    "lasting": is_lasting,
    "reference": is_reference,
    "bare-night": is_bare_night,
    "whole-unit": is_whole_unit,
    "year": is_year,
    "month": is_month,
    "day-of-month": is_day_of_month,
    "season": is_season,
    "short-year": is_short_year,
    "short-decade": is_short_decade,
    "holiday": is_holiday,
    "offset": is_offset,
}
