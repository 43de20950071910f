"""Texts of any common encoding, kept exactly."""

from __future__ import annotations

import pytest

from pipeline.read import read

ENGLISH = "The President’s visit to São Tomé — in May 2001 — led to a “Treaty of Friendship”.\r\nIt was signed.\r\n"
RUSSIAN = "Договор подписан в Москве. The Treaty was signed in Moscow in May 2001.\n"
CASES = {
    "utf-8": (ENGLISH.encode(), ENGLISH, "text/plain"),
    "utf-8 with mark": (ENGLISH.encode("utf-8-sig"), ENGLISH, "text/plain; charset=utf-8-sig"),
    "utf-16 little": (b"\xff\xfe" + ENGLISH.encode("utf-16-le"), ENGLISH, "text/plain; charset=utf-16"),
    "utf-16 big": (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH, "text/plain; charset=utf-16"),
    "utf-16 without mark": (ENGLISH.encode("utf-16-le"), ENGLISH, "text/plain; charset=utf-16-le"),
    "utf-32": (ENGLISH.encode("utf-32"), ENGLISH, "text/plain; charset=utf-32"),
    "cp1252": (ENGLISH.encode("cp1252"), ENGLISH, "text/plain; charset=cp1252"),
    "latin-1": ("Signed in São Paulo by José.".encode("latin-1"), "Signed in São Paulo by José.",
                "text/plain; charset=cp1252"),
    "mac roman": (ENGLISH.encode("mac_roman"), ENGLISH, "text/plain; charset=mac_roman"),
    "cp1251": (RUSSIAN.encode("cp1251"), RUSSIAN, "text/plain; charset=cp1251"),
    "koi8-r": (RUSSIAN.encode("koi8-r"), RUSSIAN, "text/plain; charset=koi8_r"),
    "lone carriage returns": (b"One.\rTwo.\r", "One.\rTwo.\r", "text/plain"),
    "form feed": (b"Page one.\fPage two.", "Page one.\fPage two.", "text/plain"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "text", "media_type"), CASES.values(), ids=CASES)
def test_text_is_kept_exactly(tmp_path, data, text, media_type):
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    source = read(path, tmp_path)
    assert source.text == text
    assert source.media_type == media_type
    charset = media_type.partition("charset=")[2] or "utf-8"
    assert data.decode(charset) == text  # so anyone can count the same characters


def test_guessed_charset_is_an_issue(accords, texts, tmp_path, table):
    (texts / "old.txt").write_bytes(ENGLISH.encode("cp1252"))
    assert accords("run", texts, "-o", tmp_path / "out").status == 0
    issue = next(row for row in table(tmp_path / "out" / "issues.csv") if row["code"] == "charset-guessed")
    assert issue["document"] == "old"
    assert "read as cp1252" in issue["message"]


IDS = {
    "text": ("venezuela.txt", "venezuela"),
    "in a folder": ("a/b c.txt", "a/b c"),
    "other suffix": ("venezuela.text", "venezuela.text"),
    "suffix in capitals": ("venezuela.TXT", "venezuela.TXT"),
    "two suffixes": ("a.txt.txt", "a.txt"),
    "decomposed letters": ("Sa\u0303o.txt", "S\u00e3o"),
}


@pytest.mark.parametrize(("path", "expected"), IDS.values(), ids=IDS)
def test_id_is_the_path_a_person_knows(tmp_path, path, expected):
    from pipeline.read import document_id

    assert document_id(tmp_path / path, tmp_path) == expected
