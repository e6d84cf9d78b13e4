"""Files, folders and streams as sources, one by one, and what cannot be read as a problem each."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import itertools
import json
import os
import re
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import Problem
from geomap.model import Span
from geomap.sources import Source, find_corrections, read_sources

TEXT = "Two soldiers died near Milltown.\n"


def line(**record):
    return json.dumps(record).encode() + b"\n"


def sources(*inputs):
    """What was read, where nothing may be a problem."""
    found = list(read_sources(inputs))
    assert not [one for one in found if isinstance(one, Problem)]
    return found


def problem(*inputs):
    """The sentence of the one problem that there is."""
    (found,) = [one for one in read_sources(inputs) if isinstance(one, Problem)]
    return str(found)


@pytest.mark.parametrize("text", [TEXT, "\ufeff" + TEXT, TEXT.replace("\n", "\r\n"), "a\x07b \u202e\u200c e\u0301 😀\x0b\x0c"])
def test_a_text_file_is_kept_byte_for_byte(text, tmp_path):
    file = tmp_path / "Gazette 4 May.txt"
    file.write_bytes(text.encode())
    (source,) = sources(file)

    assert (source.text, source.data, source.what) == (text, file.read_bytes(), "text")
    assert source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (source.name, source.id) == ("Gazette 4 May.txt", "gazette-4-may")
    assert (source.title, source.published, source.publisher, source.language) == (None,) * 4


def test_the_text_is_what_add_keeps_and_check_reads(tmp_path):
    from geomap.articles import read_text, register
    from geomap.model import UNNAMED, Article

    (source,) = sources(("\ufeff" + TEXT).encode())
    list(register([(Article(id="stdin", title="A", publisher=UNNAMED), source.data)], tmp_path))

    assert read_text(tmp_path / "texts", "stdin", source.sha256) == source.text


def test_a_folder_is_read_in_the_order_of_names_with_the_folders_in_it(tmp_path):
    for name in ("b.txt", "a.TXT", "z/deep/c.txt", ".hidden.txt", ".git/d.txt", "e.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")

    assert [(one.name, one.id) for one in sources(tmp_path)] == [
        *(("a.TXT", "a"), ("b.txt", "b"), ("z/deep/c.txt", "z-deep-c")),
    ]


def test_what_cannot_be_read_is_a_problem_each_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe" + TEXT.encode("utf-16-le"))
    (tmp_path / "c.txt").write_bytes(b"a\0b")
    (tmp_path / "d.txt").write_bytes(b" \n")
    (tmp_path / "e.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "e2.txt").symlink_to(tmp_path / "e2.txt")
    os.mkfifo(tmp_path / "f.txt")
    with (tmp_path / "g.txt").open("wb") as file:
        file.truncate(200_000_001)
    (tmp_path / "h.txt").write_text(TEXT, encoding="utf-8")

    *problems, last = read_sources([tmp_path])
    assert isinstance(last, Source)
    assert [str(one).replace(str(tmp_path), "DIR") for one in problems] == [
        "a.txt: line 1, character 4: not UTF-8; save the file as UTF-8",
        "b.txt: is UTF-16; save it as UTF-8, which spans count",
        "c.txt: line 1, character 2: a character NUL; save the file as UTF-8",
        "d.txt: is empty; nothing can be read from it",
        "e.txt: no such file",
        "e2.txt: cannot be read: Too many levels of symbolic links",
        "f.txt: is a pipe; name a regular file",
        "g.txt: has 200 MB; at most 200 MB are read",
    ]


def test_a_file_or_folder_that_is_not_there_or_holds_nothing_is_a_problem(tmp_path):
    (tmp_path / "empty").mkdir()

    assert problem(tmp_path / "none.txt") == "none.txt: no such file"
    assert "holds no file whose name ends in .txt" in problem(tmp_path / "empty")


def test_a_record_of_json_lines_is_a_source_with_what_it_states(tmp_path):
    record = {
        "id": "AFP/7",
        "headline": " Two\n die ",
        "body": TEXT,
        "source": {"name": "The Gazette"},
        "date": "2031-05-04T23:30:00-05:00",
        "url": "https://example.org/a",
        "lang": "en-GB",
    }
    (tmp_path / "wire.jsonl").write_bytes(line(**record) + b"\n" + line(text="Another."))
    first, second = sources(tmp_path / "wire.jsonl")

    assert first == Source(
        name="wire.jsonl:1",
        id="wire-afp-7",
        text=TEXT,
        what="json",
        title="Two die",
        publisher="The Gazette",
        published=dt.date(2031, 5, 4),
        address="https://example.org/a",
        language="en",
    )
    assert (second.name, second.id, second.text, second.published) == ("wire.jsonl:3", "wire-3", "Another.", None)


@pytest.mark.parametrize("day", ["04/05/2031", "May 4, 2031", "2031-05-041", "2031-13-01", "2031-05", "0031-05-04", 20310504])
def test_a_day_that_would_be_a_guess_is_left_out(day):
    (source,) = sources(line(text=TEXT, published=day, url="/relative", language="English", title=["x"]))

    assert (source.published, source.address, source.language, source.title) == (None,) * 4


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b'{"text": ', "no JSON"),
        (b"[1]", "no record but '[1]'"),
        (b'{"title": "A"}', "has no text in text, body"),
        (b'{"text": 5}', "has no text in text, body"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a\\ud800b"}', "half a character"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "a", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}", "100 deep"),
        (b'{"text": "a", "x": ' + b"9" * 5000 + b"}", "no JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_a_problem_with_its_number_and_the_next_is_read(bad, said):
    first, wrong, last = read_sources([line(text=TEXT) + bad + b"\n" + line(text=TEXT)])

    assert isinstance(wrong, Problem)
    assert str(wrong).startswith("stdin: line 2: ")
    assert said in wrong
    assert (first.name, last.name) == ("stdin:1", "stdin:3")


def test_json_over_several_lines_is_two_problems_and_not_one_a_line(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "x": list(range(50))}, indent=1), encoding="utf-8")

    assert ["several lines" in one for one in read_sources([tmp_path / "a.jsonl"])] == [False, True]


def test_a_line_above_the_bound_is_one_problem_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr("geomap.sources.reading._MOST", 1000)
    monkeypatch.setattr("geomap.sources.json_lines.MOST_MB", 0.001)
    found = list(read_sources([line(text="a") + line(text="b" * 5000) + line(text="c")]))

    assert [one if isinstance(one, Problem) else one.text for one in found] == [
        "a",
        "stdin: line 2: has more than 0.001 MB, which is the most that is read",
        "c",
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (TEXT.encode(), "text"),
        (b"\n \n" + line(text=TEXT), "json"),
        (b"\xef\xbb\xbf" + line(text=TEXT), "json"),
        (b"< 3 km away", "text"),
    ],
)
def test_what_a_stream_holds_is_told_from_its_beginning(data, what):
    assert [one.what for one in sources(io.BytesIO(data))] == [what]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (rb"{\rtf1\ansi At least {\revised 12}{\deleted 15} people were killed.\par}", "an RTF file"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a Word, OpenDocument or Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
    ],
)
@pytest.mark.parametrize("name", ["report.txt", "report.docx", None])
def test_a_file_of_another_format_is_named_with_what_to_do(data, what, name, tmp_path):
    if name:
        (tmp_path / name).write_bytes(data)
    [said] = read_sources([tmp_path / name if name else data])

    assert str(said).startswith(f"{name or 'stdin'}: is {what}")
    assert re.search(r"; (save it as plain text|take its text out)", str(said))


def test_a_stream_above_the_bound_is_refused(monkeypatch):
    monkeypatch.setattr("geomap.sources.reading._MOST", 1000)

    assert "has more than 200 MB" in problem(b"a" * 1001)


def test_memory_stays_flat_over_many_lines(tmp_path):
    (tmp_path / "wire.jsonl").write_bytes(line(text="word " * 1000) * 4000)  # 20 MB
    tracemalloc.start()
    count = sum(1 for _ in read_sources([tmp_path / "wire.jsonl"]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 4000
    assert peak < 3e6


@pytest.mark.parametrize("piece", [" ", "a", "Correction", "Correction: x\n", "\n", "\r", "— ", "this report ", "corrects "])
def test_ten_megabytes_are_read_in_linear_time(piece):
    began = time.process_time()
    list(read_sources([b"x" + piece.encode() * (10_000_000 // len(piece.encode()))]))

    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "block",
    [
        "Correction: An earlier version of this report said that 35 died.",
        "CORRECTION (Jan. 18): It was Rask, not Zahedan.",
        "An earlier version of this article misstated the toll.",
        "This story has been corrected to say that two died.",
        "(This story corrects the spelling of Panjgur.)",
        "Editor's note: An earlier version of this story said 35.",
        "*Clarification: the ministry meant Kech.",
        "Corrects death toll in paragraph 3",
    ],
)
def test_a_block_that_corrects_is_found_to_its_end_and_no_further(block):
    for text in (f"Eleven died.\n\n{block}\nand more\n\nLast.", f"Eleven died.\n{block}\nLast."):
        (span,) = find_corrections(text)
        assert text[span.start : span.end] == (f"{block}\nand more" if "and more" in text else block)


def test_lines_of_one_block_that_correct_are_one_correction():
    text = "Eleven died.\n\nCorrection: It was Rask.\nCorrection: It was Friday.\n\nLast."

    assert [text[span.start : span.end] for span in find_corrections(text)] == [text.split("\n\n")[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Correctional officers were killed: two.",
        "He said the story was an earlier version.",
        "This report was filed from Quetta.",
    ],
)
def test_what_only_sounds_like_a_correction_is_none(text):
    assert find_corrections(text) == ()


@given(st.text())
def test_spans_of_corrections_are_within_the_text_and_do_not_overlap(text):
    text = f"{text}\nCorrection: {text}"
    spans = find_corrections(text)

    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(isinstance(span, Span) and span.end <= len(text) for span in spans)
    assert spans


def test_a_source_is_not_changed():
    (source,) = sources(TEXT.encode())

    with pytest.raises(dataclasses.FrozenInstanceError):
        source.text = ""
