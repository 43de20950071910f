"""The stages in their order: read → split → dates, organizations → agreements → reconcile → tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import agreements, dates, language, organizations
from pipeline.errors import AccordsError
from pipeline.language import Reader
from pipeline.language.load import NAME
from pipeline.read import DEFAULT_MAX_MB, Found, Metadata, MetadataFiles, find, is_iso_date, read
from pipeline.reconcile import reconcile
from pipeline.records import Account, Extraction, Issue, Source
from pipeline.split import split
from pipeline.tables import FailedDocument, Provenance, Tables, build, check_extraction

Watch = Callable[[Sequence[Found]], Iterable[Found]]


def extract(source: Source, reader: Reader) -> Extraction:
    """Read all that one document says. `reader` is what `language.reader` returns."""
    doc = reader.name(reader.read(source.text))
    passages = split(source, doc)
    date_mentions, date_issues = dates.find(source, passages)
    names, name_issues = organizations.find(source, doc, passages)
    accounts, account_issues = agreements.find(source, doc, passages, [*date_mentions, *names], reader)
    issues = (*date_issues, *name_issues, *account_issues)
    return Extraction(source, tuple(passages), tuple(date_mentions), tuple(names), tuple(accounts), issues)


def extract_text(text: str, reader: Reader, *, published: str = "", title: str = "") -> Extraction:
    """Read all that `text` says. Its document has the id "text"; accounts have their agreements' ids."""
    if not is_iso_date(published):
        raise AccordsError(f"published: {published!r} is no date", remedy="Write year-month-day, such as 2014-03-05.")
    sha256 = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    extraction = extract(Source("text", "text", sha256, text, title, published), reader)
    accounts, _ = reconcile(extraction.accounts)
    return replace(extraction, accounts=tuple(accounts))


def run(paths: Iterable[Path], *, model: str = NAME, max_mb: float = DEFAULT_MAX_MB, watch: Watch = iter) -> Tables:
    """Run over folders of texts and single texts, and return the tables.

    A document that cannot be read becomes a failed row of `documents` and a row of `issues`; the others go through.
    `watch` is handed the files and yields them back, for a progress bar. Raises AccordsError for a path that does
    not exist, for paths without any text, and for a model that is not installed.
    """
    named = list(paths)
    found = find(named)
    if not any(one.is_document for one in found):
        remedy = "Name a folder of texts with the suffix .txt or .text."
        raise AccordsError("no texts there", path=named[0] if named else None, remedy=remedy)
    work = _Run(language.reader(model), max_mb)
    for one in watch(found):
        work.take(one)
    return work.tables(Provenance(model, str(work.reader.nlp.meta.get("version", "")), work.inputs, work.sources))


class _Run:
    """A run under way: what was read so far, and what failed."""

    def __init__(self, reader: Reader, max_mb: float) -> None:
        self.reader, self.max_mb = reader, max_mb
        self.extractions: list[Extraction] = []
        self.failed: list[FailedDocument] = []
        self.issues: list[Issue] = []
        self.metadata = MetadataFiles()
        self.inputs: dict[str, str] = {}
        self.sources: dict[str, str] = {}

    def take(self, found: Found) -> None:
        """Read one file of the input and extract what it says."""
        if not found.is_document:
            message = f"{found.relative_path}: passed over: texts have the suffix .txt or .text"
            self.issues.append(Issue("", "passed-over", message))
            return
        metadata, faults = self.metadata.of(found.path, found.root)
        self.issues += [Issue("", "metadata", _say(fault, found.root)) for fault in faults]
        try:
            if found.fault is not None:
                raise found.fault
            source = read(found.path, found.root, metadata, max_mb=self.max_mb)
        except AccordsError as error:
            self._fail(found, metadata, "unreadable", _say(error, found.root))
            return
        try:
            extraction = extract(source, self.reader)
            check_extraction(extraction)
        except Exception as error:  # a fault of ours in one document must not cost the others
            message = f"{source.path}: internal error: {type(error).__name__}: {error}. Please report it with the text."
            self._fail(found, metadata, "internal-error", message)
            return
        self.inputs |= {source.path: source.sha256, **self.metadata.hashes}
        if metadata.source:
            self.sources[source.id] = metadata.source
        self._note_charset(source)
        self.extractions.append(extraction)

    def tables(self, provenance: Provenance) -> Tables:
        """Reconcile what was read, and lay it out as tables."""
        accounts, merged = reconcile([account for one in self.extractions for account in one.accounts])
        by_document: dict[str, list[Account]] = {}
        for account in accounts:
            by_document.setdefault(account.document, []).append(account)
        extractions = [replace(one, accounts=tuple(by_document.get(one.source.id, ()))) for one in self.extractions]
        return Tables(build(extractions, merged, self.failed, self.issues), provenance)

    def _fail(self, found: Found, metadata: Metadata, code: str, message: str) -> None:
        self.failed.append(FailedDocument(found.id, found.relative_path, metadata.title, metadata.published))
        self.issues.append(Issue(found.id, code, message))

    def _note_charset(self, source: Source) -> None:
        charset = source.media_type.partition("charset=")[2]
        if charset and not charset.startswith("utf"):
            message = f"{source.path}: not UTF-8, read as {charset}. If letters look wrong, save it as UTF-8."
            self.issues.append(Issue(source.id, "charset-guessed", message))


def _say(error: AccordsError, root: Path) -> str:
    """Say an error with the path as the tables write it: the same wherever the input folder lies."""
    if error.path is not None and error.path.is_relative_to(root):
        error.path = error.path.relative_to(root)
    return str(error)
