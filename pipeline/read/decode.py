"""Bytes to text: which characters a file holds, so that `data.decode(charset)` gives exactly the text again."""

from __future__ import annotations

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from pipeline.errors import ReadError

# The longer mark first: that of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings of English texts with some foreign names in them, the most common first: it decides between those that
# fit alike. cp1252 holds all printable characters of Latin-1 at their places.
CHARSETS = (
    "cp1252", "cp1250", "cp1251", "mac_roman", "iso8859_2", "koi8_r", "cp1253", "cp1254", "gb18030", "shift_jis",
    "big5", "euc_kr",
)  # fmt: skip
ALIKE = 0.04  # charset-normalizer's measures of disorder (0 to 1) that differ by less do not tell encodings apart
TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\x85")
AS_TEXT = "Save it as plain text in UTF-8."


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """Return the text and the name of its encoding, a Python codec. A byte order mark is no part of the text.

    Raises ReadError for an empty file, a binary one, and bytes that are no text in any common encoding.
    """
    text, charset = _decode(data, path)
    if not text.strip():
        raise ReadError("the file is empty", path=path, remedy="Put a text into it, or take it out of the folder.")
    control = next((place for place, char in enumerate(text) if _is_control(char)), None)
    if control is not None:
        message = f"not a text: control character U+{ord(text[control]):04X}"
        raise ReadError(message, path=path, place=_line(text, control), remedy=AS_TEXT)
    return text, charset


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    for mark, charset in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data, charset, path), charset
    if b"\0" in data[:4096]:
        # Every second byte of an English text in UTF-16 is null; in a binary file they lie anywhere.
        utf16 = _utf16_without_mark(data[:4096])
        if utf16 is None:
            raise ReadError("not a text but a binary file", path=path, remedy=AS_TEXT)
        return _strict(data, utf16, path), utf16
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise _undecodable(error, "utf-8", path) from error
    guess = _guess(data)
    if guess is None:
        raise ReadError("the bytes are no text in any common encoding", path=path, remedy=AS_TEXT)
    return data.decode(guess), guess


def _strict(data: bytes, charset: str, path: Path) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise _undecodable(error, charset, path) from error


def _utf16_without_mark(data: bytes) -> str | None:
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < len(data) // 4 or min(even, odd) > len(data) // 100:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether `data` was UTF-8 before some bytes went wrong: whole sequences outnumber broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return whole > broken


def _guess(data: bytes) -> str | None:
    """Return the most common of the encodings that fit about as well as the best one."""
    matches = list(from_bytes(data, cp_isolation=list(CHARSETS), preemptive_behaviour=False))
    if not matches:
        return None
    best = min(match.chaos for match in matches)
    fitting = {
        name
        for match in matches
        if match.chaos <= best + ALIKE
        for name in (match.encoding, *match.could_be_from_charset)
    }
    return next((name for name in CHARSETS if name in fitting), None)


def _is_control(char: str) -> bool:
    return (char < " " or "\x7f" <= char < "\xa0") and char not in TEXT_CONTROLS


def _undecodable(error: UnicodeDecodeError, charset: str, path: Path) -> ReadError:
    before = error.object[: error.start].decode(charset, errors="replace")
    message = f"byte 0x{error.object[error.start]:02x} at offset {error.start} is not valid {charset.upper()}"
    return ReadError(message, path=path, place=_line(before, len(before)), remedy=AS_TEXT)


def _line(text: str, place: int) -> str:
    return f"line {text.count(chr(10), 0, place) + 1}"
