"""What the tables are: the one place that knows their columns, and what a cell of each may hold.

Columns may be added; none is renamed or dropped without a major version.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from pipeline import edtf, records
from pipeline.vocabulary import AGREEMENT_STATUSES, AGREEMENT_TYPES, COUNT_PATTERN

ColumnType = Literal["string", "integer", "number"]

_CALENDAR = r"-?(\d{4}|\d{3}X|\d{2}XX)(-\d{2}(-\d{2})?)?~?"
EDTF_PATTERN = rf"{_CALENDAR}|({_CALENDAR}|\.\.)/({_CALENDAR}|\.\.)"
ISO_PATTERN = r"-?\d{4}-\d{2}-\d{2}"
ID_PATTERN = r"[0-9a-f]{12}"
SPANS_PATTERN = r"\d+-\d+(;\d+-\d+)*"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `pattern` is matched against the whole cell; an empty cell is a missing value."""

    name: str
    description: str
    type: ColumnType = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `references` are foreign keys: column → (table, column)."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    references: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)


def _document(meaning: str = "the source document") -> Column:
    return Column("document", f"Id of {meaning}: its path in the input folder, without `.txt`.", required=True)


def _start(of: str, *, required: bool = True) -> Column:
    description = f"First character of {of}, counted from 0 in the decoded text of the document."
    return Column("start", description, "integer", required=required, minimum=0)


def _end(of: str, *, required: bool = True) -> Column:
    description = f"The character behind the last one of {of}: text[start:end] is its wording."
    return Column("end", description, "integer", required=required, minimum=0)


def _range(of: str) -> tuple[Column, ...]:
    return (
        Column("earliest", f"First day that {of} can mean, as an ISO date; empty for an open beginning.",
               pattern=ISO_PATTERN),
        Column("latest", f"Last day that {of} can mean, as an ISO date; empty for an open end.", pattern=ISO_PATTERN),
        Column("precision", f"How precise the text is about {of}.", enum=get_args(edtf.Precision)),
    )  # fmt: skip


RULE = Column("rule", "Id of the rule that made the row.", required=True)
DATE = Column("date", "When it was signed or concluded, or else the step of `status` was taken, as an EDTF string "
              "(ISO 8601-2), never more precise than the text.", pattern=EDTF_PATTERN)  # fmt: skip
TYPE = Column("type", "The kind of instrument.", required=True, enum=AGREEMENT_TYPES)
NAME = Column("name", "The title of the agreement, if it has one.")
STATUS = Column("status", "The furthest step that the text states.", enum=AGREEMENT_STATUSES)
PARTIES = Column("parties", "Who agreed, sorted, joined with `;`: ISO 3166-1 alpha-2 codes for states and their "
                 "governments (SU, YU, CS, DD for former ones, EU for the European Union), else names.")  # fmt: skip
ORGANIZATIONS = Column("organizations", "Organizations among those who agreed, joined with `;`.")
PLACE = Column("place", "Where it was signed or concluded, as written.")
SUBJECT = Column("subject", "What it is about, in the words of the text.")
COUNT = Column("count", "How many instruments the row stands for: `1`, `17`, `40+` (at least 40), empty for an unknown "
               "number above one.", pattern=COUNT_PATTERN)  # fmt: skip
CONFIDENCE = Column("confidence", "How sure the rules are, from 0 to 1.", "number", minimum=0, maximum=1)

DOCUMENTS = Table(
    "documents", "Source documents", "One row per document of the input, also where it could not be read.",
    (
        _document(),
        Column("path", "Path of the file in the input folder, with slashes.", required=True),
        Column("title", "Title, from documents.csv beside the texts."),
        Column("published", "Date of publication (ISO), from documents.csv: what “last year” is resolved against.",
               pattern=ISO_PATTERN),
        Column("sha256", "SHA-256 of the bytes of the file; empty if they could not be read.", pattern="[0-9a-f]{64}"),
        Column("media_type", "Media type; with the Python name of the charset unless the text is UTF-8 without a byte "
               "order mark. Decoded so, the file gives the characters that offsets count."),
        Column("words", "Number of words, separated by blanks.", "integer", minimum=0),
        Column("outcome", "What became of the document; issues.csv says why one failed.", required=True,
               enum=("read", "unchanged", "failed")),
    ),
    primary_key=("document",),
)  # fmt: skip
DATES = Table(
    "dates", "Dates", "One row per mention of a date.",
    (
        _document(), _start("the date"), _end("the date"),
        Column("text", "The date as written: text[start:end].", required=True),
        Column("value", "The date as an EDTF string (ISO 8601-2), never more precise than the text.", required=True,
               pattern=EDTF_PATTERN),
        *_range("the date"),
        Column("anchor_start", "First character of the expression that a relative or incomplete date was resolved "
               "against; empty if it stands for itself or was resolved against the date of publication.", "integer",
               minimum=0),
        Column("anchor_end", "The character behind the last one of that expression.", "integer", minimum=0),
        RULE,
    ),
    primary_key=("document", "start", "end"),
    references={"document": ("documents", "document")},
)  # fmt: skip
ORGANIZATION_MENTIONS = Table(
    "organizations", "Organizations", "One row per mention of an organization by name.",
    (
        _document(), _start("the name"), _end("the name"),
        Column("text", "The name as written: text[start:end].", required=True),
        Column("name", "Canonical name: the fullest form that the text uses.", required=True),
        Column("organization_id", "Id of the organization, the same for all its mentions.", required=True,
               pattern=ID_PATTERN),
        Column("kind", "The kind of organization."),
        Column("country", "Country it belongs to, ISO 3166-1 alpha-2, if known."),
        RULE,
    ),
    primary_key=("document", "start", "end"),
    references={"document": ("documents", "document")},
)  # fmt: skip
ACCOUNTS = Table(
    "accounts", "Accounts", "One row per agreement as one document tells it. Why a cell says what it says stands in "
    "evidence.csv.",
    (
        Column("account_id", "Id of the account; it stays while the text still tells of it.", required=True,
               pattern=ID_PATTERN),
        Column("agreement_id", "The agreement that the account tells of.", required=True, pattern=ID_PATTERN),
        _document(), _start("the mention"), _end("the mention"),
        Column("mention", "The most informative mention of the agreement: text[start:end].", required=True),
        Column("mentions", "Every mention of it, as `start-end` joined with `;`.", required=True,
               pattern=SPANS_PATTERN),
        TYPE, NAME, STATUS, DATE, *_range("the date"),
        Column("date_text", "The date as the text writes it."),
        PARTIES, ORGANIZATIONS, PLACE, SUBJECT, COUNT, CONFIDENCE,
        Column("sentence", "The sentence, heading or item that tells of it, on one line.", required=True),
    ),
    primary_key=("account_id",),
    references={"agreement_id": ("agreements", "agreement_id"), "document": ("documents", "document")},
)  # fmt: skip
AGREEMENTS = Table(
    "agreements", "Agreements", "One row per agreement, reconciled across the documents that tell of it.",
    (
        Column("agreement_id", "Id of the agreement.", required=True, pattern=ID_PATTERN),
        TYPE, NAME, STATUS, DATE, *_range("the date"), PARTIES, ORGANIZATIONS, PLACE, SUBJECT, COUNT,
        Column("documents", "How many documents tell of it.", "integer", required=True, minimum=1),
        Column("conflicts", "Names of the fields on which the accounts disagree, joined with `;`."),
        CONFIDENCE,
    ),
    primary_key=("agreement_id",),
)  # fmt: skip
EVIDENCE = Table(
    "evidence", "Evidence", "One row per candidate for a cell of an account, with the place that it rests on most.",
    (
        Column("account_id", "The account.", required=True, pattern=ID_PATTERN),
        Column("field", "The cell: a column of accounts.csv.", required=True),
        Column("value", "What the candidate says; empty if it says that the cell is empty."),
        Column("decision", "What became of the candidate.", required=True,
               enum=get_args(records.Decision)),
        Column("rule", "Id of the rule that proposed it.", required=True),
        Column("reason", "Why it was chosen or rejected."),
        _document(), _start("the place", required=False), _end("the place", required=False),
        Column("quote", "The wording there: text[start:end]."),
        Column("places", "Every place that it rests on, the closest first, as `start-end` joined with `;`.",
               pattern=SPANS_PATTERN),
    ),
    references={"account_id": ("accounts", "account_id"), "document": ("documents", "document")},
)  # fmt: skip
ISSUES = Table(
    "issues", "Issues", "One row per thing that a person should look at.",
    (
        Column("document", "Id of the document; empty where none is meant."),
        _start("the place", required=False), _end("the place", required=False),
        Column("code", "The kind of issue.", required=True),
        Column("message", "What it is, and what to do about it.", required=True),
    ),
    references={"document": ("documents", "document")},
)  # fmt: skip

TABLES = (DOCUMENTS, DATES, ORGANIZATION_MENTIONS, ACCOUNTS, AGREEMENTS, EVIDENCE, ISSUES)
