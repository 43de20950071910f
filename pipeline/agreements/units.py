"""Sentences as rows of units: words, marks, and the mentions that earlier stages found, each as one unit."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc

from pipeline.language import Parse, Reader
from pipeline.records import DateMention, Mention, NameMention, Passage, Span

WORD = "word"
MARK = "mark"
QUOTING = frozenset('“"‘')  # marks that open quoted words
LONGEST_ITEM = 300  # characters of an entry of a list


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """A word, a punctuation mark, or a mention of a date or name, which counts as one word.

    `kind` is "word", "mark" or the kind of the mention; `lower` the text in small letters with straight
    apostrophes, to compare with rule files.
    """

    text: str
    lower: str
    kind: str
    mention: Mention | None = None

    @property
    def is_capitalized(self) -> bool:
        """Tell whether the first letter is a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Node:
    """What the parse says of a unit.

    `head` is the index of the unit that it hangs on (its own for the root), `role` as what (see `language.labels`),
    `pos` its Universal POS tag.
    """

    head: int
    role: str
    pos: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """A passage with its units; `number` counts the passages of the document from 0. Equal only to itself.

    `tree` has a node for each unit, none where the passage was not parsed.
    """

    passage: Passage
    number: int
    units: tuple[Unit, ...]
    tree: tuple[Node, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Tell whether the passage is a heading."""
        return self.passage.kind == "heading"

    def dates(self) -> list[tuple[int, DateMention]]:
        """Return the dates of the sentence with the index of their unit."""
        return self._dates

    @cached_property
    def _dates(self) -> list[tuple[int, DateMention]]:
        return [(i, unit.mention) for i, unit in enumerate(self.units) if isinstance(unit.mention, DateMention)]

    def names(self, *kinds: str) -> list[tuple[int, NameMention]]:
        """Return the names of these kinds with the index of their unit."""
        return [(i, name) for i, name in self.all_names if self.units[i].kind in kinds]

    @cached_property
    def all_names(self) -> list[tuple[int, NameMention]]:
        """The names of the sentence with the index of their unit."""
        return [(i, unit.mention) for i, unit in enumerate(self.units) if isinstance(unit.mention, NameMention)]


def sentences(
    doc: Doc, text: str, passages: Sequence[Passage], dates: Iterable[DateMention], names: Iterable[NameMention]
) -> list[Sentence]:
    """Return the passages as rows of units, the sentences of one list item as one row.

    `text` is that of `doc`, which spaCy would put together anew. A mention that crosses a passage's border counts for
    neither.
    """
    passages = _whole_items(passages, text)
    mentions = _without_overlaps([*dates, *names])
    starts = doc.to_array("IDX").tolist()
    rows = []
    position = 0
    for number, passage in enumerate(passages):
        while position < len(mentions) and mentions[position].start < passage.start:
            position += 1
        within = []
        while position < len(mentions) and mentions[position].start < passage.end:
            if mentions[position].end <= passage.end:
                within.append(mentions[position])
            position += 1
        rows.append(Sentence(passage, number, tuple(_units(doc, starts, passage, within))))
    return rows


def parsed(rows: Sequence[Sentence], doc: Doc, reader: Reader, wanted: Callable[[Sentence], bool]) -> list[Sentence]:
    """Return the sentences, those that are `wanted` with their parse."""
    starts = doc.to_array("IDX").tolist()
    places = [
        (bisect_left(starts, row.passage.start), bisect_left(starts, row.passage.end)) if wanted(row) else None
        for row in rows
    ]
    parse = reader.parse(doc, [place for place in places if place])
    return [
        replace(row, tree=_tree(row, starts, place, parse)) if parse and place else row
        for row, place in zip(rows, places, strict=True)
    ]


def _tree(row: Sentence, starts: Sequence[int], place: tuple[int, int], parse: Parse) -> tuple[Node, ...]:
    """Lay the parse of tokens out over units: a name of several words hangs where its uppermost word does."""
    unit_of: dict[int, int] = {}
    nodes: list[tuple[int, str] | int] = []
    token = place[0]
    for i, unit in enumerate(row.units):
        while token < place[1] and starts[token] < unit.start:
            token += 1
        own = []
        while token < place[1] and starts[token] < unit.end:
            own.append(token)
            token += 1
        if not own and token > place[0] and token - 1 in unit_of:
            nodes.append((i - 1, "conjunct"))  # the second name within a word: "U.S.-Canada border"
            continue
        own = own or [token - 1]
        if not any(one in parse for one in own):
            return ()
        unit_of.update(dict.fromkeys(own, i))
        inside = set(own)
        nodes.append(
            next(one for one in own if one in parse and (parse[one].head not in inside or parse[one].head == one))
        )
    tree = tuple(
        Node(unit_of.get(parse[node].head, i), parse[node].role, parse[node].pos)
        if isinstance(node, int)
        else Node(node[0], node[1], "PROPN")
        for i, node in enumerate(nodes)
    )
    return _with_worth(_of_verbs(tree), row.units)


def _of_verbs(tree: tuple[Node, ...]) -> tuple[Node, ...]:
    """Hang on the verb what the parser hung on its auxiliary ("the treaty … has since expired")."""
    auxiliaries = {i for i, node in enumerate(tree) if node.role in AUXILIARIES and node.head != i}
    return tuple(
        replace(node, head=tree[node.head].head) if node.head in auxiliaries and node.role in SUBJECTS else node
        for node in tree
    )


def _with_worth(tree: tuple[Node, ...], units: Sequence[Unit]) -> tuple[Node, ...]:
    """Hang "worth" and its amount on the noun in front, which the parser takes for an attribute of the amount.

    "Signed a contract worth 3 million euros for radars": a contract was signed, and it is for radars.
    """
    nodes = list(tree)
    for i in range(1, len(tree) - 1):
        if units[i].lower != "worth":
            continue
        noun, last = i - 1, _amount_end(tree, units, i)
        if tree[noun].pos != "NOUN" or units[noun].kind != WORD or last == i:
            continue
        amount = range(i, last + 1)
        above = [tree[k] for k in amount if tree[k].head not in {*amount, noun}]
        if tree[noun].head in amount and above:
            nodes[noun] = replace(above[0], pos=tree[noun].pos)
        for k, node in enumerate(tree):
            if node.head in amount and k not in amount and (k < noun or node.role == "preposition"):
                nodes[k] = replace(node, head=noun)
            elif k in amount and node.head not in amount:
                nodes[k] = replace(node, head=i, role="object")
        nodes[i] = replace(tree[i], head=noun, role="modifier")
    return tuple(nodes)


def _amount_end(tree: tuple[Node, ...], units: Sequence[Unit], i: int) -> int:
    """Return the last unit of the amount behind unit `i`, `i` itself if none follows: "about 3 million euros"."""
    k = i + 1
    while k < len(units) and units[k].lower in ABOUT_SO_MUCH:
        k += 1
    first = k
    while k < len(units) and (units[k].text[0].isdigit() or units[k].text in "$€£" or tree[k].pos in {"NUM", "SYM"}):
        k += 1
    if k == first:
        return i
    is_currency = units[k - 1].text[0] not in "$€£" and k < len(units) and tree[k].pos in {"NOUN", "PROPN"}
    symbol = any(unit.text[0] in "$€£" for unit in units[first:k])
    return k if is_currency and not symbol else k - 1


ABOUT_SO_MUCH = frozenset("about over around some nearly almost approximately more than up to at least a us".split())
AUXILIARIES = frozenset({"auxiliary", "passive-auxiliary"})
SUBJECTS = frozenset({"subject", "passive-subject"})


def _whole_items(passages: Sequence[Passage], text: str) -> list[Passage]:
    """Join the sentences of each list item: an entry such as "Treaty of Peace. Lima, 1929. Lapsed." is one.

    The lines below an item belong to it, too, unless an empty line or a new item stands in between. A numbered
    paragraph of prose is longer than an entry, and its sentences stay apart.
    """
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if last is None or last.kind != "item":
            joined.append(passage)
        elif passage.end - last.start <= LONGEST_ITEM and (
            last.block == passage.block if passage.kind == "item" else text.count("\n", last.end, passage.start) <= 1
        ):
            joined[-1] = replace(last, end=passage.end)
        else:
            joined.append(passage)
    return joined


def normal(text: str) -> str:
    """Return `text` as rule files write it: small letters, straight apostrophes, plain hyphens.

    A backslash at a word's end is the line break of a markup that the text came from.
    """
    lower = text.lower()
    if not lower.isascii():
        lower = lower.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return lower.strip("\\") or text


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Keep the longer of two mentions that overlap, in order of text."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _units(doc: Doc, starts: list[int], passage: Passage, mentions: list[Mention]) -> Iterable[Unit]:
    queue = deque(mentions)
    covered = passage.start
    for token in doc[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]:
        start, text = token.idx, token.text  # once: each is a call into spaCy
        end = start + len(text)
        while queue and queue[0].start < end:
            mention = queue.popleft()
            if mention.start > max(start, covered) and mention.kind != "date" and covered <= start:
                continue  # a name inside a word ("Trans-Pacific", "pro-Peru") is no unit of its own
            covered = mention.end
            yield Unit(mention.start, mention.end, mention.text, normal(mention.text), mention.kind, mention)
        if start >= covered and not text.isspace():
            is_word = text[0].isalnum() or any(character.isalnum() for character in text)
            yield Unit(start, end, text, normal(text), WORD if is_word else MARK)
