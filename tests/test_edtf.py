"""EDTF values: what each form spans, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import edtf

FORMS = [
    ("2005-05-14", "2005-05-14", "2005-05-14", "day"),
    ("2004-02-29", "2004-02-29", "2004-02-29", "day"),
    ("2005-02", "2005-02-01", "2005-02-28", "month"),
    ("2000-02", "2000-02-01", "2000-02-29", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("2005", "2005-01-01", "2005-12-31", "year"),
    ("200X", "2000-01-01", "2009-12-31", "decade"),
    ("18XX", "1800-01-01", "1899-12-31", "century"),
    ("2009-33", "2009-01-01", "2009-03-31", "quarter"),
    ("2009-36", "2009-10-01", "2009-12-31", "quarter"),
    ("2009-40", "2009-01-01", "2009-06-30", "half"),
    ("2009-41", "2009-07-01", "2009-12-31", "half"),
    ("2009-21", "2009-03-01", "2009-05-31", "season"),
    ("2009-24", "2009-12-01", "2010-02-28", "season"),
    ("-0331", "-0331-01-01", "-0331-12-31", "year"),
    ("-047X", "-0479-01-01", "-0470-12-31", "decade"),
    ("2004/2008", "2004-01-01", "2008-12-31", "interval"),
    ("1916-01-06/1916-01-07", "1916-01-06", "1916-01-07", "interval"),
    ("-0479/-0478", "-0479-01-01", "-0478-12-31", "interval"),
    ("1871/..", "1871-01-01", "", "interval"),
    ("../1871", "", "1871-12-31", "interval"),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "precision"), FORMS, ids=[form[0] for form in FORMS])
def test_form(value: str, earliest: str, latest: str, precision: str) -> None:
    parsed = edtf.parse(value)
    assert (parsed.value, parsed.earliest, parsed.latest, parsed.precision) == (value, earliest, latest, precision)
    assert not parsed.approximate


@pytest.mark.parametrize("value", ["2005~", "2005-05~", "2005-05-14~", "200X~", "2004~/2008"])
def test_approximate(value: str) -> None:
    assert edtf.parse(value).approximate


WRONG = [
    ("", "not one of the EDTF forms"),
    ("05", "not one of the EDTF forms"),
    ("2005-5", "not one of the EDTF forms"),
    ("2005-05-14T12:00", "not one of the EDTF forms"),
    ("2005-13", "no month, season"),
    ("2005-00", "no month, season"),
    ("2005-02-29", "no such day"),
    ("2005-04-31", "no such day"),
    ("2005-33-01", "no such day"),
    ("200X-05", "takes no month"),
    ("2008/2004", "ends before it begins"),
    ("-0478/-0479", "ends before it begins"),
    ("2004/2005/2006", "one slash"),
    ("../..", "open at one end"),
    ("2004/", "not one of the EDTF forms"),
]


@pytest.mark.parametrize(("value", "said"), WRONG, ids=[value or "empty" for value, _ in WRONG])
def test_what_is_refused_names_the_value(value: str, said: str) -> None:
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError, match=said) as raised:
        edtf.parse(value)
    assert repr(value) in str(raised.value) or "''" in str(raised.value)


@given(st.dates())
def test_every_day_spans_itself(day: object) -> None:
    parsed = edtf.parse(str(day))
    assert parsed.earliest == parsed.latest == str(day)
    assert parsed.precision == "day"


@given(st.integers(-9999, 9999), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    parsed = edtf.parse(f"{edtf.format_year(year)}-{month:02d}")
    assert parsed.latest == edtf.format_day(year, month, edtf.days_in_month(year, month))
