"""What has to stand around a match for it to be a date: tells a year from a number and May from a modal verb.

A guard looks at what surrounds a match and answers whether the match may stand. `strict` is the calendar profile,
which labels only what a reader can place; TIMEX3 takes more. The words that they look for are in contexts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.dates import contexts
from pipeline.dates.around import NEXT_WORD, Around

DIGITS_IN_FRONT = re.compile(r"\d[ \u00a0]$")
LABEL = re.compile(r"([^\W\d_]+)\.?[ \u00a0]*$")
# 19 U.S.C. 1862
CITED = re.compile(r"\b[A-Z]\.[A-Z]\.[A-Z]?\.?[ ]*(?:§+ *)?$")
# Numbers in a row are of one kind: "Resolutions 1970 and 1973", "between 1900 and 2000 kilograms".
PARTNER_BEFORE = re.compile(r"([^\W\d_]+)\.? \d+(?:,| and| or| to|-|–)[ ]?$")
PARTNER_BEHIND = re.compile(r"(?:,? and |,? or | to |-|–)\d[\d.,]*(?=\D)")
MORE_THAN = re.compile(r"\b(?:more|less|fewer|greater|higher|lower) than\s*$", re.IGNORECASE)
OPEN_NUMBER = re.compile(r"\b(?:(?:more|less|fewer) than|over|under|at least|at most|up to) $", re.IGNORECASE)
SINCE_LEAST = re.compile(r"\b(?:since|until|till|from|by) at least $", re.IGNORECASE)
SYMBOL = re.compile(r"(?:[$€£¥₽#№§+=<>≈~]|US\$)\s*$")
UNIT_SYMBOL = re.compile(r"[-\s]?(?:%|°|per cent|km/h|[ap]\.m)")
SLASHED = re.compile(r"/(?:\d|[A-Z]{2}\b)")  # the year of a directive: 2004/38/EC
COUNTED = re.compile(
    r"(?:\d[\d,.]*(?: [a-z]+){0,2}|\b(?:once|twice|times|million|billion|thousand|hundred|hours|days|men|tons))\s$"
)
# In brackets behind one of these, even a number below 1500 is a year: the Peace of Westmark (1412).
NAMED = re.compile(rf"\b(?:{contexts.alternatives('dated_names')})\b[^.;:()\[\]\d]{{0,50}}?\b([^\W\d_]*) [(\[]$")
OR_SO = re.compile(r" or (?:so|two)\b")  # "in the last month or so" lasts
PLURAL_UNIT = re.compile(r"(?:year|month|week|day|decade)s\b")
HALF = re.compile(r"[- ]and[- ]a[- ]half")
RECORDED = re.compile(rf" (?:of )?(?:{contexts.alternatives('recordings')})\b")
# In front of and behind a day that others of its month surround: "June 3, 4 and 7".
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
LIST_BEFORE = re.compile(rf"\b[A-Z][a-z]+\.? {_DAY}(?:, {_DAY})*(?:(?P<last>,? (?:and|or|&) (?:the )?)|, )$")
LIST_AHEAD = re.compile(rf"(?:, {_DAY})+,? (?:and|or|&) (?:the )?{_DAY} (?:of )?[A-Z]")
LIST_BEHIND = re.compile(rf"(?:, {_DAY})*,? (?:and|or|&) (?:the )?{_DAY}(?!\d| [a-z])")
WEEKDAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
RUN_ON = r"(?: to | through | until | till | ?[-–—] ?)"
WEEKDAY_BEFORE = re.compile(rf"\b{WEEKDAYS}{RUN_ON}$")
WEEKDAY_BEHIND = re.compile(rf"{RUN_ON}{WEEKDAYS}\b")
CLOCK_BEHIND = re.compile(r"[,:;]?\s?\(?(?:from |between |at )?\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m)")
OPEN = re.compile(r"\b(?:open|opens|opening|hours|closed|daily|weekly|every)\b[^.;\n]*$", re.IGNORECASE)
# What stands in front of a date at the head of a line, an item or a bracket.
AT_HEAD = re.compile(r"(?:^|\n|[(\[;•·*–—-])[ \t\u00a0]*$")
ENTRY_MARK = re.compile(r"[ \t\u00a0]*(?:[-–—:|)\].;]|\n|$)")
YEAR_BEHIND = re.compile(r",?[ \u00a0]\d{4}\b")
OWNER = re.compile(r"([^\W\d_]+) of $")
EARLIEST, LATEST = 1500, 2100  # outside of these a number needs a preposition to be a year


def is_year(around: Around, strict: bool) -> bool:
    """Take a number of four digits for a year unless it counts, measures or numbers something."""
    match = around.match
    if not around.body[0].isdigit():
        return not _is_measured(around) or around.body.startswith(("the year", "year"))
    if around.ahead_of("yearly"):
        return True
    if _is_labelled(around):
        return False
    if around.behind("taking") and around.after:
        return False
    if _is_measured(around) or around.search_before(DIGITS_IN_FRONT, 3) or SLASHED.match(around.text, match.end):
        return False
    if around.behind("counting") and not around.search_before(SINCE_LEAST, 20):
        known = EARLIEST <= (match.reading.year or 0) <= LATEST
        return around.behind("also_dating") and known and not _counts(around)
    if around.behind("dating") or around.before.endswith(("'s", "’s")):
        return True
    early = 0 < (match.reading.year or 0) < EARLIEST
    if strict and (early or (match.reading.year or 0) > LATEST) and not around.behind("tight"):
        named = around.search_before(NAMED, 80)
        return named is not None and named[1].lower() not in contexts.words("numbered") and around.at(0) in tuple(")]")
    return match.second is not None or not _counts(around)


def _is_labelled(around: Around) -> bool:
    """Tell whether the number names a thing or an amount: Resolution 1970, $ 2000, 19 U.S.C. 1862."""
    if around.search_before(SYMBOL) or around.search_before(CITED) or around.search_before(MORE_THAN):
        return True
    labels = (around.search_before(LABEL), around.search_before(PARTNER_BEFORE, 40))
    numbered = contexts.words("numbered") - ({"policy"} if around.match.second else set())  # Foreign Policy 1937-49
    return any(label is not None and label[1].lower() in numbered for label in labels)


def _is_measured(around: Around) -> bool:
    """Tell whether a unit or a counted thing follows: 2000 soldiers, 1500-strong, 1900 %."""
    partner = PARTNER_BEHIND.match(around.text, around.match.end)
    end = partner.end() if partner else around.match.end
    if UNIT_SYMBOL.match(around.text, end):
        return True
    word = NEXT_WORD.match(around.text, end)
    return word is not None and word[1].lower() in contexts.words("measured")


def _counts(around: Around) -> bool:
    """Tell whether the word behind looks like the plural of a thing that is counted."""
    word = around.after
    if len(word) < 4 or not word.islower() or not word.endswith("s") or word in contexts.words("singular"):
        return False
    if word.endswith(("ss", "us", "is")):
        return False
    beyond = NEXT_WORD.match(around.text, around.match.end + 1 + len(word))
    return beyond is None or beyond[1] not in contexts.words("objects")


def is_month(around: Around, strict: bool) -> bool:
    """Take a month. May, March, April, June and August are also words and names: they need a preposition in front."""
    if around.body not in contexts.words("ambiguous_months"):
        # The October Revolution, Black September: names, which the calendar profile leaves alone.
        named = around.before.lower() == "the" and around.after[:1].isupper()
        return not (strict and (around.before == "Black" or named))
    if around.body == "march" and around.after in ("on", "upon"):
        return False
    if around.before.lower() == "the" and around.body == "august" and not strict:
        return around.after[:1].isupper()
    if around.before.lower() == "the" or around.behind_name:
        return False
    if strict and around.before == "that":
        return False
    if around.behind("prepositions"):
        return around.behind("tight") or not around.after[:1].isupper()
    if not around.before:
        return around.at(0) in tuple(",:)") or around.ahead_of("behind_month")
    return not strict and not around.after[:1].isupper() and not around.behind("month_pronouns")


def is_year_first(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a year with a month or day behind it; not the end of one date and the beginning of the next.

    Behind a comma another clause may begin ("in 2005, March was wet"), and May and March say and march: these need
    the head of a line.
    """
    if YEAR_BEHIND.match(around.text, around.match.end):
        return False
    at_head = around.search_before(AT_HEAD, 8) is not None
    if around.match.reading.day is None and any(map(around.body.endswith, contexts.words("ambiguous_months"))):
        return at_head and ENTRY_MARK.match(around.text, around.match.end) is not None
    return at_head or ("," not in around.body and not _is_labelled(around))


def is_day_of_month(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a day and a month for a date unless a count or a number is meant."""
    if around.body[-1].isdigit() and _is_measured(around):
        return False
    label = around.search_before(LABEL)
    return not (label and label[1].lower() == "no")


def is_listed_day(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take the 3 of "3, 4 and 7 June" and the 7 of "June 3, 4 and 7", not numbers that count."""
    front = LIST_BEFORE.search(around.text, max(0, around.match.start - 48), around.match.start)
    if front is None:
        return not _is_labelled(around) and LIST_AHEAD.match(around.text, around.match.end) is not None
    counts = around.after[:1].islower() and not around.ahead_of("not_noun")
    if counts or _is_measured(around):
        return False
    return front["last"] is not None or LIST_BEHIND.match(around.text, around.match.end) is not None


def is_season(around: Around, strict: bool) -> bool:
    """Take a season, not a spring of water, a fall of a city or a name such as the Prague Spring."""
    word = around.text[around.match.start : around.match.end].split()[-1]
    if word[0].isupper() and around.behind_name and (strict or not around.after[:1].isupper()):
        return False
    if word.lower() == "fall":
        return _is_fall(around, strict)
    if not strict:
        return not (" " not in around.body and around.ahead_of("season_goods"))
    if (word[0].isupper() and around.after[:1].isupper()) or around.ahead_of("season_compounds"):
        return False
    return around.behind("tight") or " " in around.body


def is_season_of_goods(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a season that tells of a kind of thing, not of a time: winter quarters, summer uniforms."""
    return around.ahead_of("season_goods")


def _is_fall(around: Around, strict: bool) -> bool:
    """Take the season: behind a preposition of time, beside another season, or in a compound."""
    if re.match(r"\s+and (?:winter|spring|summer)", around.text[around.match.end : around.match.end + 12]):
        return True
    if not strict and around.ahead_of("fall_compounds"):
        return True
    return around.behind("fall_prepositions") and around.after.lower() not in ("of", "and")


def is_short_year(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a year of two digits, which needs the apostrophe and nothing glued to it."""
    return not around.at(0).isalnum()


def is_short_decade(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a decade of two digits, not an age ("in his 40s") or a temperature."""
    return not around.behind("short_decade_owners")


def is_holiday(around: Around, strict: bool) -> bool:
    """Take a holiday's name unless it is part of a longer name (Christmas Island, White Christmas)."""
    if around.behind_name or around.after[:1].isupper():
        return False
    attributive = around.after[:1].islower() and not around.ahead_of("holiday_followers")
    return not (strict and around.match.reading.year is None and attributive)


def is_offset(around: Around, strict: bool) -> bool:
    """Take two years later; what goes on for two years after the war lasts."""
    if not strict:
        back = around.match.reading.direction < 0 and not around.after.endswith("ing")
        return around.before.lower() == "than" or back or not around.behind("lasting")
    reading = around.match.reading
    if YEAR_BEHIND.match(around.text, around.match.end) and around.body.startswith("the "):
        return False  # "the year following 1990" is not the year of the date beside it
    if around.behind("offset_owners"):
        several = reading.unit in ("DE", "CE") or (reading.amount or 0) > 1
        return not several and (around.behind("offset_singular") or reading.direction < 0)
    if around.body.split()[-1] in contexts.words("offset_ends"):
        return not around.after or around.ahead_of("offset_subjects")
    return True


def is_ago(around: Around, strict: bool) -> bool:
    """Take two years ago; more than two centuries ago is no date that one could name."""
    return not (strict and around.search_before(OPEN_NUMBER) is not None)


def is_told_month(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take that May, not "said that May would sign" nor "so that March could be paid"."""
    if around.body.split()[-1] not in contexts.words("ambiguous_months"):
        return True
    return around.behind("tight") or not around.after or around.text[around.match.start] == "T"


def is_day_alone(around: Around, strict: bool) -> bool:
    """Take the 20th; the 20th century, the 7th Army and the 2nd of three are not."""
    if strict and not around.behind("day_prepositions"):
        return False
    return around.at(0) in tuple(".,;:)") or around.ahead_of("day_followers")


def is_deictic(around: Around, strict: bool) -> bool:
    """Take the last year; not the last year of the war, nor the past year, which lasted."""
    if around.body.startswith("the past") or (around.body.startswith("the ") and around.behind("lasting")):
        return False
    if strict and (around.body.startswith("past ") or around.before.lower() == "the"):
        return False
    if strict and OR_SO.match(around.text, around.match.end):
        return False
    return not (around.body.startswith("the ") and around.after in ("of", "that", "before"))


def is_weekday(around: Around, strict: bool) -> bool:
    """Take a day of the week, not a named one (Good Friday, Bloody Sunday) nor hours of opening."""
    return not around.behind("named_days") and not (strict and _is_opening(around))


def _is_opening(around: Around) -> bool:
    """Tell whether a weekday is one end of a run of them that comes every week: Monday to Friday, 9:00-17:00."""
    start, end = around.match.start, around.match.end
    front = WEEKDAY_BEFORE.search(around.text, max(0, start - 24), start)
    behind = WEEKDAY_BEHIND.match(around.text, end)
    if front is None and behind is None:
        return False
    start, end = front.start() if front else start, behind.end() if behind else end
    return (
        CLOCK_BEHIND.match(around.text, end) is not None
        or OPEN.search(around.text, max(0, start - 40), start) is not None
    )


def is_quarter(around: Around, strict: bool) -> bool:
    """Take a quarter of a year, not of a circle, a town or a number of things."""
    if not around.body.startswith("the "):
        return not strict
    return around.behind("quarter_prepositions") and around.after != "of"


def is_duration(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take what lasts a number of units; a single day, behind certain words only."""
    words = around.body.split()
    if RECORDED.match(around.text, around.match.end):
        return False
    if words in (["hours"], ["minutes"], ["seconds"]):
        return around.behind("clock_prepositions")
    if words[0] in ("a", "an") and (PLURAL_UNIT.match(words[1]) or HALF.match(around.text, around.match.end)):
        return False
    if words[0] in ("a", "an") and words[-1] in ("year", "day", "month", "week", "hour", "minute"):
        return around.behind("one_unit")
    return True


def is_rate(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a rate ($1 billion a year), not a length of time (for a year)."""
    return around.body.startswith("per") or around.search_before(COUNTED, 40) is not None


def is_part(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take the first hour of an attack, not the first hour alone."""
    return around.after == "of"


def is_clause_free(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take "at the time", not "at the time of the treaty", nor "at the time Johnson left"."""
    return not (around.after in ("of", "that", "when") or around.after[:1].isupper())


def is_lasting(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take what lasts (for the next decade), not a date (in the next decade)."""
    return "past" in around.body or around.behind("lasting")


def is_frequency(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take what happens daily, not a name (the China Daily)."""
    return around.text[around.match.start].islower() or not around.before


def is_attributive(around: Around, strict: bool) -> bool:
    """Take an adjective in front of its noun: the weekly market, not "they met weekly"."""
    noun = around.after.lower() not in contexts.words("not_noun") and around.after.islower()
    return noun and is_frequency(around, strict)


def is_reference(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take now and its like; not "now that", "as soon", "the past" in front of a noun, "the former" of two."""
    if around.body in ("the past", "the present", "the future"):
        return not around.after or around.ahead_of("reference_nouns")
    if around.body == "former":
        return bool(around.after) and not around.ahead_of("former_followers")
    if around.body == "soon":
        return around.at(0) != "-" and around.before.lower() != "as"
    return not (around.body == "now" and around.after == "that")


def is_bare_night(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a part of some day (at night, a night attack), not a known one (that night)."""
    return around.text[around.match.start].islower() and not around.behind("known_nights")


def is_trading(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a part of the day in front of what is done then, without an article: in morning trading."""
    return around.ahead_of("trading") and around.behind("prepositions") and around.before.lower() != "the"


def is_of_the_time(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take the writers of the day, not the hours of the day nor the end of the time."""
    owner = around.search_before(OWNER)
    if owner is None or (around.after and not around.ahead_of("not_noun")):
        return False
    word = owner[1].lower()
    people = word in contexts.words("plural_people")
    return people or (word.endswith("s") and word not in contexts.words("measured") | contexts.words("singular"))


def is_whole_unit(around: Around, strict: bool) -> bool:  # noqa: ARG001
    """Take a unit that was told, not the first half of a longer phrase."""
    unit = around.text[around.match.start : around.match.end].split()[-1]
    if unit[0].isupper() or unit in ("century", "quarter", "decade", "fortnight"):
        return False
    if unit == "day" and not around.behind("whole_day"):
        return False
    return not around.ahead_of("not_whole") and around.at(0) != "-"


GUARDS: dict[str, Callable[[Around, bool], bool]] = {
    "ago": is_ago,
    "attributive": is_attributive,
    "bare-night": is_bare_night,
    "clause": is_clause_free,
    "day-alone": is_day_alone,
    "day-of-month": is_day_of_month,
    "deictic": is_deictic,
    "duration": is_duration,
    "frequency": is_frequency,
    "holiday": is_holiday,
    "lasting": is_lasting,
    "list": is_listed_day,
    "month": is_month,
    "of": is_part,
    "of-the-time": is_of_the_time,
    "offset": is_offset,
    "quarter": is_quarter,
    "rate": is_rate,
    "reference": is_reference,
    "season": is_season,
    "season-goods": is_season_of_goods,
    "short-decade": is_short_decade,
    "short-year": is_short_year,
    "told-month": is_told_month,
    "trading": is_trading,
    "weekday": is_weekday,
    "whole-unit": is_whole_unit,
    "year": is_year,
    "year-first": is_year_first,
}
