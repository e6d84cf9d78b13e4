"""Where values stand: whatever `tomli` and `csv` read is found where we say it is."""

import csv
import io
import json

import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.reading.row_marks import cells
from geomap.reading.toml_marks import find_toml

# Texts that look like what stands around values, with wide letters and those from right to left.
LETTERS = st.text(st.sampled_from("aé سط中 []{}#=,.'\"\\\t"), max_size=8)
BLANK = st.sampled_from(["", " ", "  ", "\t"])
BREAK = st.sampled_from(["", " ", "\n", "\n  # a ] comment, with 'a quote\n", "\n\t"])


@st.composite
def strings(draw):
    text, lines = draw(LETTERS), draw(st.sampled_from(["", "\n", "\n\n"]))
    form = draw(st.sampled_from(["basic", "literal", "lines", "literal lines", "quotes"]))
    written = json.dumps(text, ensure_ascii=False)[1:-1]
    match form:
        case "literal":
            return f"'{text.replace(chr(39), '')}'".replace("\t", " ")
        case "lines":
            return f'"""{lines}{written}{lines}"""'
        case "literal lines":
            return f"'''{lines}{text.replace(chr(39), '')}{lines}'''"
        case "quotes":  # up to two quotes may stand before those that close
            return draw(st.sampled_from(['"""a"""""', '"""""a"b""""', "''''a'''''", '""', "''", '""""""', '"""\\\n  a"""']))
    return f'"{written}"'


SCALARS = st.one_of(
    strings(),
    st.sampled_from(["0", "-17", "1_000", "0xdead_beef", "0o7", "1.5e-3", "true", "inf", "+0.0"]),
    st.sampled_from(["2031-05-03", "2031-05-03 07:32:00", "2031-05-03T07:32:00.5Z", "2031-05-03t07:32:00-03:30", "07:32:00"]),
)


@st.composite
def keys(draw, number):
    """A key that no other of its table is, bare or quoted, dotted or not."""
    name = f"k{number}"
    bare = [name, f"{name}-x", f'"{name} ] # é"', f"'{name}.b'", f'"{name}\\u0041\\""']
    parts = [draw(st.sampled_from(bare)), *draw(st.lists(st.sampled_from(["a", '"b.c"', "'='"]), max_size=2))]
    dot = draw(st.sampled_from([".", " . ", "\t."]))
    return dot.join(parts)


@st.composite
def values(draw, depth=0):
    kind = draw(st.sampled_from(["scalar", "scalar", "array", "table"])) if depth < 3 else "scalar"
    if kind == "scalar":
        return draw(SCALARS)
    inner = [draw(values(depth=depth + 1)) for _ in range(draw(st.integers(0, 3)))]
    if kind == "array":
        blanks = [draw(BREAK) for _ in range(2 * len(inner) + 1)]
        items = [f"{blanks[2 * i]}{item}{blanks[2 * i + 1]}" for i, item in enumerate(inner)]
        return f"[{','.join(items)}{',' if items and draw(st.booleans()) else ''}{blanks[-1]}]"
    pairs = [f"{draw(BLANK)}{draw(keys(i))}{draw(BLANK)}={draw(BLANK)}{item}{draw(BLANK)}" for i, item in enumerate(inner)]
    return f"{{{','.join(pairs)}}}"


@st.composite
def documents(draw):
    lines, count = [], 0
    headers = draw(
        st.lists(st.sampled_from(["[[r]]", "[[r.s]]", "[r.t{n}]", "[u{n}.v]", "[ u{n} . 'w]' ]", '["x{n}"]', "# [no]"]))
    )
    for n, header in enumerate(["", "[[r]]", *headers]):
        lines.append(
            draw(BLANK) + header.format(n=n) + draw(st.sampled_from(["", "  # comment [[", "\n"])) if header else "# top"
        )
        for _ in range(draw(st.integers(0, 3))):
            count += 1
            pair = f"{draw(BLANK)}{draw(keys(count))}{draw(BLANK)}={draw(BLANK)}{draw(values())}"
            lines.append(pair + draw(st.sampled_from(["", " # comment", "\n"])))
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def ways(node, way=()):
    """Every value of a document with the way to it."""
    yield way, node
    for step, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from ways(value, (*way, step))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_value_that_tomli_reads_stands_where_we_say(text):
    for way, value in ways(tomli.loads(text)):
        if not way:
            continue
        start, end = find_toml(text, way)
        there = text[start:end]
        headed = there.startswith("[[") and isinstance(value, list) and isinstance(value[0], dict)
        if headed or (isinstance(value, dict) and not there.startswith("{")):
            continue  # tables with a header, and those that only a longer key names: they stand in several places
        assert tomli.loads(f"x = {there}")["x"] == value, (way, there)
        if isinstance(way[-1], str):
            start, end = find_toml(text, way, key=True)
            assert tomli.loads(f"{text[start:end]} = 0") == {way[-1]: 0}


ROWS = st.lists(st.lists(st.text(st.sampled_from('aé ;,"\n\tسط'), max_size=5), min_size=1, max_size=4), min_size=1, max_size=5)


@given(ROWS, st.sampled_from(",;\t"), st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.sampled_from(["", "\n"]))
def test_every_cell_that_csv_reads_stands_where_we_say(rows, delimiter, quoting, end):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
    text = out.getvalue().removesuffix("\n") + end
    read = list(csv.reader(io.StringIO(text, newline=None), strict=True, delimiter=delimiter))
    found = cells(text, delimiter)
    assert [[cell.said for cell in record] for record in found] == [[cell.strip() for cell in row] or [""] for row in read]
    for record in found:
        for cell in record:
            (again,) = list(csv.reader(io.StringIO(text[cell.start : cell.end]), delimiter=delimiter)) or [[""]]
            assert again[0].strip() == cell.said
