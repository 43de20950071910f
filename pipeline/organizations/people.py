"""Leaders and officials: a title with a name behind it, and the same names later in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Scan

LONGEST_NAME = 6  # tokens of a name, initials and particles included
TITLE_WORDS = frozenset(
    "Foreign Affairs Prime Deputy Vice State Defence Defense First Finance General Federal Acting Special".split()
)


def find_people(scan: Scan, lowercase: Collection[str]) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
    """Yield the people of a line that have a title, each with the words of the name behind it.

    `lowercase` are words that the document also writes small, which begin no name.
    """
    titles = lexicon.words().person_titles
    done = 0
    for position in scan.names:
        if position < done or scan.tokens[position].text not in titles:
            continue
        begin, country = _name_start(scan, position)
        end = begin if scan.line.at(begin).lower in lowercase else _name_end(scan, begin)
        if end > begin:
            start, country = _title_start(scan, position, country)
            yield _person(scan, start, end, country), tuple(token.text for token in scan.tokens[begin:end])
        done = end


def find_again(scan: Scan, surnames: dict[str, str]) -> Iterator[Candidate]:
    """Yield the later mentions of people by their names; `surnames` maps them to their countries."""
    done = 0
    for position in scan.names:
        end = position
        while (
            position >= done
            and scan.line.at(end).is_name
            and scan.hit(end) is None
            and scan.line.at(end).text in surnames
        ):
            end += 1
        if end > position:
            yield _person(scan, position, end, surnames[scan.tokens[end - 1].text])
            done = end


def is_surname(word: str, lowercase: Collection[str]) -> bool:
    """Tell whether the last word of a name can stand for the person later: not "III", not a common word."""
    return len(word) > 2 and not word.isupper() and word.lower() not in lowercase


def _name_start(scan: Scan, title: int) -> tuple[int, str]:
    """Skip "of the Russian Federation", "of Foreign Affairs of Peru" between a title and the name."""
    line, index, country = scan.line, title + 1, ""
    if line.at(index).text == "." and line.at(title).text in lexicon.words().abbreviated:
        index += 1
    while line.at(index).text in ("of", "for", "to"):
        begin = index + 1 + (line.at(index + 1).text == "the")
        nation = scan.nation(begin)
        if nation is not None:
            # "American Minister to England": the state is where he was sent, not whom he speaks for.
            country = country if line.at(index).text == "to" else nation.forms[0].state.party
            index = nation.end
            continue
        end = _field_end(scan, begin)
        if end == begin:
            return title + 1, ""
        index = end
    return index, country


def _field_end(scan: Scan, begin: int) -> int:
    """Return the end of a field of policy ("Foreign Affairs and Trade") that begins at `begin`."""
    line, portfolio, end = scan.line, lexicon.words().portfolio, begin
    while line.at(end).lower in portfolio and line.at(end).is_name:
        end += 1
        end += line.at(end).text == "and" and line.at(end + 1).lower in portfolio
    return end


def _name_end(scan: Scan, begin: int) -> int:
    """Return where the capitalized words of a name end; nations, organizations and titles are none."""
    line, vocabulary, end = scan.line, lexicon.words(), begin
    while end - begin < LONGEST_NAME:
        token = line.at(end)
        is_word = token.lower in vocabulary.stops | vocabulary.not_places or token.text in lexicon.heads()
        if token.is_name and not is_word and (token.text not in vocabulary.person_titles or end == begin):
            hit = scan.hit(end)
            if hit is not None and (hit.listed or (end == begin and not _reads_as_name(scan, hit.end))):
                break
            end += 1
        elif token.text == "." and end > begin and len(line.at(end - 1).text) == 1:
            end += 1
        elif end > begin and token.text == "-" and line.glued(end) and line.glued(end + 1):
            end += 2
        elif end > begin and token.text in vocabulary.name_particles - {"of"} and line.at(end + 1).is_name:
            end += 1
        else:
            break
    return end


def _reads_as_name(scan: Scan, behind: int) -> bool:
    """Tell whether a name goes on behind a word that is also a nation's ("Jordan Smith", "Chad Hurley")."""
    token = scan.line.at(behind)
    return token.is_name and scan.hit(behind) is None and token.text not in lexicon.heads()


def _title_start(scan: Scan, title: int, country: str) -> tuple[int, str]:
    """Take in what belongs to the title in front: "Russian Deputy Prime" Minister."""
    start = title
    while scan.line.at(start - 1).text in TITLE_WORDS and scan.line.at(start - 1).is_name:
        start -= 1
    nation = scan.nation(start - 1)
    if nation is not None and scan.line.at(nation.start - 1).text not in ("-", "and"):
        return nation.start, country or nation.forms[0].state.party
    return start, country


def _person(scan: Scan, start: int, end: int, country: str) -> Candidate:
    return Candidate(
        start=scan.tokens[start].start,
        end=scan.tokens[end - 1].end,
        kind="person",
        rule="person-with-title",
        category="person",
        country=country,
    )
