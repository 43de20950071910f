"""Find the agreements that a text tells of, each once, and fill their fields with evidence.

The way: sentences become rows of units (`units`); instruments are found in them (`mentions`, `titles`, `counts`,
`bodies`), with the steps that the sentence tells (`steps`); mentions of one agreement are brought together
(`grouping`, `merging`); each field collects candidates (`about`, `dating`, `parties`, `where`), of which one is chosen
(`claims`).
"""

from pipeline.agreements.find import find

__all__ = ["find"]
