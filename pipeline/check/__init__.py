"""Compare what was extracted with what a careful reader labelled: precision, recall, F1, and every error's cause."""

from pipeline.check.compare import Comparison, Judged, compare
from pipeline.check.faults import Fault
from pipeline.check.scores import Scores, Tally, read_scores, score_differences, write_scores

__all__ = [
    "Comparison",
    "Fault",
    "Judged",
    "Scores",
    "Tally",
    "compare",
    "read_scores",
    "score_differences",
    "write_scores",
]
