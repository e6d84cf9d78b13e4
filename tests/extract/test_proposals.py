"""What is proposed of a dispatch: every value on its words, whatever letters the text has, and the same each time."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from dispatches import PUBLISHED, proposed, proposer, words
from hypothesis import given
from hypothesis import strategies as st

from geomap import project
from geomap.articles import check_article, check_claims, read_lexicon, recompute
from geomap.extract import Proposer, cite, sure_of
from geomap.extract.values import beside
from geomap.gazetteer import read_gazetteer
from geomap.model import Days, Span

DISPATCH = """Blast kills two near Kupwara

SRINAGAR, 8 May (Gazette) - Two soldiers and a policeman were killed and at least four villagers injured when a roadside bomb \
exploded in {name}, Kupwara district, on Wednesday, a senior police official said.

{quote} The Newland Liberation Army (NLA) claimed responsibility for the attack. \
The village lies about 5 km from the Indian border.

In a separate attack, gunmen shot dead three teachers in Baramulla on Tuesday.
"""
PLAIN = DISPATCH.format(name="Marsville", quote="")


def lexicon_of(found):
    reader = proposer()
    return beside(reader.vocabulary, {a.name: a for a in found.actors}, {p.name: p for p in found.places})


def assert_grounded(found):
    """Each value is what its words give, and `geomap check` has nothing to say."""
    known = lexicon_of(found)
    for claim in found.claims:
        for name, said in claim.values:
            assert recompute(said, name, found.text, found.article, known) == said.value, (name, said)
    assert not check_claims(found.article, found.claims, known)
    assert not check_article(found.article, found.claims, found.text, known)


def test_a_dispatch_is_read_whole():
    found = proposed(PLAIN)
    first, second = found.claims
    assert first.sub_event_type.value == "Remote explosive/landmine/IED"
    assert first.days.value == Days(first=dt.date(2031, 5, 7), last=dt.date(2031, 5, 7))
    assert first.place.value == ("Marsville", "Kupwara district")
    assert {(c.value.of, c.value.low, c.value.high) for c in first.counts} == {("killed", 3, 3), ("injured", 4, None)}
    assert {words(PLAIN, c)[0] for c in first.counts} == {"Two soldiers", "at least four villagers"}
    assert {c.attributed_to for c in first.counts} == {"senior police official"}
    assert [(a.value.name, a.value.status) for a in first.actors] == [("Newland Liberation Army", "claimed")]
    assert [(s.value.relation, s.value.of, s.value.distance_m) for s in first.statements] == [("distance", "IND-PAK", 5000)]
    assert (second.sub_event_type.value, second.place.value, second.days.value.last) == (
        "Attack",
        ("Baramulla",),
        dt.date(2031, 5, 6),
    )
    assert_grounded(found)


def test_the_same_text_gives_the_same_claims_and_the_same_bytes():
    from geomap.articles.writing import article_text

    one, other = (proposed(PLAIN) for _ in range(2))
    assert one == other
    assert article_text(one.article, one.claims) == article_text(other.article, other.claims)
    fresh = Proposer(proposer().vocabulary, proposer().gazetteer, home=proposer().home)
    assert fresh.propose(cite("gazette", title="Gazette", published=PUBLISHED), PLAIN) == one


NAMES = st.sampled_from(
    ["سراوان", "پنجگور", "دالبندین", "کپواڑہ", "القائم", "Mārsvīle", "Ma\u0301rsville", "Zu\u0308rs", "Côte d’Or", "Tal ‘Afar",
     "Ðakovica", "İğdır", "ẞtadt", "Marsville", "😀ville", "Mars\u200cville", "Q\u0303\u0323ala", "ǅepce"]
)  # fmt: skip
QUOTES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "’",
            "‘",
            "«",
            "»",
            "(",
            ")",
            "[",
            "]",
            "—",
            "…",
            "😀",
            "\u0301",
            "\u064b",
            "\u200f",
            "ی",
            "…",
            " ",
            "\t",
            "x.",
        ]
    ),
    max_size=12,
).map("".join)


@given(NAMES, QUOTES, st.sampled_from(["\n", "\r\n"]))
def test_names_in_other_letters_quotes_marks_and_emoji_leave_every_value_on_its_words(name, quote, line_end):
    text = DISPATCH.format(name=name, quote=quote).replace("\n", line_end)
    found = proposed(text)
    assert found.claims
    for claim in found.claims:
        for _, said in claim.values:
            for span in (*said.spans, *said.attributed_spans):
                words_there = text[span.start : span.end]
                assert words_there == words_there.strip()
    assert_grounded(found)


@given(st.text(max_size=300))
def test_whatever_the_text_what_is_proposed_is_grounded(text):
    assert_grounded(proposed(f"{text} Two soldiers were killed {text[:40]} in Kupwara on Monday. {text}"))


@given(st.lists(st.sampled_from(PLAIN.split()), max_size=60))
def test_words_in_any_order_give_nothing_that_is_not_grounded(parts):
    assert_grounded(proposed(" ".join(parts)))


def test_a_day_of_publication_is_given_or_printed_or_not_known():
    assert proposed(PLAIN).published.why == "it was given"
    printed = proposed(PLAIN.replace("\n\nSRINAGAR", "\n\n9 May 2031\n\nSRINAGAR"), published=None)
    assert (printed.published.day, printed.article.published) == (PUBLISHED, PUBLISHED)
    unknown = proposed(PLAIN, published=None)
    assert unknown.article.published is None
    assert all(c.days.value.first is None for c in unknown.claims)


def test_every_value_says_which_rule_gave_it_and_how_sure_that_is():
    for claim in proposed(PLAIN).claims:
        for _, said in claim.values:
            assert said.rule
            assert said.sure == sure_of(said.rule)


def test_a_value_whose_words_do_not_give_it_is_listed_and_not_proposed():
    text = "Two soldiers were killed in Kupwara on Monday."
    reader = proposer()
    wrong = replace(reader.vocabulary, terms={**reader.vocabulary.terms, "casualty": {"killed": "killed"}})
    other = Proposer(wrong, reader.gazetteer, home=reader.home)
    found = other.propose(cite("gazette", title="Gazette", published=PUBLISHED), text)
    assert [c.value.low for c in found.claims[0].counts] == [2]
    from geomap.extract.text import read
    from geomap.extract.values import Ungrounded, grounded

    (claim,) = found.claims
    lost: list[Ungrounded] = []
    three = replace(claim.counts[0], value=replace(claim.counts[0].value, low=3, high=3))
    kept = grounded(replace(claim, counts=(three,)), found.article, read(text), reader.vocabulary, lost)
    assert kept.counts == ()
    cut = replace(claim.counts[0], spans=(Span(0, 11), claim.counts[0].spans[1]))  # "Two soldier"
    assert grounded(replace(claim, counts=(cut,)), found.article, read(text), reader.vocabulary, []).counts == ()
    assert ("counts", ("Two soldiers", "killed")) in [(one.field, one.words) for one in lost]
    other = replace(claim, sub_event_type=replace(claim.sub_event_type, value="Grenade"))
    assert grounded(other, found.article, read(text), reader.vocabulary, lost) is None
    assert "sub_event_type" in [one.field for one in lost]


def test_the_first_story_s_own_lists_are_used():
    folder = Path(project.root())
    gazetteer = read_gazetteer(folder / "places.csv", project.read_outlines(project.read_story()), home=("IR", "PK"))
    reader = Proposer(read_lexicon(folder, border="IRN-PAK"), gazetteer, home=("IR", "PK"))
    text = "Jaish al-Adl claimed responsibility for an attack in which two policemen were killed in Rask on 15 December 2023."
    found = reader.propose(cite("gazette", title="Gazette", published=dt.date(2023, 12, 16)), text)
    (claim,) = found.claims
    assert [a.value.name for a in claim.actors] == ["Jaish al-Adl"]
    assert claim.place.value[0] == "Rask"
    assert claim.days.value.first == dt.date(2023, 12, 15)
    assert not found.actors


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "(((((", "2031"])
def test_a_text_without_words_has_no_claims(text):
    assert proposed(text).claims == ()


def test_a_month_without_a_day_of_publication_has_all_its_days():
    text = "On 12 May 2031 two soldiers died in Kupwara. In Handwara, four soldiers were killed in May."
    found = proposed(text, published=None)
    assert found.ungrounded == ()
    assert found.claims[1].days.value == Days(first=dt.date(2031, 5, 1), last=dt.date(2031, 5, 31))


def test_one_who_is_told_of_by_another_is_alleged_and_what_happened_is_credited_to_nobody():
    text = "MARSVILLE, May 9 - Kyrgyzstan's State Border Service said Tajik troops fired mortars at Marsville on Wednesday."
    (claim,) = proposed(text, pair="KGZ-TJK").claims
    (actor,) = claim.actors
    assert (actor.value.status, actor.attributed_to) == ("alleged", "Kyrgyzstan's State Border Service")
    assert claim.sub_event_type.attributed_to is None


def test_a_party_that_tells_of_itself_is_no_accusation():
    (claim,) = proposed("India's army said Indian troops shot two men dead in Marsville on Wednesday.").claims
    assert [actor.value.status for actor in claim.actors] == ["claimed"]
