"""What an expression of time says by itself, before the document around it is consulted.

A `Reading` keeps missing parts missing: "14 May" is month 5, day 14 and no year; "two days later" is a shift by two
days from a date that the document has to supply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from pipeline import edtf
from pipeline.dates import words
from pipeline.dates.fallback import read_day

Kind = Literal["calendar", "shift", "duration", "set", "time", "reference", "nothing"]
Base = Literal["", "context", "published"]

PIVOT = 69  # POSIX strptime, %y
SCALES = {"hundred": 100, "thousand": 1000}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of an expression of time.

    `year` is astronomical (332 BC is -331) and `digits` says how many of its digits count: 4 for a year, 3 for
    a decade, 2 for a century. `part` is a season (SP, SU, FA, WI), a quarter (Q1 to Q4), a half (H1, H2) or a
    weekend (WE). `mod` is a TIMEX3 modifier. A shift goes `amount` `unit`s (Y M W D DE CE Q, TH TM TS for times)
    from its `base` in `direction` (-1, 0, 1); `amount` None is a number that the text leaves open.
    """

    kind: Kind
    year: int | None = None
    digits: int = 4
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    part: str = ""
    mod: str = ""
    unit: str = ""
    amount: float | None = None
    direction: int = 0
    base: Base = ""
    time: str = ""
    value: str = ""
    form: str = ""

    @property
    def complete(self) -> bool:
        """Tell whether the reading needs nothing from the document."""
        return self.kind == "calendar" and self.year is not None

    @property
    def approximate(self) -> bool:
        """Tell whether the text says "around" or "about"."""
        return self.mod == "APPROX"

    @property
    def grain(self) -> str:
        """The unit that the expression names: D, M, S (season, quarter, half), Y, DE or CE; W for weekends."""
        if self.day is not None or self.weekday is not None:
            return "D"
        if self.month is not None:
            return "M"
        if self.part:
            return "W" if self.part == "WE" else "S"
        if self.week is not None:
            return "W"
        if self.kind == "shift":
            return self.unit
        return {4: "Y", 3: "DE", 2: "CE"}[self.digits]

    def edtf(self) -> str:
        """Write the date as EDTF, XXXX for a missing year. A weekend or week has no such form: see resolve."""
        year = self._open_year() if self.year is None else _year_edtf(self.year, self.digits)
        tail = "~" if self.approximate else ""
        if self.month is not None:
            year += f"-{self.month:02d}" + (f"-{self.day:02d}" if self.day is not None else "")
        elif self.part in SEASONS:
            year += f"-{SEASONS[self.part]}"
        elif self.part[:1] == "Q":
            year += f"-{32 + int(self.part[1:])}"
        elif self.part[:1] == "H":
            year += f"-{39 + int(self.part[1:])}"
        return year + tail

    def _open_year(self) -> str:
        """Return XXXX, or for '68 and the '90s what is known of the year."""
        if self.form != "short":
            return "XXXX"
        return f"XX{self.amount:02.0f}"[: self.digits] + "X" * (4 - self.digits)

    def in_year(self, year: int) -> Reading:
        """Return the reading with its year filled in; a year of two digits takes its century from `year`."""
        if self.form != "short" or self.amount is None:
            return replace(self, year=year)
        return replace(self, year=year + (int(self.amount) - year + 50) % 100 - 50, form="", amount=None)

    def describe(self) -> str:
        """Write the reading in the notation of the rules' examples: what it is and what it lacks."""
        if self.kind in ("calendar", "time") and not self.base:
            date = "" if self.kind == "time" and self.month is None and self.year is None else self.edtf()
            weekday = f" weekday {self.weekday}" if self.weekday and self.day is None else ""
            return " ".join(filter(None, (self.mod if self.mod != "APPROX" else "", date + weekday, self.time)))
        if self.kind in ("shift", "time"):
            sign = {-1: "-", 0: "=", 1: "+"}[self.direction]
            amount = (
                ""
                if self.direction == 0 or (self.weekday and self.amount is None)
                else "X"
                if self.amount is None
                else f"{self.amount:g}"
            )
            inner = replace(self, kind="calendar", mod="").edtf() if self.month or self.part else str(self.day or "")
            inner = f" weekday {self.weekday}" if self.weekday else inner and f" {inner}"
            mod = self.mod and self.mod + " "
            return f"{mod}{self.base}{sign}{amount}{self.unit}{inner}" + (f" {self.time}" if self.time else "")
        return self.value if self.kind != "nothing" else "nothing"


FIELDS = frozenset(field.name for field in fields(Reading))


def _year_edtf(year: int, digits: int) -> str:
    if digits == 4:
        return edtf.format_year(year)
    sign, text = ("-" if year < 0 else ""), f"{abs(year):04d}"
    return sign + text[:digits] + "X" * (4 - digits)


def read(kind: Kind, groups: Mapping[str, object], constants: Mapping[str, object]) -> Reading | None:
    """Build the reading of a match from its groups and the constants of its rule.

    Returns None where the parts make no date (31 February, the year 0).
    """
    given = dict(constants)
    for name, value in groups.items():
        _take(given, name, value)
    if given.get("form") == "numeric":
        given.update(_numeric(int(str(given["first"])), int(str(given["last"]))))
    if kind == "duration":
        given["value"] = _duration(given)
    _read_clock(given)
    if given.pop("impossible", False):
        return None
    _count_decade(given)
    era = given.pop("era", None)
    year = given.get("year")
    if era == "BC" and isinstance(year, int):
        given["year"] = _before_christ(year, int(str(given.get("digits", 4))))
    reading = Reading(kind=kind, **{k: v for k, v in given.items() if k in FIELDS})  # type: ignore[arg-type]
    return reading if _exists(reading) else None


def months(rank: int, number: float) -> tuple[int, int] | None:
    """Return the first and last of so many months from the beginning (1) or end (-1) of a year, if it has more."""
    if number not in range(1, 12):
        return None
    return (1, int(number)) if rank > 0 else (13 - int(number), 12)


def _count_decade(given: dict[str, object]) -> None:
    """Put the second decade of a century, which begins it with 10, in its place."""
    if "nthdecade" in given:
        given["year"] = int(str(given["year"])) + 10 * int(str(given["nthdecade"]))
        given["digits"] = 3


def _before_christ(year: int, digits: int) -> int:
    """Return the astronomical year of a year BC; of a decade or century BC, its numeral with a minus sign."""
    return 1 - year if digits == 4 else -year


def _take(given: dict[str, object], name: str, value: object) -> None:
    """Put what a group reads as where it belongs in a reading."""
    converted = CONVERSIONS.get(name)
    if converted is None:
        given[name] = value
        return
    given.update(converted(value))


def _numeric(first: int, last: int) -> dict[str, object]:
    """Read "14/05" day first, "05/14" month first; `form` remembers where both readings make a date."""
    if last > 12:
        return {"month": first, "day": last, "form": "month-first"}
    ambiguous = first <= 12 and first != last
    return {"month": last, "day": first, "form": "ambiguous" if ambiguous else "day-first" if first > 12 else ""}


def _duration(given: Mapping[str, object]) -> str:
    """Write a duration as TIMEX3 does: P2M, PT7H, P1.5Y, PXD for an open number."""
    unit, amount = str(given.get("unit") or given.get("halfunit")), float(str(given.get("amount", 1)))
    if "halfunit" in given:
        amount += 0.5
    number = f"{amount:g}" if amount else "X"
    if unit == "FO":
        return f"P{2 * amount:g}W"
    return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"


def _read_clock(given: dict[str, object]) -> None:
    """Put hour, minute, half of the day and zone together to a time: T17:30, T16:08Z; TMO for a morning."""
    if "hour" in given:
        hour, minute = int(str(given["hour"])), int(str(given.get("minute", 0)))
        if "ampm" in given:
            given["impossible"] = not 1 <= hour <= 12
            hour = hour % 12 + int(str(given["ampm"]))
        given["time"] = f"T{hour:02d}:{minute:02d}{given.get('zone', '')}"
    elif given.get("time"):
        time = str(given["time"])
        given["time"] = time if time[0] == "T" else f"T{time}"


def _decade(value: object) -> dict[str, object]:
    return {"year": int(str(value)[:4]), "digits": 3}


def _short_decade(value: object) -> dict[str, object]:
    """Read "'90s": which century is left open."""
    return {"amount": int(str(value)[:2]), "digits": 3, "form": "short"}


def _month_day(value: object) -> dict[str, object]:
    month, day = str(value).split("-")
    return {"month": int(month), "day": int(day)}


def _ordinal_century(value: object) -> dict[str, object]:
    return {"year": (int(str(value).rstrip("sthndrSTHNDR")) - 1) * 100, "digits": 2}


def _written_year(value: object) -> dict[str, object]:
    """Read "one thousand nine hundred and ninety-two": the sum of its numbers, each hundred and thousand multiplied."""
    numbers = words.numbers()
    total = last = 0
    for word in re.findall(r"[a-z]+", str(value).lower()):
        if word in SCALES:
            total += last * SCALES[word]
            last = 0
        elif word != "and":
            last += numbers[word]
    return {"year": total + last}


def _odd(value: object) -> dict[str, object]:
    day = read_day(str(value))
    return dict(zip(("year", "month", "day"), day, strict=True)) if day else {"impossible": True}


CONVERSIONS: dict[str, Callable[[object], dict[str, object]]] = {
    "year": lambda value: {"year": int(str(value))},
    "year2": lambda value: {"year2": int(str(value))},
    "day": lambda value: {"day": int(str(value).rstrip("sthndrSTHNDR"))},
    "decade": _decade,
    "decade2": _short_decade,
    "decadeword": lambda value: {"amount": 10 * int(str(value)), "digits": 3, "form": "short"},
    "hundreds": lambda value: {"year": int(str(value)[:4]), "digits": 2},
    "century": _ordinal_century,
    "season": lambda value: {"part": value},
    "quarter": lambda value: {"part": f"Q{value}"},
    "half": lambda value: {"part": f"H{value}"},
    "shortyear": lambda value: {"amount": int(str(value)), "form": "short"},
    "odd": _odd,
    "writtenyear": _written_year,
    "pivotyear": lambda value: {"year": (1900 if int(str(value)) >= PIVOT else 2000) + int(str(value))},
    "qn": lambda value: {"part": f"Q{value}"},
    "holiday": _month_day,
    "isomonth": lambda value: {"month": int(str(value))},
    "isoday": lambda value: {"day": int(str(value))},
    "around": lambda _: {"mod": "APPROX"},
    "portion": lambda value: {"mod": value},
}


def _exists(reading: Reading) -> bool:
    if reading.month is None:
        return True
    if not 1 <= reading.month <= 12:
        return False
    if reading.day is None:
        return True
    year = 2000 if reading.year is None else reading.year
    return 1 <= reading.day <= edtf.days_in_month(year, reading.month)
