"""Dates: recognised, resolved for the whole document at once, and tied to their characters.

`find` yields the calendar dates of a source as EDTF; `pipeline.dates.timex3` all expressions of time as TIMEX3.
"""

from pipeline.dates.calendar import find

__all__ = ["find"]
