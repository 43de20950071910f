"""The words that cells may hold, in one place for stages, labels and table schemas."""

from __future__ import annotations

AGREEMENT_TYPES = (
    "treaty", "agreement", "contract", "memorandum", "protocol", "declaration", "convention", "programme",
    "exchange-of-notes", "charter", "letter-of-intent", "diplomatic-relations", "joint-body", "other",
)  # fmt: skip
# In the order in which an agreement lives through them; the furthest that a text states is its status.
AGREEMENT_STATUSES = (
    "proposed", "negotiated", "planned", "initialled", "signed", "ratified", "in-force", "extended", "suspended",
    "terminated", "rejected",
)  # fmt: skip
# "1", "17", "40+" (at least 40); the empty cell stands for an unknown number above one.
COUNT_PATTERN = r"[1-9]\d*\+?"
