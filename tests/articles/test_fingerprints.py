"""Words of a span known again in another copy of the text, by a hash of them: exactly, or not at all."""

import hashlib
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from geomap.articles.fingerprints import _Copy, fingerprinted, hash_of, standings
from geomap.language import cuts_word, plain_words
from geomap.model import Span

#: Texts of few words, so that these stand often, with what parts words and figures and what does not.
WORDS = st.sampled_from(["four", "Four", "4", "14", "4,000", "4-5", "men", "mén", "me\u0301n", "می‌شود", "😀", "men’s", "(men)"])
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n\r\n", "\u00a0", "\u2028"])
TEXTS = st.lists(st.tuples(WORDS, BLANKS), min_size=1, max_size=14).map(lambda pairs: "".join(map("".join, pairs)))


def span_of(text, words, nth=0):
    """Where words stand in a text the nth time, with their fingerprint there."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return fingerprinted([Span(start, start + len(words))], text)[0]


def whole_spans(text):
    """Every span of whole words in a text."""
    bounds = [at for at in range(len(text) + 1) if not cuts_word(text, at)]
    pairs = [(start, end) for n, start in enumerate(bounds) for end in bounds[n + 1 :]]
    return [Span(start, end) for start, end in pairs if text[start:end] == text[start:end].strip()]


def became(old, new, words, nth=0):
    """What became of words, and the offsets that they have now."""
    span = span_of(old, words, nth)
    state, now = standings([span], new)[span]
    return state, [(one.start, one.end) for one in now]


# ---- what a fingerprint is ---------------------------------------------------------------------------------------------------


def test_a_fingerprint_is_of_the_words_with_one_blank_for_white_space_and_of_nothing_else():
    span = span_of("At dawn four\r\n  men died.", "four\r\n  men")

    assert span.words == hashlib.sha256(b"four men").hexdigest()[:16]
    assert (span.nth, span.times) == (0, 1)
    for other in ("Four men", "four men’s", "four-men", "4 men", "five men"):
        assert hash_of(other) != span.words


def test_only_whole_words_and_whole_figures_count():
    text = "4 men, 14 men, 4,000 men, 4.5 km, 4-5 men, 16/4 and 4"

    assert [(span_of(text, "4").nth, span_of(text, "4").times), fingerprinted([Span(52, 53)], text)[0].nth] == [(0, 2), 1]


@pytest.mark.parametrize(
    "figure", ["4,000", "1,23,456", "4.5", "4-5", "4–5", "16/01/2024", "16.01.2024", "10:30", "4\u202f000", "٤٫٥", "sixty-one"]
)
def test_a_figure_is_cut_nowhere(figure):
    text = f"({figure})"

    assert [at for at in range(len(text) + 1) if not cuts_word(text, at)] == [0, 1, len(text) - 1, len(text)]


@pytest.mark.parametrize(
    ("text", "at"), [("5,2024", 1), ("5, 6", 1), ("5.", 1), ("five-six", 4), ("4 000", 1), ("AK-47", 2), ("city-ones", 4)]
)
def test_signs_that_join_no_figure_part_words(text, at):
    assert not cuts_word(text, at)


def test_a_mark_is_cut_from_no_letter_and_from_no_sign():
    assert cuts_word("me\u0301n", 2)
    assert cuts_word("me\u0301n", 3)
    assert cuts_word("☎\ufe0f", 1)
    assert not cuts_word("می‌ ", 3)


def test_a_span_that_cuts_a_word_or_leaves_the_text_has_no_fingerprint():
    bare = fingerprinted([Span(1, 4), Span(0, 5), Span(0, 40), Span(5, 9, "0" * 16, 0, 1)], "four men")

    assert [span.words for span in bare] == [None] * 4


@given(TEXTS)
def test_the_number_of_a_fingerprint_counts_the_same_words_before_it(text):
    spans = fingerprinted(whole_spans(text), text)
    for span in spans:
        same = [one for one in spans if plain_words(text[one.start : one.end]) == plain_words(text[span.start : span.end])]
        assert (span.nth, span.times) == (sum(one.start < span.start for one in same), len(same))


@given(TEXTS, st.integers(0, 3))
def test_words_are_found_by_their_hash_where_they_are_found_by_themselves(text, slack):
    copy = _Copy(text)
    for words in {plain_words(text[span.start : span.end]) for span in whole_spans(text)}:
        by_hash = copy.places_by_hash({hash_of(words): len(words) + slack})
        found = [*copy.places(words)]
        assert {known: [(span.start, span.end) for span in map(copy.span, places)] for known, places in by_hash.items()} == {
            hash_of(words): found
        }
        assert found[:1] == [(0, len(words))] or not text.startswith(words) or cuts_word(text, len(words))


# ---- another copy ------------------------------------------------------------------------------------------------------------

OLD = """Post attacked

Gunmen killed four soldiers near Milltown on Monday, officials said.

In Lowmarsh, officials said that gunmen fled. Two men were held."""


def test_words_stand_where_they_stood_elsewhere_or_nowhere():
    assert became(OLD, OLD + "\nRead more", "four soldiers") == ("stands where it stood", [(29, 42)])
    assert became(OLD, "Breaking\n" + OLD, "four soldiers") == ("stands elsewhere", [(38, 51)])
    assert became(OLD, OLD.replace("four", "five"), "four soldiers") == ("gone", [])


@pytest.mark.parametrize("changed", ["five", "fourteen", "Four", "Twenty-four", "four or five", "some"])
def test_no_words_are_taken_for_those_that_are_like_them(changed):
    assert became(OLD, OLD.replace("four", changed), "four soldiers") == ("gone", [])


@pytest.mark.parametrize("changed", ["14", "4,000", "4.5", "4-5", "4–5", "40"])
def test_a_figure_that_became_another_is_gone_though_its_digits_stand(changed):
    assert became("Of 4 men", f"Of {changed} men", "4") == ("gone", [])


def test_words_that_stand_as_often_as_before_are_known_by_their_number():
    assert became(OLD, "Breaking\n" + OLD, "officials said", 1) == ("stands elsewhere", [(107, 121)])


@pytest.mark.parametrize("copy", [OLD + " It is what officials said.", OLD.replace("Monday, officials said", "Monday")])
def test_words_that_stand_more_or_less_often_than_before_are_ambiguous_and_all_places_are_told(copy):
    state, now = became(OLD, copy, "officials said")

    assert state == "ambiguous"
    assert now == [found.span() for found in re.finditer("officials said", copy)]


def test_words_within_longer_words_that_stand_once_are_where_they_are_in_these():
    passage, name = span_of(OLD, "In Lowmarsh, officials said that gunmen fled."), span_of(OLD, "officials said", 1)
    first, second = OLD.split("\n\n")[1:]
    copy = f"It is what officials said.\n\n{second}\n\n{first}"

    found = standings([name, passage], copy)

    assert found[name].state == "stands elsewhere"
    assert [copy[: now.start].endswith("In Lowmarsh, ") for now in found[name].spans] == [True]


def test_words_within_longer_words_are_found_though_the_white_space_is_another():
    old = "He said   so,\n\n  and   so he said."
    passage, name = span_of(old, old), span_of(old, "so", 1)

    (now,) = standings([passage, name], "So: he said so. He said so, and so he said.")[name].spans

    assert (now.start, now.nth, now.times) == (32, 2, 3)


def test_words_that_stand_twice_within_the_longer_ones_are_told_apart_by_where_they_stand_in_these():
    old = "so and so"
    both = [span_of(old, old), span_of(old, "so"), span_of(old, "so", 1)]

    found = standings(both, "so-called: so and so")

    assert [[now.start for now in found[span].spans] for span in both] == [[11], [11], [18]]


def test_a_span_without_a_fingerprint_is_known_nowhere():
    assert standings([Span(0, 4)], OLD)[Span(0, 4)] == ("no fingerprint", ())


@given(TEXTS, TEXTS)
@example("four men ", "four mén ")
def test_whatever_stands_in_a_copy_has_the_very_words_and_what_is_gone_has_not(old, new):
    spans = fingerprinted(whole_spans(old), old)
    there = {plain_words(new[span.start : span.end]) for span in whole_spans(new)}
    for span, (state, now) in standings(spans, new).items():
        words = plain_words(old[span.start : span.end])
        assert {plain_words(new[one.start : one.end]) for one in now} == ({words} if state != "gone" else set())
        assert (words in there) == (state != "gone")
        assert [(one, one.nth, one.times) for one in now] == [(one, one.nth, one.times) for one in fingerprinted(now, new)]


@given(TEXTS, st.lists(BLANKS, min_size=1))
def test_a_copy_with_other_white_space_has_every_span(old, blanks):
    assume("\u00a0" not in old)  # which makes one figure of 4 000, where a blank makes two
    parts = re.split(r"(\s+)", old)
    new = "".join(part if n % 2 == 0 else blanks[n // 2 % len(blanks)] for n, part in enumerate(parts))
    assume("\u00a0" not in new)
    for span, (state, (now,)) in standings(fingerprinted(whole_spans(old), old), new).items():
        assert state.startswith("stands")
        assert plain_words(new[now.start : now.end]) == plain_words(old[span.start : span.end])
        assert (now.nth, now.times) == (fingerprinted([span], old)[0].nth, fingerprinted([span], old)[0].times)


@given(TEXTS, st.integers(1, 40))
def test_a_line_in_front_moves_every_span_by_its_length(old, length):
    front = "=" * length + "\n"
    spans = fingerprinted(whole_spans(old), old)

    found = standings(spans, front + old)

    assert {(span.start + len(front), span.end + len(front)) for span in spans} == {
        (now.start, now.end) for _, (now,) in found.values()
    }


def test_words_whose_like_moved_away_within_longer_ones_are_known_by_their_number_among_the_rest():
    old = "Two men were killed. Then he left. A bomb killed four."
    moved, left, stays = span_of(old, "A bomb killed four."), span_of(old, "killed", 1), span_of(old, "killed")

    found = standings([moved, left, stays], "A bomb killed four. Two men were killed. Then he left.")

    assert [[now.start for now in found[span].spans] for span in (moved, left, stays)] == [[0], [7], [33]]


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30), WORDS, st.integers(0, 3), st.integers(1, 3)), max_size=9)
)
def test_fingerprints_that_contradict_each_other_raise_nothing(text, parts):
    spans = [
        Span(start, start + length, hash_of(words), min(nth, times - 1), times) for start, length, words, nth, times in parts
    ]

    assert set(standings(spans, text)) == set(spans)
