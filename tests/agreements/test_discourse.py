"""Several sentences tell of several agreements: what each takes over from those before it, and what not."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

# (quote, status, date, parties) of each row
TOLD = {
    "an agency in brackets is no party": (
        "LIMA, May 5, 2019 (Reuters) - Peru and Chile signed a trade agreement on Sunday.",
        [("trade agreement", "signed", "2019-05-05", "CL PE")],
    ),
    "the same number in headline and body": (
        "Kenya and Rwanda sign five agreements\n\nKenya and Rwanda signed five agreements on trade in 2023, in May.",
        [("agreements", "signed", "2023-05", "KE RW")],
    ),
    "an abbreviation of what was told in full": (
        "Peru and Chile signed a free trade agreement in 2005. The PCFTA entered into force in 2007.",
        [("PCFTA", "in-force", "2005", "CL PE")],
    ),
    "one more of the kind": (
        "Peru signed its first free trade agreement (FTA) with Chile in 2005. In 2023 it signed an FTA with Ecuador.",
        [("free trade agreement", "signed", "2005", "CL PE"), ("FTA", "signed", "2023", "EC PE")],
    ),
    "the date of a member": (
        "Peru and Chile have signed many agreements, including a Tax Agreement (2005) and a Bridge Treaty in 2016.",
        [
            ("agreements", "signed", "", "CL PE"),
            ("Tax Agreement", "signed", "2005", "CL PE"),
            ("Bridge Treaty", "signed", "2016", "CL PE"),
        ],
    ),
    "members in the next sentences": (
        "Two memoranda were signed on 5 May 2025. Also, a protocol between Peru and Fiji, a pact of Peru with Laos.",
        [
            ("protocol", "signed", "2025-05-05", "FJ PE"),
            ("pact", "signed", "2025-05-05", "LA PE"),
        ],
    ),
    "signed too": (
        "Peru and Chile signed a treaty on 3 May 2001. They also signed a protocol on fish.",
        [("treaty", "signed", "2001-05-03", "CL PE"), ("protocol", "signed", "2001-05-03", "CL PE")],
    ),
    "since when": (
        "Since independence in 1992, Peru and Chile have signed numerous agreements.",
        [("agreements", "signed", "", "CL PE")],
    ),
    "a date for each matter": (
        "Peru and Chile signed agreements on trade in 1999 and on fishing in 2001.",
        [("agreements", "signed", "1999", "CL PE"), ("agreements", "signed", "2001", "CL PE")],
    ),
    "a date in brackets behind a matter": (
        "Peru and Chile are bound by a memorandum on coastal fishing (2004).",
        [("memorandum", "in-force", "2004", "CL PE")],
    ),
    "years behind commas": (
        "Peru and Chile: Treaty of Friendship, 1963; Trade Agreement, 1975.",
        [("Treaty of Friendship", "signed", "1963", "CL PE"), ("Trade Agreement", "signed", "1975", "CL PE")],
    ),
    "it ratified": (
        "Cambodia is one of the poorest states of its region. It ratified the Mine Ban Treaty in 1999.",
        [("Mine Ban Treaty", "ratified", "1999", "KH")],
    ),
    "who denounced it": (
        "France and Mali are bound by a defence treaty, which Bamako denounced in May 2022.",
        [("defence treaty", "terminated", "2022-05", "FR ML")],
    ),
    "which took effect": (
        "Peru and Chile have a trade agreement, which took effect in 2009, and a tax treaty of 2003.",
        [("trade agreement", "in-force", "2009", "CL PE"), ("tax treaty", "in-force", "2003", "CL PE")],
    ),
    "a weekday behind the verb": (
        "Morocco and the African Development Bank signed on Thursday two loan agreements.",
        [("loan agreements", "signed", "", "African Development Bank MA")],
    ),
    "a partner that the parser takes for what was signed": (
        "A contract with Boeing was signed by Norway in 2017.",
        [("contract", "signed", "2017", "Boeing NO")],
    ),
    "a relative clause between": (
        "Bolivia, which borders Chile, signed an agreement with Peru in 1999.",
        [("agreement", "signed", "1999", "BO PE")],
    ),
    "unlike others": (
        "Unlike Chile, Bolivia signed an agreement with Peru in 1999.",
        [("agreement", "signed", "1999", "BO PE")],
    ),
    "who brokers": (
        "A new truce between Peru and Chile brokered by Egypt took effect on 26 August 2014.",
        [("new truce", "in-force", "2014-08-26", "CL PE")],
    ),
    "the outcome": (
        "The outcome of the talks was a treaty between Peru and Chile.",
        [("treaty", "signed", "", "CL PE")],
    ),
    "settled by": (
        "The dispute was settled by a treaty between Peru and Chile in 1929.",
        [("treaty", "signed", "1929", "CL PE")],
    ),
    "could be settled by": ("The dispute could be settled by a treaty between the two.", []),
    "a named partner": ("The treaty with Chile matters to Peru.", [("treaty", "signed", "", "CL PE")]),
    "what is to be renewed": (
        "Peru and Chile plan to extend their fisheries agreement.",
        [("fisheries agreement", "signed", "", "CL PE")],
    ),
    "what may be renewed": ("The agreement of Peru and Chile may be renewed.", []),
    "a commitment": (
        "Peru and Chile confirmed their commitment to signing a trade agreement.",
        [("trade agreement", "planned", "", "CL PE")],
    ),
    "on condition": (
        "The deal is subject to Peru establishing diplomatic relations with Chile.",
        [("diplomatic relations", "proposed", "", "CL PE")],
    ),
    "relations that followed": (
        "Peru and Chile signed an accord in 1991. Full diplomatic relations followed on 1 May 1992.",
        [("accord", "signed", "1991", "CL PE"), ("diplomatic relations", "signed", "1992-05-01", "CL PE")],
    ),
    "a body set up on the day of the signing": (
        "Peru and Chile signed an agreement to establish a Joint Economic Commission on 28 July 2022.",
        [("agreement", "signed", "2022-07-28", "CL PE")],
    ),
    "another matter": (
        "Peru and Chile signed a Declaration on Partnership in 2024. They welcomed the agreement on cargo transport.",
        [("Declaration on Partnership", "signed", "2024", "CL PE")],
    ),
    "not until": (
        "Not until 1971 did Peru and Chile sign a treaty on their shelf.",
        [("treaty", "signed", "1971", "CL PE")],
    ),
    "neither nor": (
        "Neither the convention of 1954 nor the protocol of 1977 has been ratified by Peru.",
        [("convention", "signed", "1954", ""), ("protocol", "signed", "1977", "")],
    ),
    "revived by an exchange of letters": (
        "The Peru-Chile treaty of 1965 lapsed in 1974 but was revived by an exchange of letters in 1984.",
        [("Peru-Chile treaty", "extended", "1965", "CL PE"), ("exchange of letters", "signed", "1984", "CL PE")],
    ),
    "by which they acted": (
        "Peru and Chile, by the Treaty of Lima (1929), divided the land.",
        [("Treaty of Lima", "signed", "1929", "CL PE")],
    ),
    "who gave up what": (
        "With the Treaty of Lima in 1929, Chile gave up Tacna to Peru.",
        [("Treaty of Lima", "signed", "1929", "CL PE")],
    ),
    "firms by their states": (
        "A contract between Kenya's KenGen and Norway's NorPower was signed in 1998.",
        [("contract", "signed", "1998", "KenGen NorPower")],
    ),
    "leaders by their states": (
        "A treaty between Peru's Humala and Chile's Bachelet was signed in 2012.",
        [("treaty", "signed", "2012", "CL PE")],
    ),
    "lines of a list": (
        "Pacts\n\nAir services agreement, signed 5 June 1990, in force 1 May 1991\nInvestment agreement, signed 1995",
        [("Air services agreement", "in-force", "1990-06-05", ""), ("Investment agreement", "signed", "1995", "")],
    ),
    "a label in front of a colon": (
        "Peru and Ghana\n\nRelations: since 1968\nAgreements: Cultural Agreement (1979), Air Agreement (1985)",
        [("Cultural Agreement", "signed", "1979", "GH PE"), ("Air Agreement", "signed", "1985", "GH PE")],
    ),
    "dates from": (
        "Mexico's trade pact with the EU dates from 2000.",
        [("trade pact", "signed", "2000", "EU MX")],
    ),
    "which will expire": (
        "Mexico's trade pact with the EU, which expires in 2035, helps both.",
        [("trade pact", "signed", "", "EU MX")],
    ),
    "a name joined by and": (
        "Peru signed Belt and Road memoranda with Chile.",
        [("Belt and Road memoranda", "signed", "", "CL PE")],
    ),
    "the seat of the Union": (
        "Brussels and Kyiv concluded an agreement in 2014.",
        [("agreement", "signed", "2014", "EU UA")],
    ),
    "the capital of Belgium": (
        "Belgium is small. Brussels and Kyiv concluded an agreement in 2014.",
        [("agreement", "signed", "2014", "BE UA")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), TOLD.values(), ids=TOLD.keys())
def test_what_is_taken_over(text: str, rows: list[tuple[str, str, str, str]]) -> None:
    assert [(a.mention.text, a.status, a.date, " ".join(a.parties)) for a in accounts(text)] == rows
