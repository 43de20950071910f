"""The calendar profile: what is found, how far it reaches, and what it is resolved to."""

from __future__ import annotations

import pytest

from pipeline.records import Passage, Source
from tests.dates.texts import dates, read, values

FORMS = [
    ("It was signed on 14 May 2005.", [("14 May 2005", "2005-05-14")]),
    ("Signed on the 3rd of June, 1871.", [("3rd of June, 1871", "1871-06-03")]),
    ("On Tuesday, May 14, 1946, they met.", [("Tuesday, May 14, 1946", "1946-05-14")]),
    ("On 1999-12-31 it ended.", [("1999-12-31", "1999-12-31")]),
    ("Bonn, 25.12.1991", [("25.12.1991", "1991-12-25")]),
    ("In the spring of 1862 a treaty was drafted.", [("spring of 1862", "1862-21")]),
    ("In the early 1950s talks began.", [("early 1950s", "195X")]),
    ("During the nineteenth century it held.", [("nineteenth century", "18XX")]),
    ("In the fourth quarter of 2008 trade fell.", [("fourth quarter of 2008", "2008-36")]),
    ("By mid-1951 it was ready.", [("mid-1951", "1951")]),
    ("At the end of 1942 they met.", [("end of 1942", "1942")]),
    ("Around June 5, 1802 he left.", [("Around June 5, 1802", "1802-06-05~")]),
    ("The war of 1941-42 ended.", [("1941-42", "1941/1942")]),
    ("It lasted 1853–1854.", [("1853–1854", "1853/1854")]),
    ("Between 1868 and 1921 nothing happened.", [("1868", "1868"), ("1921", "1921")]),
    ("From May to July 2009 they talked.", [("May", "2009-05"), ("July 2009", "2009-07")]),
    ("On 19 and 20 May 2009 they met.", [("19", "2009-05-19"), ("20 May 2009", "2009-05-20")]),
    ("The North Atlantic Treaty of 1949 binds them.", [("1949", "1949")]),
    ("The year of 2005 saw much.", [("2005", "2005")]),
    ("In 332 BC the city fell.", [("332 BC", "-0331")]),
    (
        "The war of 1836 ended. Nothing happened until 1844, when the envoy came. He left on April 12.",
        [("1836", "1836"), ("1844", "1844"), ("April 12", "1844-04-12")],
    ),
    ("Papers on Foreign Policy 1937-49, vol. 1", [("1937-49", "1937/1949")]),
    ("It was sold under policy 1937 of the insurer.", []),
    ("They have met since at least 2003; at least 2003 houses burned.", [("2003", "2003")]),
    ("In the year following 1990 he left.", [("1990", "1990")]),
    ("It rained on Wednesday (5 June 2019).", [("Wednesday (5 June 2019)", "2019-06-05")]),
    ("The Helsinki 1975 Conference closed.", [("1975", "1975")]),
    ("In the '90s they traded.", [("'90s", "199X")]),
    ("The Peace of Thornby (1411) held.", [("1411", "1411")]),
    ("The Union of Kolm (1397–1523) broke up.", [("1397–1523", "1397/1523")]),
    ("1871 June 3 - Talks in Riga.", [("1871 June 3", "1871-06-03")]),
    ("1871, 3–5 June: the envoys meet.", [("1871, 3–5 June", "1871-06-03/1871-06-05")]),
    ("A chronicle (1871, June) tells of it.", [("1871, June", "1871-06")]),
    ("2016 May – Visit to Port Vila.", [("2016 May", "2016-05")]),
    ("In 2016 March told the press of it.", [("2016", "2016")]),
    ("In 1871, 3 June was a feast.", [("1871", "1871"), ("3 June", "1871-06-03")]),
    ("They met in 1998, 3 May 1999 and 2001.", [("1998", "1998"), ("3 May 1999", "1999-05-03"), ("2001", "2001")]),
    ("the war of 1902\u00ad–1903", [("1902\u00ad–1903", "1902/1903")]),
    ("In the first half of the 17th century it grew.", [("first half of the 17th century", "16XX")]),
    ("The last years of the 1920s were calm.", [("last years of the 1920s", "192X")]),
    ("In the opening decade of the 18th century", [("opening decade of the 18th century", "170X")]),
    ("At the turn of the 20th century it was open.", [("turn of the 20th century", "19XX")]),
    ("Prices rose in the last weeks of 1938.", [("last weeks of 1938", "1938")]),
    ("It sold 12 in the first nine months of 1997.", [("first nine months of 1997", "1997-01/1997-09")]),
    ("It sold 3 in the final 2 months of 1997.", [("final 2 months of 1997", "1997-11/1997-12")]),
    ("They were ordered in H2 2019.", [("H2 2019", "2019-41")]),
    (
        "Trade grew in the first five months of 1997 and 1998, against the same period of 1996.",
        [
            ("first five months of 1997", "1997-01/1997-05"),
            ("1998", "1998"),
            ("same period of 1996", "1996-01/1996-05"),
        ],
    ),
    (
        "In the second quarter of 1997 sales fell; in the same quarter a year earlier they rose.",
        [("second quarter of 1997", "1997-34"), ("same quarter a year earlier", "1996-34")],
    ),
    ("The first 100 months of the siege passed.", []),
    ("Signed on 19 February/3 March 1878.", [("19 February/3 March 1878", "1878-03-03")]),
    ("Signed on 3/16 March 1921.", [("3/16 March 1921", "1921-03-16")]),
    ("It ran on 3/5 March 1921.", [("3/5 March 1921", "1921-03-03/1921-03-05")]),
    ("The winter of 1862-63 was cold.", [("winter of 1862-63", "1862-24")]),
    ("From the 16th–17th centuries on", [("16th–17th centuries", "15XX/16XX")]),
    (
        "Done at Riga, this fifth day of May, nineteen hundred and sixty-one.",
        [("fifth day of May, nineteen hundred and sixty-one", "1961-05-05")],
    ),
    (
        "On 22 July in the year two thousand and four it ended.",
        [("22 July in the year two thousand and four", "2004-07-22")],
    ),
    ("The first day of the month of March 1971", [("first day of the month of March 1971", "1971-03-01")]),
    ("The note of 16.IX.1871", [("16.IX.1871", "1871-09-16")]),
    ("The pact of 23 August '39 held.", [("23 August '39", "1939-08-23")]),
    ("The FY22 budget, the FY 2023-24 one", [("FY22", "2022"), ("2023-24", "2023/2024")]),
    ("It fell c.1291.", [("c.1291", "1291~")]),
    ("He ruled Dec. 1851 – Jan. 1852.", [("Dec. 1851 – Jan. 1852", "1851-12/1852-01")]),
    (
        "They met on 3, 4 and 7 June 2012.",
        [("3", "2012-06-03"), ("4", "2012-06-04"), ("7 June 2012", "2012-06-07")],
    ),
    (
        "They met on the 1st, the 4th, and the 7th of June 2012.",
        [("1st", "2012-06-01"), ("4th", "2012-06-04"), ("7th of June 2012", "2012-06-07")],
    ),
    (
        "They met on June 3, 4, 5 and 7, 2012.",
        [("June 3", "2012-06-03"), ("4", "2012-06-04"), ("5", "2012-06-05"), ("7, 2012", "2012-06-07")],
    ),
    ("In 2012 on June 3 and 4, 7 men left.", [("2012", "2012"), ("June 3", "2012-06-03"), ("4", "2012-06-04")]),
    ("By end-2016 or year-end 2017", [("end-2016", "2016"), ("year-end 2017", "2017")]),
    ("In the month of May 1992", [("May 1992", "1992-05")]),
    ("It was built 447–432 BC.", [("447–432 BC", "-0446/-0431")]),
    ("Director (2014–present)", [("2014–present", "2014/..")]),
    ("JOINT STATEMENT OF 4 JULY 1972", [("4 JULY 1972", "1972-07-04")]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


STORIES = [
    ("They agreed in 1996. The same year in December a committee was set up.", "", ["1996", "1996-12"]),
    ("It was concluded in 1996; two years later it was renewed.", "", ["1996", "1998"]),
    ("The treaty of 12 March 1921 was signed; the next day it was published.", "", ["1921-03-12", "1921-03-13"]),
    ("In 2005 contracts were approved. In May a loan was signed.", "", ["2005", "2005-05"]),
    ("He left on 28 December 1936 and came back on 4 January.", "", ["1936-12-28", "1937-01-04"]),
    ("In March talks began. They ended on 5 June 1964.", "", ["1964-03", "1964-06-05"]),
    ("1994\n\nIn May a pact was signed.\n\n1995\n\nIn May it lapsed.", "", ["1994", "1994-05", "1995", "1995-05"]),
    ("1974 - The pact of 1962 is denounced and replaced in June.", "", ["1974", "1962", "1974-06"]),
    ("• 1974: the pact of 1962 is denounced in May.\n• 1975: silence.", "", ["1974", "1962", "1974-05", "1975"]),
    ("On 3 July 1961 they met. On the 20th they signed.", "", ["1961-07-03", "1961-07-20"]),
    ("It was signed on January 1, 1984 and took effect on that same date.", "", ["1984-01-01", "1984-01-01"]),
    ("In the 1480s he sailed. He returned in '92.", "", ["148X", "1492"]),
    ("They met last year.", "2019-04-26", ["2018"]),
    ("They will meet this October.", "2019-04-26", ["2019-10"]),
    ("They met last October.", "2019-04-26", ["2018-10"]),
    ("They met in January and will sign in November.", "2019-04-26", ["2019-01", "2019-11"]),
    ("It began on Wednesday (Jun 5) and ends on Friday (7 June).", "2019-06-06", ["2019-06-05", "2019-06-07"]),
    ("It is good, they said on Wednesday, adding the deal will hold.", "2019-06-06", ["2019-06-05"]),
    ("They plan to announce the visit on Friday.", "2019-06-06", ["2019-06-07"]),
    ("They dined last night and meet in ten days' time.", "2019-06-06", ["2019-06-05", "2019-06-16"]),
    ("They met twice in the last month or so.", "2019-06-06", []),
    ("Since the beginning of the century it has grown.", "2019-06-06", ["20XX"]),
    (
        "On 5 May 1952 the rule held since 1945 ended. The same day a treaty was signed.",
        "",
        ["1952-05-05", "1945", "1952-05-05"],
    ),
    (
        "It was signed on 5 May 1952 and lapsed in 1961. The same year it was renewed.",
        "",
        ["1952-05-05", "1961", "1961"],
    ),
    ("I wrote on the 7th of March last. In 1861 he wrote.", "", ["1861-03-07", "1861"]),
    ("They met yesterday and sign tomorrow.", "2019-04-26", ["2019-04-25", "2019-04-27"]),
    ("It sold 12 in the first half of this year.", "2019-08-26", ["2019-40"]),
    ("It sold 12 in the first six months of last year.", "2019-08-26", ["2018-01/2018-06"]),
    (
        "Trade rose in the first half of the year by 3% over the same period last year.",
        "2019-08-26",
        ["2019-40", "2018-40"],
    ),
    (
        "Sales in the first ten months of this year beat those of the same period of the previous year.",
        "2019-12-02",
        ["2019-01/2019-10", "2018-01/2018-10"],
    ),
    ("Sales in May were above those of the same month last year.", "2019-06-26", ["2019-05", "2018-05"]),
    ("They worked together; sales in the same period of 2005 fell.", "2019-06-26", ["2005"]),
    ("It lapsed on 30 June last year; on May 5 of this year they met.", "2019-08-26", ["2018-06-30", "2019-05-05"]),
    (
        "A commission set up by the agreement of 2009 is to conclude by June 2020 the texts initialled in May.",
        "2019-10-09",
        ["2009", "2020-06", "2019-05"],
    ),
    ("In 2009 they signed the agreement and initialled the texts in May.", "2019-10-09", ["2009", "2009-05"]),
    (
        "The pact initialled in 2013 was praised; the assembly would ratify it in June.",
        "2019-05-14",
        ["2013", "2019-06"],
    ),
    (
        "The treaty was signed on 22 May 1828. It replaced that of 24 July 1813. A pact of 22 May was kept secret.",
        "",
        ["1828-05-22", "1813-07-24", "1828-05-22"],
    ),
    ("Contracts end by December 31. Two banks left on the same day.", "2021-11-15", ["2021-12-31", "2021-11-15"]),
    ("They signed on October 31. Two banks left on the same day.", "2021-11-15", ["2021-10-31", "2021-10-31"]),
    ("They sign on December 31 and will leave on the same day.", "2021-11-15", ["2021-12-31", "2021-12-31"]),
    ("They met last Thursday.", "2019-04-26", ["2019-04-18"]),
    ("They met last Tuesday.", "2019-04-26", ["2019-04-23"]),
    ("They joined last month but one.", "2019-01-26", ["2018-11"]),
    ("On this day 50 years ago they signed.", "2019-08-26", ["1969-08-26"]),
    ("They signed ten years ago today.", "2019-08-26", ["2009-08-26"]),
    ("It was founded more than two centuries ago.", "2019-08-26", []),
    ("It was founded two centuries ago, some said.", "2019-08-26", ["18XX"]),
    (
        "The peace of 1828 ended the war that had begun two years earlier. He was killed in May of the next year.",
        "",
        ["1828", "1826", "1829-05"],
    ),
    ("He came in 1828. Two years earlier he had left; the next year he wrote.", "", ["1828", "1826", "1827"]),
    ("The envoy came in 1832; the pact was renewed in October three years later.", "", ["1832", "1835-10"]),
    ("War broke out in August 1914. By that December they had met.", "", ["1914-08", "1914-12"]),
    ("They met in November 1914 and again that February.", "", ["1914-11", "1915-02"]),
    ("The 1914 pact was shelved that September.", "2019-08-26", ["1914", "1914-09"]),
    ("Talks began in 1994 on the border of 1923. That July they failed.", "", ["1994", "1923", "1994-07"]),
    ("In 1914 he said that May would sign.", "", ["1914"]),
    ("It is open Monday to Friday, 9:00–17:00.", "2019-08-26", []),
    ("Opening hours: Mon–Fri; talks on Friday at 10:00.", "2019-08-26", ["2019-08-23"]),
    ("They talked from Tuesday to Friday.", "2019-08-26", ["2019-08-20", "2019-08-23"]),
    ("He paid a working visit to Lima on Tuesday.", "2019-08-26", ["2019-08-20"]),
    ("The President visits Lima on Tuesday.", "2019-08-26", ["2019-08-27"]),
    ("Trade doubled over the last decade and in the past year.", "2019-08-26", []),
    (
        "It was passed on March 1, 1845 and took effect on December 29. By 1847 they fought.",
        "",
        ["1845-03-01", "1845-12-29", "1847"],
    ),
    (
        "They signed in London on 31 October 1861. The fleet came on 8 December. In 1863 it left.",
        "",
        ["1861-10-31", "1861-12-08", "1863"],
    ),
    (
        "They met on 20 November 1936 and again on 4 January; in 1938 they parted.",
        "",
        ["1936-11-20", "1937-01-04", "1938"],
    ),
    ("They met last week.", "2019-04-26", ["2019-04-15/2019-04-21"]),
    ("It was agreed three years ago.", "2019-04-26", ["2016"]),
    ("They spoke on Wednesday.", "2019-04-26", ["2019-04-24"]),
    ("In 1881, three years after the peace, they recognized it.", "", ["1881"]),
    ("It was signed in 1881, less than a year after the war, for thirty days after the vote.", "", ["1881"]),
    ("It was renewed in 1881 and every five years thereafter.", "", ["1881"]),
    ("They fought in 1932. The pact proposed the year before is dead.", "", ["1932", "1931"]),
    ("They fought in 1932, as they had the year before in Riga.", "", ["1932", "1931"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), STORIES, ids=[text[:60] for text, _, _ in STORIES])
def test_story(text: str, published: str, expected: list[str]) -> None:
    assert values(text, published) == expected


def test_an_anchor_is_kept_with_its_reason_and_its_rivals() -> None:
    text = "It was ratified in 1921 and revised in 1930. On 4 May it lapsed."
    mentions, issues = read(text)
    year, later, day = mentions
    assert (year.anchor, later.anchor, issues) == (None, None, [])
    assert day.value == "1930-05-04"
    assert day.anchor is not None
    assert day.anchor.span is not None
    assert text[day.anchor.span.start : day.anchor.span.end] == "1930"
    assert day.anchor.reason
    assert {rival.value for rival in day.rejected} >= {"1931-05-04"}


UNRESOLVED = [
    ("They met on 14 May.", "14 May"),
    ("They met last year.", "last year"),
    ("The following year it lapsed.", "following year"),
]


@pytest.mark.parametrize(("text", "quote"), UNRESOLVED)
def test_what_cannot_be_placed_is_an_issue(text: str, quote: str) -> None:
    mentions, issues = read(text)
    assert mentions == []
    assert [(issue.code, text[issue.start : issue.end]) for issue in issues] == [("unresolved-date", quote)]


NUMERIC = [
    ("Signed on 03/04/2005.", True, ["2005-04-03"], ["ambiguous-date"]),
    ("Signed on 03/04/2005.", False, ["2005-03-04"], ["ambiguous-date"]),
    ("Signed on 03/04/2005, in force since 03/25/2005.", True, ["2005-03-04", "2005-03-25"], []),
    ("Signed on 03/04/2005, in force since 25/04/2005.", False, ["2005-04-03", "2005-04-25"], []),
    ("Signed on 05/05/2005.", True, ["2005-05-05"], []),
]


@pytest.mark.parametrize(("text", "day_first", "expected", "codes"), NUMERIC)
def test_numeric_order(text: str, day_first: bool, expected: list[str], codes: list[str]) -> None:
    mentions, issues = read(text, day_first=day_first)
    assert [mention.value for mention in mentions] == expected
    assert [issue.code for issue in issues] == codes


def test_no_date_runs_from_one_passage_into_the_next() -> None:
    from pipeline.dates import find

    text = "Chapter 14\nMay 2005 saw much."
    passages = [Passage(0, 10, "heading", 0), Passage(11, len(text), "sentence", 1)]
    mentions, _ = find(Source("a", "a", "", text), passages)
    assert [mention.text for mention in mentions] == ["May 2005"]


@pytest.mark.parametrize("published", ["2019", "yesterday", "2019-13-01"])
def test_a_wrong_day_of_publication_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month must be"):
        read("In 2005.", published)
