"""Blocks, sentences and tokens: what is news, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.extract.sentences import MOST_SENTENCE
from geomap.extract.text import MOST_CHARACTERS, plain_of, read


def kinds(text):
    return [(text[b.start : b.end], b.kind) for b in read(text).blocks]


def kind_of(line):
    """The kind of a line among paragraphs."""
    before = "Two soldiers were killed on Monday."
    return kinds(f"{before}\n\n{line}\n\nThe army said so on Tuesday.")[1][1]


def sentences(text):
    return [text[s.start : s.end] for s in read(text).sentences]


def test_what_comes_before_the_first_paragraph_is_title_author_and_day():
    text = "Blast kills two in Marsville\nBy Our Staff Reporter\n5 May 2031\n\nTwo people were killed on Sunday."
    assert [kind for _, kind in kinds(text)] == ["title", "byline", "date", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2031", "Published: 05/06/2031", "Monday, May 5, 2031", "Last updated on 2031-05-05 10:30 GMT",
        "Posted 5th May 2031, 9:15 am IST",
    ],
)  # fmt: skip
def test_a_line_with_nothing_but_a_day_is_a_day(line):
    assert kind_of(line) == "date"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: blast kills three in the market.", "Copyright 2031 The Gazette. All rights reserved.",
        "© 2031 The Gazette. All rights reserved.", "(c) The Gazette 2031, and its owners.", "Subscribe to our newsletter.",
        "Tags: army, border", "12 comments on this story.", "* * *", "This article was first published in The Gazette.",
    ],
)  # fmt: skip
def test_what_a_page_says_beside_its_news_is_no_news(line):
    assert kind_of(line) == "other"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: soldiers carry the dead after an attack.", "In this file photo soldiers guard a bridge.",
        "Soldiers guard a bridge where five people were killed (Reuters).", "A market after the blast. File photo",
        "Troops stand guard at the site of the attack near the border,\nwhere five were killed [AP]",
    ],
)  # fmt: skip
def test_a_caption_is_no_news(line):
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line", ["Correction: an earlier version said that five people were killed.", "Editor's note: the toll was corrected."]
)
def test_a_correction_is_told_apart(line):
    assert kind_of(line) == "correction"


def test_a_paragraph_in_which_somebody_approximates_is_no_caption():
    assert kind_of("Five men were killed [approximately five km from the border].") == "body"


def test_a_paragraph_that_stands_twice_is_news_once():
    text = "Two soldiers were killed on Monday.\n\nThe army spoke.\n\nTwo soldiers were killed on Monday."
    assert [kind for _, kind in kinds(text)] == ["body", "body", "other"]


def test_lines_broken_for_want_of_width_are_one_paragraph():
    lines = (
        "Two soldiers were killed on Monday when their vehicle hit\n"
        "a mine near the border, and three more were injured, the\n"
        "army said."
    )
    assert kinds(lines) == [(lines, "body")]
    apart = (
        "The army spoke.\nThe police spoke to reporters too.\nTwo soldiers were killed on Monday when their vehicle hit a mine."
    )
    assert len(kinds(apart)) == 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two died. Three were hurt.", 2),
        ("Gen. Secretary and Lt. Col. spoke at 5 p.m. on Monday.", 1),
        ("He spoke at 5 p.m. Two men died.", 2),
        ("The U.S. Army spoke.", 1),
        ("Two died.[1] Three were hurt.", 2),
        ('"Two died." Three were hurt!', 2),
        ("It rose by 4.5 per cent. It fell.", 2),
        ("They fled … and two died.", 1),
        ("دو نفر کشته شدند؟ Two died.", 2),
    ],
)
def test_a_sentence_ends_where_it_ends(text, wanted):
    assert len(sentences(text)) == wanted


def test_a_sentence_that_is_too_long_is_read_in_parts_that_cut_no_word():
    text = "soldiers " * 1000 + "spoke."
    parts = sentences(text)
    assert len(parts) > 1
    assert all(len(part) <= MOST_SENTENCE for part in parts)
    assert " ".join(part.strip() for part in parts) == text


def test_a_text_that_is_too_long_is_refused_with_one_sentence():
    with pytest.raises(ValueError, match="an article has at most"):
        read("a" * (MOST_CHARACTERS + 1))


@given(st.text(alphabet=st.sampled_from("aA .,\n\r\t\"'’“()[]…!?İßẞ\u0301\u064b\u200fپ😀5–\x00"), max_size=200))
def test_whatever_the_text_its_parts_stand_where_they_say(text):
    found = read(text)
    assert len(found.plain) == len(text)
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(text)
        last = block.end
    for sentence in found.sentences:
        assert found.blocks[sentence.block].start <= sentence.start < sentence.end <= found.blocks[sentence.block].end
        assert all(plain_of(text[t.start : t.end]) == t.word for t in sentence.tokens)
    kept = "".join(text[s.start : s.end] for s in found.sentences)
    assert [c for c in kept if not c.isspace()] == [c for b in found.blocks for c in text[b.start : b.end] if not c.isspace()]


def test_the_words_beside_a_place_begin_with_whole_words():
    text = "wordy " * 100 + "here and there."
    (sentence,) = read(text).sentences
    at = text.index("here")
    assert text[:at].endswith(sentence.before(at))
    assert sentence.before(at).startswith(" wordy ")
    assert sentence.after(at) == "here and there."


@pytest.mark.parametrize(
    "caption",
    [
        "File photo: Soldiers killed five militants in Turbat on 1 May 2031.",
        "FILE PHOTO: A soldier stands guard after an attack that killed nine people in Turbat on 1 May 2031. REUTERS/J. Doe",
        "FILE - Soldiers stand where nine people were killed in Turbat, May 1, 2031.",
        "(File photo) Militants killed nine people in Turbat on 1 May 2031.",
        "Stock photo: militants who killed nine people in Turbat on 1 May 2031.",
        "Representational image: nine people were killed in Turbat on 1 May 2031.",
        "In this file photo, militants who killed nine people are seen in Turbat.",
        "Smoke rises after an air strike that killed nine people in Turbat on 1 May 2031. Photo: J. Doe/AFP",
        "Relatives mourn nine people killed in Turbat on 1 May 2031. (AP Photo/J. Doe)",
    ],
)
def test_the_caption_of_a_picture_is_no_news(caption):
    text = f"Checkpost attacked\n\nGunmen attacked a checkpost in Panjgur on 3 May 2031.\n\n{caption}\n\nMore was not known."
    (block,) = [block for block in read(text).blocks if text[block.start : block.end] == caption]

    assert block.kind == "caption"
