"""A text that differs from the cited one is held against its claims, and may take its place with all that stands."""

import hashlib
import json
import re
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner
from conftest import change
from three_stories import SAHEL, Report, begin

from geomap.articles import fingerprinted, read_articles, read_text
from geomap.cli.group import main

TEXT = """Villages raided

Gunmen on motorbikes attacked a village near Andéramboukane on 1 September 2031 and killed at least 12 people.

Niger's defence ministry said its air force was alerted.

On 3 September 2031 a roadside bomb killed four soldiers on the road from Ménaka to Andéramboukane.
"""
FIRST, SECOND = (paragraph for paragraph in TEXT.split("\n\n") if "September" in paragraph)

CLAIMS = (
    """
sub_event_type = {value = "Attack", derivation = "term", spans = [«attacked a village»]} # the raid
days = {value = {first = 2031-09-01, last = 2031-09-01}, derivation = "date", spans = [«1 September 2031»]}
place = {value = ["Andéramboukane"], derivation = "spelling", spans = [«Andéramboukane»]}
# the paragraph
spans = [«Gunmen on motorbikes attacked a village near Andéramboukane on 1 September 2031»]
actors = [
  {value = {name = "unidentified gunmen"}, derivation = "spelling", spans = [«Gunmen»]},
]
counts = [
  # at the least
  {value = {of = "killed", low = 12}, derivation = "at least", spans = [«at least 12 people», «killed»]}, # or more
]
""",
    """
sub_event_type = {value = "Remote explosive/landmine/IED", derivation = "term", spans = [«roadside bomb»]}
days = {value = {first = 2031-09-03, last = 2031-09-03}, derivation = "date", spans = [«3 September 2031»]}
place = {value = ["Mali"], derivation = "read by a person", note = "the road lies in Mali"}
spans = [«On 3 September 2031 a roadside bomb killed four soldiers on the road from Ménaka to Andéramboukane»]
counts = [{value = {of = "killed", low = 4, high = 4, whom = "soldiers"}, derivation = "number", spans = [«four soldiers», «killed#2»]}]
statements = [
  {value = {relation = "road", of = "Ménaka", to = "Andéramboukane"}, derivation = "statement", spans = [«on the road from», «Ménaka», «Andéramboukane#2»]},
]
""",  # noqa: E501
)
ONE_REPORT = replace(
    SAHEL,
    reports={"gazette": Report(published="2031-09-04", publisher="The Gazette", text=TEXT.strip() + "\n", claims=CLAIMS)},
)

#: A line in front, one paragraph moved, one number changed.
COPY = f"Updated report on Andéramboukane\n\nVillages raided\n\n{SECOND.strip()}\n\n" + TEXT.split("\n\n")[2] + "\n\n"
COPY += FIRST.replace("12 people", "15 people") + "\n"


def geomap(*arguments):
    return CliRunner().invoke(main, [str(part) for part in arguments])


def succeed(*arguments):
    done = geomap(*arguments)
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A story of one report, as a newcomer writes it and `migrate` completes it."""
    folder = tmp_path_factory.mktemp("copies") / "story"
    begin(ONE_REPORT, folder, succeed)
    assert geomap("check", "--texts", folder / "texts", "--project", folder).exit_code == 0
    done = succeed("migrate", "--project", folder)
    assert "articles/gazette.toml: 15 spans have the fingerprints of their words now" in done.stderr
    return folder


@pytest.fixture
def story(written, tmp_path):
    """A copy of that story, whose text is still the cited one."""
    return shutil.copytree(written, tmp_path / "story")


@pytest.fixture
def copy(tmp_path):
    """A function that writes another text, and gives the file."""

    def write(text):
        file = tmp_path / "copy.txt"
        file.write_text(text, encoding="utf-8", newline="")
        return file

    return write


def file_of(story):
    return (story / "articles" / "gazette.toml").read_text(encoding="utf-8")


def without_fingerprints(text):
    return re.sub(r', "[0-9a-f]{16}", \d, \d\]', "]", text)


def states(story, text):
    """What `check` says of each value in another text: its state by claim and field."""
    (story / "texts" / "gazette.txt").write_text(text, encoding="utf-8", newline="")
    done = geomap("check", "--project", story, "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert len(found["problems"]) == 1
    assert (
        "take the text that was cited, or this one, by `geomap add --replace gazette FILE`" in found["problems"][0]["sentence"]
    )
    return {f"{row['claim']} {row['field']}": row["state"] for row in found["standing"]}


# ---- check -------------------------------------------------------------------------------------------------------------------


def test_of_a_line_in_front_a_moved_paragraph_and_a_changed_number_the_number_alone_is_gone(story):
    found = states(story, COPY)

    assert [name for name, state in found.items() if state == "gone"] == ["gazette/1 counts[0]"]
    assert [name for name, state in found.items() if state == "rests on no words"] == ["gazette/2 place"]
    assert {state for name, state in found.items() if name not in ("gazette/1 counts[0]", "gazette/2 place")} == {
        "stands elsewhere"
    }
    assert len(found) == 2 + 10


def test_what_stands_elsewhere_is_told_with_its_new_place_and_all_is_counted(story):
    states(story, COPY)

    said = geomap("check", "--project", story).stdout

    start = COPY.index("four soldiers")
    assert f"gazette/2: counts[0]: stands elsewhere, at [{start}, {start + 13}], [{start - 7}, {start - 1}]\n" in said
    start = TEXT.index("at least 12")
    assert f"gazette/1: counts[0]: gone: the words at [{start}, {start + 18}]\n" in said
    counted = "10 values (8 stands elsewhere, 1 gone, 1 rests on no words), 2 passages (2 stands elsewhere)"
    assert f"gazette, in the other text: {counted}" in said


def test_the_cited_text_has_no_lines_on_copies(story):
    found = json.loads(succeed("check", "--project", story, "--json").stdout)

    assert (found["problems"], found["standing"]) == ([], [])


def test_a_print_view_with_other_lines_and_line_ends_has_every_value(story):
    found = states(story, "THE GAZETTE | print\r\n\r\n" + TEXT.replace(" ", "\r\n   "))

    assert set(found.values()) == {"stands elsewhere", "rests on no words"}


def test_words_that_stand_more_often_outside_a_passage_that_stands_are_ambiguous(story):
    text = TEXT.replace("Gunmen on motorbikes", "Gunmen on foot") + "In Andéramboukane all is quiet.\n"

    found = states(story, text)

    assert found["gazette/1 spans[0]"] == "changed"
    assert found["gazette/1 place"] == "ambiguous"
    assert found["gazette/2 statements[0]"] == "stands elsewhere"
    said = geomap("check", "--project", story).stdout
    assert "gazette/1: place: ambiguous: the words at [62, 76] stand 3 times, and stood 2 times\n" in said
    assert "gazette/1: spans[0]: changed: the passage at [17, 96] does not stand word for word\n" in said


def test_spans_without_fingerprints_are_said_to_be_unknown_in_a_copy(story):
    file = story / "articles" / "gazette.toml"
    file.write_text(without_fingerprints(file_of(story)), encoding="utf-8")

    assert set(states(story, COPY).values()) == {"no fingerprint", "rests on no words"}
    assert "`geomap migrate` gives fingerprints where the cited text is at hand\n" in geomap("check", "--project", story).stdout


def test_a_wrong_fingerprint_is_a_problem_where_it_stands(story):
    word = re.search(r'\[\[(\d+), (\d+), "([0-9a-f]{16})", 0, 2\]\]', file_of(story))
    for wrong in (f'"{word[3]}", 1, 2', f'"{word[3]}", 0, 3', f'"{"0" * 16}", 0, 2'):
        change(story / "articles" / "gazette.toml", f'"{word[3]}", 0, 2]]}}', f"{wrong}]]}}")
        done = geomap("check", "--project", story)
        assert done.exit_code == 1
        right = f'[{word[1]}, {word[2]}, "{word[3]}", 0, 2]'
        assert f"gazette/1: place.spans[0]: is [{word[1]}, {word[2]}, {wrong}], but the words there give {right}" in done.stdout
        change(story / "articles" / "gazette.toml", f"{wrong}]]}}", f'"{word[3]}", 0, 2]]}}')


def test_a_number_is_cited_whole(story):
    start, file = TEXT.index("at least 12"), story / "articles" / "gazette.toml"
    change(story / "texts" / "gazette.txt", "12 people", "12,000 people")
    sha256 = hashlib.sha256((story / "texts" / "gazette.txt").read_bytes()).hexdigest()
    text = without_fingerprints(re.sub('text_sha256 = "[0-9a-f]*"', f'text_sha256 = "{sha256}"', file_of(story)))
    file.write_text(text.replace(f"[{start}, {start + 18}]", f"[{start}, {start + 11}]"), encoding="utf-8")

    said = geomap("check", "--project", story).stdout

    assert f"spans: [{start}, {start + 11}] starts or ends inside a word or at a space; take whole words and numbers" in said


# ---- spans -------------------------------------------------------------------------------------------------------------------


def test_spans_are_printed_as_a_file_holds_them(story):
    done = succeed("spans", "gazette", "roadside bomb", "--project", story)

    (span,) = re.findall(r"spans = \[(.*?\])\]", done.stdout)
    assert f"spans = [{span}]" in file_of(story)
    assert json.loads(succeed("spans", "gazette", "roadside bomb", "--project", story, "--json").stdout)[0]["spans"] == [
        json.loads(span)
    ]


# ---- replacing ---------------------------------------------------------------------------------------------------------------


def test_a_copy_in_which_every_value_stands_takes_the_place_of_the_text_and_nothing_else_changes(story, copy):
    text = COPY.replace("15 people", "12 people")
    before = file_of(story)

    done = succeed("add", "--replace", "gazette", copy(text), "--project", story)

    assert "10 values (9 stands elsewhere, 1 rests on no words), 2 passages (2 stands elsewhere)" in done.stderr
    assert (story / "texts" / "gazette.txt").read_text(encoding="utf-8") == text
    numbers = r'\d+|"[0-9a-f]{16,64}"'
    assert re.sub(numbers, "", file_of(story)) == re.sub(numbers, "", before)
    assert "no problem found" in succeed("check", "--project", story).stdout
    assert [claim.named_spans for claim in claims_of(story)] != []
    (kept,) = (story / "texts").glob("gazette.*.txt")
    assert kept.read_text(encoding="utf-8") == TEXT.strip() + "\n"
    succeed("add", "--replace", "gazette", kept, "--project", story)
    assert file_of(story) == before


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_file_keeps_its_line_ends_and_its_mark_where_a_text_is_replaced_or_fingerprints_are_given(story, copy, end, head):
    file = story / "articles" / "gazette.toml"
    wanted = head + file.read_bytes().replace(b"\n", end)
    file.write_bytes(head + without_fingerprints(file_of(story)).encode().replace(b"\n", end))

    succeed("migrate", "--project", story)
    assert file.read_bytes() == wanted

    succeed("add", "--replace", "gazette", copy(COPY.replace("15 people", "12 people")), "--project", story)
    assert file.read_bytes().startswith(head + b"[article]" + end)
    assert file.read_bytes() != wanted
    assert file.read_bytes().count(b"\r\n") == wanted.count(b"\r\n")
    assert file.read_bytes().count(b"\n") == wanted.count(b"\n")


def claims_of(story):
    ((_, claims),) = read_articles(story / "articles")
    return claims


def test_nothing_is_written_where_a_value_would_be_lost(story, copy):
    before = file_of(story)

    done = geomap("add", "--replace", "gazette", copy(COPY), "--project", story)

    assert done.exit_code == 1
    assert "articles/gazette.toml:" in done.stderr
    assert "gazette/1: counts[0]: gone: the words at [" in done.stderr
    assert "gazette: nothing is written, as not all that it says stands in the new text; with --drop-gone" in done.stderr
    assert file_of(story) == before
    assert [path.name for path in (story / "texts").glob("*.txt")] == ["gazette.txt"]
    assert read_text(story / "texts", "gazette", None) == TEXT.strip() + "\n"


def test_values_that_are_dropped_become_comments_and_are_printed(story, copy):
    done = succeed("add", "--replace", "gazette", "--drop-gone", copy(COPY), "--project", story)

    assert "gazette/1: counts[0]: gone: the words at [" in done.stderr
    (line,) = [line for line in file_of(story).splitlines() if "since the text was replaced" in line]
    assert line.startswith('  # gone, since the text was replaced: {value = {of = "killed", low = 12}, derivation = "at least"')
    assert line.endswith("]]}, # or more")
    assert [len(claim.counts) for claim in claims_of(story)] == [0, 1]
    assert succeed("check", "--project", story)


@pytest.mark.parametrize(
    ("layout", "result"),
    [
        ("counts = [{A}, {B}]", "counts = [\n# gone, since the text was replaced: {A},\n{B}]"),
        ("counts = [{B}, {A}]", "counts = [{B},\n# gone, since the text was replaced: {A}\n]"),
        ("counts = [{A},\n  {B},\n]", "counts = [\n# gone, since the text was replaced: {A},\n  {B},\n]"),
        ("counts = [\n  {B}, {A}, {B}\n]", "counts = [\n  {B},\n# gone, since the text was replaced: {A},\n{B}\n]"),
        (
            "counts = [\n  {A}, {A},\n]",
            "counts = [\n  # gone, since the text was replaced: {A},\n# gone, since the text was replaced: {A},\n]",
        ),
        ("site_count = {S} # a", "# gone, since the text was replaced: site_count = {S} # a"),
    ],
)
def test_a_dropped_value_is_a_comment_however_the_file_is_laid_out(story, copy, layout, result):
    def spans(text, *words):
        return ", ".join(f"[{text.index(one)}, {text.index(one) + len(one)}]" for one in words)

    def filled(layout, text, comment=""):
        gone = spans(TEXT, "at least 12 people", "Villages").replace(", [", f",\n{comment}[")
        for name, value in {
            "{A}": f'{{value = {{of = "killed", low = 12}}, derivation = "at least", spans = [{gone}]}}',
            "{B}": f'{{value = {{of = "killed", low = 4}}, derivation = "number", spans = [{spans(text, "raided", "four")}]}}',
            "{S}": f'{{value = {{low = 1, high = 1}}, derivation = "read by a person", note = "n", spans = [{gone}]}}',
        }.items():
            layout = layout.replace(name, value)
        return layout + "\n"

    text = re.sub(r"counts = \[\n.*?\n\]\n", lambda _: filled(layout, TEXT), file_of(story), count=1, flags=re.DOTALL)
    (story / "articles" / "gazette.toml").write_text(text, encoding="utf-8")

    succeed("add", "--replace", "gazette", "--drop-gone", copy(COPY), "--project", story)

    lines, expected = without_fingerprints(file_of(story)).splitlines(), filled(result, COPY, "# ").splitlines()
    assert "\n".join(map(str.strip, expected)) in "\n".join(filter(None, map(str.strip, lines)))
    assert len(claims_of(story)[0].counts) == layout.count("{B}")
    assert claims_of(story)[0].site_count is None


def test_a_passage_that_changed_gives_way_to_the_words_of_its_values(story, copy):
    text = TEXT.replace("Gunmen on motorbikes", "Gunmen on foot")

    done = succeed("add", "--replace", "gazette", copy(text), "--project", story)

    assert "gazette/1: spans[0]: changed" in done.stderr
    assert [text[span.start : span.end] for span in claims_of(story)[0].spans] == [
        "Gunmen",
        "attacked a village",
        "Andéramboukane",
        "1 September 2031",
    ]
    assert succeed("check", "--project", story)


@pytest.mark.parametrize("flags", [(), ("--drop-gone",)])
def test_a_claim_never_loses_what_makes_it_one(story, copy, flags):
    text = TEXT.replace("attacked a village", "raided a hamlet")

    done = geomap("add", "--replace", "gazette", *flags, copy(text), "--project", story)

    assert done.exit_code == 1
    assert "gazette/1: sub_event_type: gone" in done.stderr
    assert "a claim needs a passage, a sub_event_type and days" in done.stderr


def test_a_file_without_fingerprints_takes_a_copy_while_the_cited_text_is_there(story, copy):
    bare = without_fingerprints(file_of(story))
    (story / "articles" / "gazette.toml").write_text(bare, encoding="utf-8")
    text = COPY.replace("15 people", "12 people")

    succeed("add", "--replace", "gazette", copy(text), "--project", story)

    spans = [span for claim in claims_of(story) for _, span in claim.named_spans]
    assert [span.as_list for span in spans] == [span.as_list for span in fingerprinted(spans, text)]
    assert succeed("check", "--project", story)


def test_a_file_without_fingerprints_takes_no_copy_once_the_cited_text_is_gone(story, copy):
    bare = without_fingerprints(file_of(story))
    (story / "articles" / "gazette.toml").write_text(bare, encoding="utf-8")
    (story / "texts" / "gazette.txt").unlink()

    done = geomap("add", "--replace", "gazette", copy(TEXT + "More."), "--project", story)

    assert done.exit_code == 1
    assert "gazette/1: counts[0]: no fingerprint: nothing is known of the words at [" in done.stderr
    assert file_of(story) == bare


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--replace", "herald"), "the story has no such article; `geomap add FILE` registers one"),
        (("--replace", "gazette", "--title", "T"), "--replace takes a text alone; correct the citation in the article's file"),
        (("--replace", "gazette", "--language", "fr"), "--replace takes a text alone"),
        (("--drop-gone",), "--drop-gone goes with --replace"),
        (("--replace", "gazette"), "gazette: this is the text that it cites; there is nothing to replace"),
    ],
)
def test_what_cannot_be_replaced_is_refused(story, copy, arguments, said):
    done = geomap("add", *arguments, copy(TEXT.strip() + "\n"), "--project", story)

    assert done.exit_code != 0
    assert said in re.sub(r"\s+", " ", done.stderr)


@pytest.mark.parametrize("data", [b"", b" \n", b"\xff\xfea\x00", b"\xe9"])
def test_what_is_no_text_is_refused(story, tmp_path, data):
    before = file_of(story)
    (tmp_path / "copy.txt").write_bytes(data)

    assert geomap("add", "--replace", "gazette", tmp_path / "copy.txt", "--drop-gone", "--project", story).exit_code == 1
    assert file_of(story) == before


def test_a_cited_text_that_was_lost_is_taken_back_by_the_same_command(story, copy):
    before = file_of(story)
    (story / "texts" / "gazette.txt").unlink()

    succeed("add", "--replace", "gazette", copy(TEXT.strip() + "\n"), "--project", story)

    assert file_of(story) == before
    assert read_text(story / "texts", "gazette", None) == TEXT.strip() + "\n"


def test_a_file_that_cannot_be_changed_in_place_is_left_as_it_is(story, copy):
    file = story / "articles" / "gazette.toml"
    text = re.sub(r"counts = \[\n  # at the least\n  \{(.*?)\}, # or more\n\]\n", "", file_of(story), flags=re.DOTALL)
    start = TEXT.index("at least 12 people")
    more = f"""
[[claims.counts]]
value = {{of = "killed", low = 12}}
derivation = "read by a person"
note = "n"
spans = [[{start}, {start + 18}]]
"""
    text = text.replace('\n\n[[claims]]\nid = "gazette/2"', f'\n{more}\n[[claims]]\nid = "gazette/2"')
    file.write_text(text, encoding="utf-8")
    assert len(claims_of(story)[0].counts) == 1

    done = geomap("add", "--replace", "gazette", "--drop-gone", copy(COPY), "--project", story)

    assert done.exit_code == 1
    assert "cannot be changed in place; write each value on a line" in done.stderr
    assert file_of(story) == text
