"""News pages as sources: which words are the article's, what is left out and counted, and what the page states of it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from conftest import needed
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import DataError, Problem
from geomap.sources import Source, read_sources
from geomap.sources.charsets import page_text

try:
    import lxml
    import readability
except ImportError:
    lxml = readability = None
needed(lxml and readability, "lxml and readability-lxml are not installed (extra html)")

LEDE = "Gunmen stormed a police station in Rask on Thursday night, killing eleven officers, the deputy governor said on Friday."
MORE = "The attackers, who came in two cars from the direction of the border, fled after a gunfight of three hours, he added."
LAST = (
    "It was the deadliest attack in the province in years, and no group had claimed it by the evening, state television said."
)


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


STORY = paragraphs(LEDE, MORE, LAST)


def page(inside=STORY, *, head="", before="", after="", html='<html lang="en-GB">'):
    """A news page: its own parts around an article."""
    return f"""<!doctype html>{html}<head><meta charset="utf-8"><title>A page</title>{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>{before}
    <article><h1>Eleven officers killed in Rask</h1><div class="story">{inside}</div></article>{after}
    <footer><p>© 2019 The Gazette. All rights reserved. <a href="/terms">Terms</a></p></footer></body></html>"""


def linked(**record):
    return f'<script type="application/ld+json">{json.dumps(record)}</script>'


def read(html):
    """The one source of a page."""
    (source,) = read_sources([html.encode()])
    assert isinstance(source, Source), source
    return source


def words(source, spans):
    return [source.text[span.start : span.end] for span in spans]


def test_a_script_of_many_megabytes_before_the_article_hides_nothing_of_it():
    assert LAST in read(page(before=f"<script>{'a ' * 6_000_000}</script>")).text


def test_words_after_an_element_that_is_left_out_are_left_out_with_the_one_around_them():
    links = "<ul>" + "<li><a href='/x'>Ten killed elsewhere on Friday</a> ELSEWHERE</li>" * 5 + "</ul>"

    assert "ELSEWHERE" not in read(page(STORY + links + paragraphs(LEDE))).text


def test_what_is_hidden_within_a_sentence_parts_no_line():
    inside = f"{STORY}<div>In the town of Mand three <div hidden>x</div>men of the police died, he said.</div>"

    assert "In the town of Mand three men of the police died" in read(page(inside)).text


def test_of_two_headings_none_is_the_title():
    assert read(page(before="<h1>The Gazette</h1>")).title is None


def test_the_article_is_read_without_what_stands_around_it():
    aside = '<aside><h2>Related</h2><ul><li><a href="/x">Ten killed elsewhere</a></li></ul></aside>'
    source = read(page(after=aside))

    assert source.text == "\n\n".join((LEDE, MORE, LAST))
    assert (source.what, source.title, source.language) == ("page", "Eleven officers killed in Rask", "en")


def test_a_short_article_is_read_without_what_stands_around_it_too():
    assert read(
        page(paragraphs("Two soldiers were killed near Mill, the army said."), after="<aside><p>More</p></aside>")
    ).text == ("Two soldiers were killed near Mill, the army said.")


def test_words_inline_elements_and_line_ends_are_joined_as_a_browser_shows_them():
    inside = paragraphs(
        f"<span class='drop'>G</span>{LEDE[1:]}",
        "At   least\n 1<span>,</span>200 <b>peo</b>ple <i>fled</i>.<br>They <q>denied </q>it.<wbr> Bal\u00adu\u00adchestan.",
        MORE,
    )

    assert read(page(inside)).text.split("\n\n")[:2] == [
        LEDE,
        "At least 1,200 people fled.\nThey “denied”it. Baluchestan.",
    ]


def test_a_raised_figure_joins_a_unit_but_not_a_number_and_a_footnote_mark_is_no_figure():
    inside = paragraphs(
        LEDE, "For 3<sup>1</sup>/2 hours 12 km<sup>2</sup> were searched and 12<sup><a href='#f'>1</a></sup> men held.", MORE
    )

    assert "For 3 1/2 hours 12 km2 were searched and 12 men held." in read(page(inside)).text


def test_rows_are_lines_and_cells_are_parted_by_a_tab():
    rows = (("Place", "Killed"), ("Turbat", "<p>29</p>"), ("Kech", "3<br>(three)"))
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)

    assert (
        "\n\nPlace\tKilled\nTurbat\t29\nKech\t3 (three)\n\n"
        in read(page(f"<p>{LEDE}</p><table>{table}</table><p>{MORE}</p>")).text
    )


def test_short_lists_and_footnotes_of_the_article_are_kept_and_tools_are_not():
    added = "<ul><li>Rask: 11</li></ul><p class='footnote'>As of Friday.</p><ul class='share'><li>Print</li></ul>"
    inside = paragraphs(LEDE, MORE) + added

    assert read(page(inside)).text == f"{LEDE}\n\n{MORE}\n\nRask: 11\n\nAs of Friday."


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>WITHHELD words here</p>",
        "<p style='display: none'>WITHHELD words here</p>",
        "<p style='color:red;visibility:hidden'>WITHHELD words here</p>",
        "<p aria-hidden='true'>WITHHELD words here</p>",
        "<template><p>WITHHELD words here</p></template>",
        "<p class='sr-only'>WITHHELD words here</p>",
        "<div class='hidden'><p>WITHHELD words here</p></div>",
    ],
)
def test_hidden_blocks_are_left_out_and_counted(hidden):
    source = read(page(paragraphs(LEDE, MORE) + hidden + paragraphs(LAST)))

    assert source.text == f"{LEDE}\n\n{MORE}\n\n{LAST}"
    assert source.hidden_blocks == 1


def test_a_class_that_hides_on_narrow_screens_alone_hides_nothing():
    assert LAST in read(page(f"{paragraphs(LEDE, MORE)}<div class='hidden md:block'>{paragraphs(LAST)}</div>")).text


@pytest.mark.parametrize("tag", ["del", "s", "strike", "span style='text-decoration: line-through'"])
def test_deleted_words_are_left_out_and_counted(tag):
    source = read(page(paragraphs(LEDE, f"In all <{tag}>1,000 people</{tag.split()[0]}> <ins>1,200</ins> fled.", MORE)))

    assert "In all 1,200 fled." in source.text
    assert source.deleted_words == 2


@pytest.mark.parametrize(
    "comments",
    [
        "<section id='comments'>{}</section>",
        "<div class='comment-list'>{}</div>",
        "<div itemprop='comment'>{}</div>",
        "<div id='disqus_thread'>{}</div>",
        "<ol class='wp commentlist'>{}</ol>",
    ],
)
def test_readers_comments_are_left_out_and_counted_even_where_they_are_longer(comments):
    said = paragraphs(
        *["I heard that ninety people were killed, and that they hide it, as they always do, from all of us."] * 20
    )
    source = read(page(after=comments.format(said)))

    assert source.text == f"{LEDE}\n\n{MORE}\n\n{LAST}"
    assert source.comments == 1


def test_captions_and_corrections_are_spans_of_the_text():
    figure = "<figure><img src='x'><figcaption>Police after an attack on 3 March 2021, in which 40 died.</figcaption></figure>"
    inside = f"{paragraphs(LEDE)}{figure}{paragraphs(MORE, '<b>Correction:</b> An earlier version said that 35 were killed.')}"
    source = read(page(inside + "<p class='wp-caption-text'>Rask in 2019</p>"))

    assert words(source, source.captions) == ["Police after an attack on 3 March 2021, in which 40 died.", "Rask in 2019"]
    assert words(source, source.corrections) == ["Correction: An earlier version said that 35 were killed."]


def test_what_the_head_states_is_taken():
    head = """<meta property="og:title" content="Eleven &amp; more"><meta property="og:site_name" content="The  Gazette">
    <link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">
    <meta property="article:published_time" content="2024-01-18T23:30:00-05:00">"""
    source = read(page(head=head))

    assert (source.title, source.publisher, source.address) == ("Eleven & more", "The Gazette", "https://example.org/a")
    assert source.published == dt.date(2024, 1, 18)


def test_what_linked_data_state_is_taken_and_a_broken_script_loses_no_other():
    graph = [
        {"@type": "Organization", "@id": "#org", "name": "The Gazette"},
        {"@type": ["NewsArticle"], "headline": "Eleven killed", "datePublished": "2024-01-18", "publisher": {"@id": "#org"}},
    ]
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    comma = f'<script type="application/ld+json">//<![CDATA[\n{{"@graph": {json.dumps(graph)},\n}}\n//]]></script>'
    source = read(page(head=broken + comma))

    assert (source.title, source.publisher, source.published) == ("Eleven killed", "The Gazette", dt.date(2024, 1, 18))


def test_of_several_articles_in_the_data_the_pages_own_is_taken_or_none():
    other = linked(
        **{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-05-05", "url": "https://example.org/o"}
    )
    own = linked(**{"@type": "NewsArticle", "headline": "Own", "datePublished": "2024-01-18", "url": "https://example.org/a"})

    assert read(page(head=f'<link rel="canonical" href="https://example.org/a">{other}{own}')).published == dt.date(2024, 1, 18)
    assert read(page(head=other + own)).published is None


TIME = "<p class='by'>By a reporter, <time datetime='2024-01-18T20:00Z'>yesterday</time></p>"


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        (TIME, 18),
        (f"{TIME}<p>Updated <time datetime='2024-01-20'>20 January</time></p>", 18),
        ("<p>Last updated: <time datetime='2024-01-20'>20 January</time></p>", None),
        ("<time class='modified' datetime='2024-01-20'>20 January</time>", None),
        ("<span itemprop='dateModified'><time datetime='2024-01-20'>20 January</time></span>", None),
        (f"{TIME}<time datetime='2024-01-19'>19 January</time>", None),
        (f"{TIME}<time itemprop='datePublished' datetime='2024-01-17'>17 January</time>", 17),
        (f"{TIME}<time pubdate datetime='2024-01-17'>17 January</time>", 17),
        ("<span itemprop='datePublished' content='2024-01-17'>17 January</span>", 17),
        ("<time>18 January 2024</time>", None),
        ("<time datetime='18/01/2024'>18/01/2024</time>", None),
        (f"<p>{MORE} As on <time datetime='2021-03-03'>3 March 2021</time>, nobody was arrested.</p>", None),
        ("<aside><time datetime='2020-01-01'>x</time></aside>", None),
        ("<article class='card'><h3>Another</h3><time datetime='2020-01-01'>x</time></article>", None),
    ],
)
def test_the_day_is_that_of_the_times_that_the_article_is_marked_with(marked, day):
    assert read(page(marked + paragraphs(LEDE, MORE, LAST))).published == (day and dt.date(2024, 1, day))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2024-01-20">',
        '<meta name="copyright" content="2024-01-18">',
        '<meta property="article:published_time" content="January 18, 2024">',
        '<meta property="article:published_time" content="2024-02-30">',
        linked(**{"@type": "NewsArticle", "dateModified": "2024-01-20"}),
        linked(**{"@type": "WebPage", "datePublished": "2012-01-01"}),
    ],
)
def test_a_day_is_never_that_of_a_change_or_of_the_copyright_line(head):
    assert read(page(head=head, after="<time datetime='2019-01-01'>2019</time>")).published is None


BODY = f"{LEDE}\n\n{MORE}\n\n{LAST}\n\nA twelfth officer died in hospital\u200c, the deputy governor said later."


@pytest.mark.parametrize("shown", [LEDE, f"{LEDE[:60]} …", f"{LEDE} Read more"])
def test_a_teaser_gives_way_to_the_article_that_the_page_holds_as_data(shown):
    source = read(page(f"<p>{shown}</p>", head=linked(**{"@type": "NewsArticle", "articleBody": BODY})))

    assert (source.what, source.text) == ("embedded body", BODY)


@pytest.mark.parametrize("paid", [False, "False", "false"])
def test_an_article_that_not_everybody_may_read_is_taken_from_the_data_or_called_a_teaser(paid):
    free = {"@type": "NewsArticle", "isAccessibleForFree": paid}
    inside = paragraphs("Subscribers learn in this report how eleven officers were killed in Rask, and by whom, and why.")

    assert read(page(inside, head=linked(**free, articleBody=BODY))).what == "embedded body"
    assert read(page(inside, head=linked(**free))).what == "teaser"


OTHER = "Another text altogether, of something else. " * 15


@pytest.mark.parametrize(
    "body", [LEDE, f"{LEDE[:40]}...", f"{LEDE} {MORE} {LAST}", OTHER, BODY * 2 + "\0", BODY * 2 + "\ud800"]
)
def test_data_that_are_shorter_or_another_text_or_cannot_be_kept_do_not_replace_the_page(body):
    source = read(page(head=linked(**{"@type": "NewsArticle", "articleBody": body})))

    assert (source.what, source.text) == ("page", f"{LEDE}\n\n{MORE}\n\n{LAST}")


def test_tags_and_character_names_in_the_data_are_read_as_such():
    body = f"<p>{LEDE}</p><p>{MORE}</p><p>One &amp; <del>two</del> three.</p>"
    assert (
        read(page("<p>x</p>", head=linked(**{"@type": "NewsArticle", "articleBody": body}))).text
        == f"{LEDE}\n\n{MORE}\n\nOne & three."
    )

    body = f"{LEDE} &#8216;{MORE}&#8217; <3 &c;"
    assert read(page("", head=linked(**{"@type": "NewsArticle", "articleBody": body}))).text == f"{LEDE} ‘{MORE}’ <3 &c;"


POSTS = (
    ("p3", "2024-01-19T08:00+05:00", "Toll rises to twelve", "A twelfth officer has died in hospital."),
    ("p2", "2024-01-18T23:50+05:00", "", "Shots heard again in Rask, residents say."),
    ("p1", "2024-01-18T23:10+05:00", "Attack in Rask", "Gunmen have stormed a police station, officials say."),
)


def live(container):
    posts = "".join(
        f"<div id='{name}'><header><time datetime='{at}'>{at[11:16]}</time></header>"
        f"{f'<h3>{title}</h3>' if title else ''}<p>{text}</p></div>"
        for name, at, title, text in POSTS
    )
    cards = "".join(
        f"<li><time datetime='2020-01-0{n}'>x</time><a href='/'>Another story of that day</a></li>" for n in range(1, 9)
    )
    index = "".join(f"<li><time datetime='2024-01-18'>{at}</time> see post {at}</li>" for at in range(5))
    beside = {"after": f"<aside><ul>{cards}</ul></aside>", "before": "<time datetime='2024-01-19'>now</time>"}
    return page(f"<{container}><ol>{index}</ol><div>{posts}</div></div>", **beside)


def test_a_live_page_is_a_source_for_each_post_with_its_own_day():
    sources = list(read_sources([live("div class='live-blog-posts'").encode()]))

    assert [(one.name, one.id, one.published) for one in sources] == [
        ("stdin#1", "stdin-1", dt.date(2024, 1, 19)),
        ("stdin#2", "stdin-2", dt.date(2024, 1, 18)),
        ("stdin#3", "stdin-3", dt.date(2024, 1, 18)),
    ]
    assert sources[0].text == "08:00\n\nToll rises to twelve\n\nA twelfth officer has died in hospital."
    assert [one.title for one in sources] == ["Toll rises to twelve", "Eleven officers killed in Rask", "Attack in Rask"]


def test_a_post_with_times_of_several_days_has_none():
    two = "<div><time datetime='2024-01-18'>a</time><time datetime='2024-01-19'>b</time><p>Two men died here.</p></div>"
    sources = list(read_sources([page(f"<div class='liveblog'>{two * 2}</div>").encode()]))

    assert [one.published for one in sources] == [None, None]


def test_linked_data_tell_a_live_page_too():
    html = live("div").replace("</head>", linked(**{"@type": "LiveBlogPosting"}) + "</head>")

    assert len(list(read_sources([html.encode()]))) == 3
    assert len(list(read_sources([live("div").encode()]))) == 1


def test_posts_that_the_data_alone_hold_are_read_from_there():
    updates = [
        {"@type": "BlogPosting", "articleBody": text, "datePublished": at, "headline": title} for _, at, title, text in POSTS
    ]
    sources = list(read_sources([page("", head=linked(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates})).encode()]))

    assert [(one.text, one.what, one.published.day) for one in sources] == [
        (POSTS[0][3], "embedded body", 19),
        (POSTS[1][3], "embedded body", 18),
        (POSTS[2][3], "embedded body", 18),
    ]


def test_other_scripts_keep_their_joiners_and_no_letter_moves():
    urdu = "پنجگور میں سرحد کے قریب چوکی پر حملے میں تین اہلکار ہلاک اور دو زخمی ہو گئے، پولیس نے بتایا۔"
    persian = "در حمله افراد مسلح به یک پاسگاه مرزی، سه مأمور کشته شده‌اند و دو نفر زخمی می‌شوند، 👨‍👩‍👧 e\u0301 گفته شد."

    assert (
        read(page(paragraphs(urdu, persian, urdu), html='<html lang="ur" dir="rtl">')).text == f"{urdu}\n\n{persian}\n\n{urdu}"
    )


@given(
    st.lists(
        st.text("abc é،ہ\u200c\u0301😀&<>\"'\xa0", min_size=1).map(lambda t: " ".join(t.split(" ")).strip(" ")), max_size=5
    )
)
def test_every_paragraph_stands_in_the_text_as_it_is_written(texts):
    import html
    import re

    texts = [LEDE, *(re.sub(" +", " ", text) for text in texts if text), LAST]
    source = read(page(paragraphs(*map(html.escape, texts))))
    at = 0
    for text in texts:
        if text.strip():
            at = source.text.index(text, at) + len(text)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<div class='live-blog'>", "<article>", "</article>", "<ul>", "<li>", "</ul>"),
        *("<table>", "<tr>", "<td>", "</table>", "<del>", "</del>", "<p hidden>", "<time datetime='2024-01-18'>", "</time>"),
        *("<figcaption>", "</figcaption>", "<a href='x'>", "</a>", "<sup>1</sup>", "<q>", "</q>", "<pre>\na\n b</pre>"),
        *("<script type='application/ld+json'>", "</script>", '{"@type": "NewsArticle", "articleBody": "', '"}', "<form>"),
        *(
            "<hr>",
            "<br>",
            "<h2>",
            "<img src=x>",
            "<p class='a\x07b'>",
            LEDE,
            MORE,
            "Two died.",
            " ",
            "\n\n",
            "&nbsp;",
            "&#0;",
            "&shy;",
        ),
        *("&", "<", "ہ", "Correction: it was 12.", "\x07", "\ufffe"),
    ]
)


@given(st.lists(PIECES, max_size=120).map("".join))
def test_any_page_gives_sources_whose_spans_lie_in_their_texts_or_a_problem(html):
    for one in read_sources([("<html><body>" + html).encode()]):
        if isinstance(one, Source):
            assert one.text.strip()
            assert one.data.decode() == one.text
            assert all(0 <= span.start < span.end <= len(one.text) for span in (*one.captions, *one.corrections))
            assert all(said == said.strip() for said in words(one, one.captions))


def test_a_page_of_a_file_is_named_after_it(tmp_path):
    (tmp_path / "Gazette.HTML").write_text("\ufeff" + page(), encoding="utf-8")
    (source,) = read_sources([tmp_path])

    assert (source.name, source.id, source.what) == ("Gazette.HTML", "gazette", "page")


def test_a_page_in_windows_letters_that_declares_nothing_is_a_problem(tmp_path):
    (tmp_path / "a.htm").write_bytes("<p>café</p>".encode("cp1252"))
    (problem,) = read_sources([tmp_path])

    assert problem == "a.htm: line 1, character 7: not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("encoding", "head", "word"),
    [
        ("cp1252", '<meta charset="iso-8859-1">', "Café “Médina”"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "Café “Médina” €"),
        ("cp1251", "<META HTTP-EQUIV=Content-Type CONTENT='text/html; CHARSET=Windows-1251'>", "Баткен"),
        ("koi8-r", "<meta charset=koi8-r>", "Баткен"),
        ("cp1256", '<!-- <meta charset="koi8-r"> --><meta charset="windows-1256" />', "سراوان"),
        ("cp1254", '<meta charset="iso-8859-9">', "Şırnak"),
        ("gb18030", '<meta charset="gb2312">', "北京镕"),
        ("cp932", '<meta charset="Shift_JIS">', "東京①"),
        ("iso2022_jp", '<meta charset="iso-2022-jp">', "東京"),
        ("cp874", '<meta charset="tis-620">', "สุรินทร์"),
        ("utf-16", "", "Баткен"),
        ("utf-8", '<meta charset="windows-1251">', "Баткен"),  # saved anew, and the head left as it was
        ("cp1252", '<meta charset="nonsense"><meta charset="cp1252">', "Café"),
    ],
)
def test_a_page_is_read_in_the_letters_that_it_declares(encoding, head, word, tmp_path):
    html = page(paragraphs(LEDE, f"{MORE} {word}", LAST)).replace('<meta charset="utf-8">', head)
    (tmp_path / "a.html").write_bytes(html.encode(encoding, "xmlcharrefreplace"))
    (source,) = read_sources([tmp_path])

    assert isinstance(source, Source), source
    assert source.text == read(html.replace(head, "") if head else html).text
    assert source.text.count(word) == 1
    assert source.data.decode() == source.text


def test_a_page_that_is_not_what_it_declares_is_a_problem_of_one_sentence(tmp_path):
    html = page().replace("utf-8", "shift_jis").replace("Rask", "Rask\xe1")
    (tmp_path / "a.html").write_bytes(html.encode("cp1252"))
    (tmp_path / "b.html").write_bytes(page().replace("Rask", "Rask\xe1").encode("cp1252"))
    first, second = read_sources([tmp_path])

    assert first == "a.html: line 3: neither UTF-8 nor cp932, which the page declares; save it as UTF-8"
    assert second.startswith("b.html: line 3, character ")
    assert second.endswith(": not UTF-8; save the file as UTF-8")


@pytest.mark.parametrize(
    "name", ["utf-7", "unicode_escape", "idna", "rot13", "base64", "undefined", "utf-32", "../x", "a" * 400]
)
def test_no_other_coding_than_of_letters_is_taken_from_a_page(name):
    data = f'<meta charset="{name}"><p>caf'.encode() + b"\xe9 +AGE-</p>"

    with pytest.raises(DataError, match="not UTF-8"):
        page_text(data, "a.html")


@given(st.binary(max_size=300))
def test_whatever_bytes_a_page_has_they_are_a_text_or_a_problem(data):
    with suppress(DataError):
        assert isinstance(page_text(b'<meta charset="gb2312">' + data, "a.html"), str)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<div>" * 300 + LEDE, "more than 100 elements in one another"),
        (page("<b>" * 100_000 + LEDE), "more than 100 elements in one another"),
        ("<p>a" * 60_000, "more than 50,000 elements"),
        ("<p>" + "word " * 300_000, "more than 1,000,000 characters"),
        ("<!-- nothing -->", "without any element"),
        ("<html><body><script>draw()</script></body></html>", "without the words of an article"),
    ],
)
def test_a_page_that_is_too_deep_or_too_large_or_empty_is_one_sentence(html, said):
    (problem,) = read_sources([html.encode()])

    assert isinstance(problem, Problem)
    assert said in problem


@pytest.mark.parametrize(
    "inside",
    [
        "<p>" + "word " * 2_000_000,
        "<div>" * 80 + "<p>" + "word " * 199_000,
        "<p>" + ("a" + " " * 250) * 40_000,
        "<section></section>" * 45_000,
        "<div><img src='x'></div>" * 20_000,
        "<p class='" + "live-comment " * 800_000 + "'>x</p>",
        "<p style='" + "display: no;" * 900_000 + "'>x</p>",
        "<script type='application/ld+json'>" + '{"a":"' * 1_000_000 + "</script>",
        "<script type='application/ld+json'>" + " " * 9_000_000 + "x</script>",
        "<script type='application/ld+json'>" + "[" * 1_000_000 + "</script>",
        "a <del>b</del> " * 20_000,
        "<time datetime='2024-01-01'>x</time>" * 40_000,
    ],
    ids=lambda inside: inside[:24],
)
def test_pages_made_to_be_slow_take_seconds(inside):
    began = time.process_time()
    list(read_sources([page(paragraphs(LEDE, MORE) + inside).encode()]))

    assert time.process_time() - began < 60


def test_the_same_page_gives_the_same_source_each_time():
    html = live("div class='live-blog-posts'") + page()

    assert list(read_sources([html.encode()] * 3)) == list(read_sources([html.encode()])) * 3


def test_text_is_read_without_the_extra():
    code = """import sys; sys.modules["lxml"] = None
from geomap.sources import read_sources
print(*read_sources([b"<p>a</p>", b"a"]))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "stdin: lxml is not installed, which pages need; in geomap's folder: pip install '.[html]'" in done.stdout
    assert "text='a'" in done.stdout
