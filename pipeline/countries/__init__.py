"""Every state in use since 1800, and all the words that name it: a table, and ways to ask it.

The table is countries.csv in this folder, one row per state, lists joined with `|`. Where it comes from:

- `code`, `alpha3`, `official`: ISO 3166-1, and ISO 3166-3 for SU, YU, CS, DD, AN and YD (through pycountry);
  EU is the code that ISO 3166-1 reserves for the European Union. A state without a code has its name only.
- `name`: the English name of the Unicode CLDR (through Babel), or the ISO name where CLDR's is not running text.
- `cow`, `cow_letters`: the numbers and letters of the Correlates of War project's list of the state system, v2016
  (correlatesofwar.org). Three of its states have no row of their own and hence no code here: the German Federal
  Republic (260 GFR; a name of DE), the Yemen Arab Republic (678 YAR; of YE) and the Papal States (327 PAP; of VA).
- the other columns (other names, former ones with the year in which they went out of use, adjectives, people,
  combining forms, capitals, seats, years and successors): our own, after common English usage.

tests/countries holds the first two to pycountry and Babel, which are not needed, nor loaded, at run time.
"""

from pipeline.countries.table import (
    CountryForm,
    FormKind,
    State,
    by_code,
    by_cow,
    by_party,
    forms,
    lookup,
    normalize,
    states,
)

__all__ = [
    "CountryForm",
    "FormKind",
    "State",
    "by_code",
    "by_cow",
    "by_party",
    "forms",
    "lookup",
    "normalize",
    "states",
]
