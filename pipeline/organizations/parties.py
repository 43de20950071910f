"""Companies that nothing but their place gives away: parties to a contract, and short forms of a company's name.

A run of capitalized words is a party if it looks like a company (an acronym, a trade at its end, a nation at its end)
and stands where a party stands ("between X and Y", "X signed"), or if it is joined by "and" to a known company.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Scan

BEFORE_PARTY = frozenset({"with", "between", "by"})
AUXILIARIES = frozenset({"has", "have", "had", "will", "would"})
# Behind an acronym these say that it has people: an organization, whatever its kind.
MEMBERS = frozenset(
    "leader leaders fighters guerrillas rebels militants insurgents troops forces soldiers members member chief "
    "officials representatives delegation delegates headquarters secretariat countries states allies engineers "
    "experts scientists staff employees executives spokesman spokeswoman chairman director president".split()
)
GENERIC = frozenset(
    "united standard general national international first new great royal state public private independent modern "
    "democratic socialist communist nationalist neighbouring neighboring present-day central eastern western northern "
    "southern global world union federal joint trans pan north south east west big grand old".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the document has already given: organizations by their edges, people's names, acronyms of other things."""

    by_start: Mapping[int, Candidate]
    by_end: Mapping[int, Candidate]
    not_companies: Collection[str]
    lowercase: Collection[str]


def find_parties(scan: Scan, known: Known) -> Iterator[Candidate]:
    """Yield the unknown companies of a line that stand in a party's place."""
    found: dict[int, Candidate] = {}
    done = 0
    for position in scan.names:
        end = _run(scan, position, known) if position >= done else 0
        if end > position and (rule := _judge(scan, (position, end), known, found)):
            candidate = _company(scan, position, end, rule)
            if rule == "acronym-with-members":
                candidate = replace(candidate, category="other")
            found[candidate.end] = candidate
            yield candidate
        done = max(done, end)


def find_short(scan: Scan, short: Mapping[str, Sequence[tuple[tuple[str, ...], Candidate]]]) -> Iterator[Candidate]:
    """Yield the short forms of companies ("Great Wall") that `short_names` made."""
    for index, token in enumerate(scan.tokens):
        for words, full in short.get(token.text, ()):
            behind = index + len(words)
            if token.start == full.start:
                continue
            if all(scan.line.at(index + n).text == word for n, word in enumerate(words)):
                if not scan.line.at(behind).is_name and not _follows_name(scan, index):
                    # What only the model names may have the wrong extent: it finds short forms, but does not name them.
                    origin = None if full.rule.startswith("model") else full
                    yield _company(scan, index, behind, "company-short", origin)
                break


def short_names(
    scans: Sequence[Scan], companies: Sequence[Candidate], others: Collection[str]
) -> dict[str, list[tuple[tuple[str, ...], Candidate]]]:
    """Return, by first word, the short forms that the companies of a document can have: their distinctive words.

    `others` are words that stand for something else: common words, people, the initials of other names.
    """
    starts = {candidate.start: candidate for candidate in companies if not candidate.group}
    found: dict[str, list[tuple[tuple[str, ...], Candidate]]] = {}
    for scan in scans:
        for index, token in enumerate(scan.tokens):
            if token.start not in starts:
                continue
            full = starts[token.start]
            distinctive = _distinctive(scan, index, full)
            for words in dict.fromkeys((_whole(scan, index, full), distinctive, distinctive[:1])):
                if words and _is_distinctive(words, others):
                    found.setdefault(words[0], []).append((words, full))
    return found


def _run(scan: Scan, begin: int, known: Known) -> int:
    """Return the end of the run of capitalized words at `begin`; a nation's name may only be its last."""
    vocabulary, line, end = lexicon.words(), scan.line, begin
    if line.is_upper or (_follows_name(scan, begin) and scan.hit(begin - 1) is None):
        return begin
    before = scan.hit(begin - 1)
    if before is not None and before.listed is not None and before.listed.category == "company":
        return begin  # "Pertamina | Geothermal Energy"
    if begin == scan.text_start and line.at(begin).lower in known.lowercase:
        return begin
    while True:
        token, hit = line.at(end), scan.hit(end)
        if hit is not None:
            is_last = end > begin and hit.start == end and any(form.kind == "name" for form in hit.forms)
            return hit.end if is_last else end
        if not token.is_name or token.lower in vocabulary.stops or token.text in known.not_companies:
            return end
        if token.text in vocabulary.person_titles or token.text in lexicon.heads():
            return end
        end += 1
        if line.at(end).text in ("-", "&") and line.at(end + 1).is_name:
            end += 1


def _follows_name(scan: Scan, index: int) -> bool:
    """Tell whether the token in front is a part of the same run of capitalized words."""
    before = scan.line.at(index - 1)
    if before.text in ("\\", "*", "@", "#") and scan.line.glued(index):
        return True  # "A*STAR"
    return before.is_name and before.lower not in lexicon.words().stops


def _judge(scan: Scan, run: tuple[int, int], known: Known, found: Mapping[int, Candidate]) -> str:
    """Return the rule by which the run is a company, or ""; `found` are the companies of the line so far."""
    line, (begin, end) = scan.line, run
    before, behind = line.at(begin - 1), line.at(end)
    is_listed = before.text == "and" and line.at(begin - 2).text == ","  # the last of "X, Y, and Z"
    edge = line.at(begin - 2 - is_listed).end if before.text == "and" else -1
    left = found.get(edge) or known.by_end.get(edge)
    right = known.by_start.get(_after_and(scan, end)) if behind.text == "and" else None
    is_joined = any(other is not None and other.category == "company" for other in (left, right))
    if (
        is_joined
        and not _is_general(scan, begin, max(end - 1, begin + 1))
        and (not is_listed or _looks_like_company(scan, begin, end))
    ):
        return "company-joined"
    if behind.text in MEMBERS and end - begin == 1 and _looks_like_company(scan, begin, end):
        return "acronym-with-members"
    verb = line.at(end + 1) if behind.text in AUXILIARIES else behind
    in_place = before.text in BEFORE_PARTY or verb.text in lexicon.words().party_verbs or left or right
    return "company-party" if in_place and _looks_like_company(scan, begin, end) else ""


def _after_and(scan: Scan, index: int) -> int:
    following = scan.line.at(index + 1)
    return scan.line.at(index + 2).start if following.text == "the" else following.start


def _looks_like_company(scan: Scan, begin: int, end: int) -> bool:
    last, vocabulary = scan.line.at(end - 1), lexicon.words()
    if end - begin == 1:
        text = last.text
        return text.isupper() and text.isalpha() and len(text) > 2 and text not in vocabulary.not_companies
    if scan.hit(end - 1) is not None:  # "Pupuk Indonesia", but not "Independent Guatemala"
        return scan.line.at(begin).lower not in GENERIC
    return last.text in vocabulary.company_endings and not _is_general(scan, begin, end - 1)


def _is_general(scan: Scan, begin: int, end: int) -> bool:
    """Tell whether the words say nothing but a field or a rank: "Foreign Trade" Partners."""
    general = GENERIC | lexicon.words().portfolio
    return all(scan.line.at(index).lower in general for index in range(begin, end))


def _distinctive(scan: Scan, index: int, full: Candidate) -> tuple[str, ...]:
    """Return the words of a company's name without nation, legal form, head noun and trade."""
    vocabulary, heads = lexicon.words(), lexicon.heads()
    words: list[str] = []
    while index < len(scan.tokens) and scan.tokens[index].end <= full.end:
        token = scan.tokens[index]
        is_common = token.text in heads or token.text in vocabulary.company_suffixes | vocabulary.company_prefixes
        is_trade = token.text in vocabulary.company_endings or token.lower in vocabulary.portfolio
        is_listed = scan.hit(index) is not None
        if is_common or not token.is_name or (words and (is_trade or is_listed)):
            break
        if not is_listed:
            words.append(token.text)
        index += 1
    return tuple(words)


def _whole(scan: Scan, index: int, full: Candidate) -> tuple[str, ...]:
    """Return all tokens of a company's name, for where nothing but the repetition gives it away."""
    whole = tuple(token.text for token in scan.tokens[index:] if token.end <= full.end)
    return whole if len(whole) > 1 else ()


def _is_distinctive(words: tuple[str, ...], others: Collection[str]) -> bool:
    if len(words) > 1:
        return True
    word = words[0]
    is_common = word.lower() in lexicon.words().portfolio | GENERIC or not {word, word.lower()}.isdisjoint(others)
    return len(word) > 2 and not is_common


def _company(scan: Scan, begin: int, end: int, rule: str, full: Candidate | None = None) -> Candidate:
    return Candidate(
        start=scan.tokens[begin].start,
        end=scan.tokens[end - 1].end,
        kind="organization",
        rule=rule,
        category="company",
        country=full.country if full else "",
        head=scan.tokens[end - 1].text,
        anchor=full.start if full else None,
    )
