"""The server of `geomap review`: who is answered, what can be sent, and that asking writes nothing."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import needs
from reviewed import begun
from three_reports import REPORTS

from geomap.cli.group import main

LONGEST_S = 30.0
ASKED = ("", "state", "article?id=agency", "incidents", "likely?claim=agency/1", "history", "places?claim=agency/1", "map")
POSTED = {
    "decide": {"what": "accept", "claim": "agency/1"},
    "derive": {"article": "agency", "field": "counts", "spans": [[0, 4]]},
    "name": {"name": "Eve"},
}


@pytest.fixture(autouse=True, scope="module")
def installed() -> None:
    """Skip with a reason where the extra is missing."""
    needs("starlette", "uvicorn")


class Server:
    """`geomap review` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        """Start it and read its address."""
        self.folder = folder
        command = [sys.executable, "-m", "geomap", "review", "--project", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]{32})/", self.address)
        assert found, self.address
        self.port, self.token = int(found[1]), found[2]
        self.own = f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
        """The status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_S)
        try:
            connection.request(method, path, body=body, headers={name.replace("_", "-"): v for name, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
        finally:
            connection.close()

    def send(self, name: str, body: Any, **headers: str) -> tuple[int, str]:
        """The answer to something that the page sends, or that another would send in its place."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content_type": "application/json", "origin": self.own} | headers
        status, _, said = self.ask(f"/{self.token}/{name}", "POST", data, **headers)
        return status, said

    def files(self) -> dict[str, str]:
        """The story's files by their hashes."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

    def end(self) -> int:
        """Interrupt it, as Ctrl-C does; gives its exit code."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=LONGEST_S)
        return self.process.returncode


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page of three reports that nobody has decided on."""
    running = Server(begun(tmp_path_factory.mktemp("review") / "story", REPORTS, "KEN-SOM"))
    yield running
    running.process.kill()
    running.process.communicate()


def test_without_the_token_nothing_is_answered(server):
    other = "x" * len(server.token)
    for token in ("", other, server.token[:-1], server.token.swapcase(), f"{server.token}/{server.token}"):
        for name in ASKED:
            status, headers, said = server.ask(f"/{token}/{name}" if token else f"/{name}")
            assert (status, said) == (404, "Not Found"), (token, name)
            assert not any(word in headers for word in ("location", "content-security-policy"))
        for name, body in POSTED.items():
            path = f"/{token}/{name}" if token else f"/{name}"
            data = json.dumps(body).encode()
            assert server.ask(path, "POST", data, content_type="application/json", origin=server.own)[0] == 404


def test_asking_writes_nothing_and_is_kept_nowhere(server):
    before = server.files()
    for name in ASKED:
        status, headers, said = server.ask(f"/{server.token}/{name}")
        assert status == 200, (name, said)
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers
    for name in POSTED:
        assert server.ask(f"/{server.token}/{name}")[0] == 405
    assert server.send("derive", POSTED["derive"])[0] == 200

    assert server.files() == before


def test_the_page_may_run_its_own_script_and_ask_its_own_server_alone(server):
    _, headers, page = server.ask(f"/{server.token}/")
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))

    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == "'self'"
    assert all(
        re.fullmatch(r"'sha256-[\w+/]{43}='( 'sha256-[\w+/]{43}=')?", rules[name]) for name in ("script-src", "style-src")
    )
    assert rules["frame-ancestors"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert not re.search(r'<[a-z]+ [^>]*(?:src|href)="(?!#)', re.sub(r"(?s)<script.*?</script>", "", page))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]"])
def test_a_request_under_another_name_is_refused(server, host):
    for name in ASKED:
        status, _, said = server.ask(f"/{server.token}/{name}", host=host)
        assert (status, said) == (421, "this server answers to its own address alone")


def test_a_page_of_another_origin_can_send_nothing(server):
    before = server.files()
    for name, body in POSTED.items():
        for origin in (
            "http://evil.example",
            "null",
            f"https://127.0.0.1:{server.port}",
            "http://127.0.0.1:1",
            f"{server.own}.x",
        ):
            assert server.send(name, body, origin=origin) == (403, "only this server's own pages may do that")
        data = json.dumps(body).encode()
        assert server.ask(f"/{server.token}/{name}", "POST", data, content_type="application/json")[0] == 403  # no origin

    assert server.files() == before


def test_what_is_no_small_json_object_is_refused(server):
    before = server.files()
    form = b"what=accept&claim=agency%2F1"
    padded = json.dumps(POSTED["decide"] | {"reason": "x" * 1_000_001}).encode()
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data"):
        assert server.send("decide", form, content_type=kind) == (400, "no JSON object")
        assert server.send("decide", POSTED["decide"], content_type=kind) == (400, "no JSON object")
    for body in (padded, b"[1]", b"{", b"\xff", b"[" * 200_000, b"null", b""):
        assert server.send("decide", body) == (400, "no JSON object"), body[:20]

    assert server.files() == before


def test_a_place_that_is_asked_for_when_its_claim_was_just_decided_on_is_none(server):
    gone = "places?claim=agency/77"

    status, _, said = server.ask(f"/{server.token}/{gone}")

    assert (status, json.loads(said)) == (200, None)


def test_what_cannot_be_asked_is_told_in_a_sentence(server):
    before = server.files()
    for name in ("article", "places", "likely", "incident", "article?id=../geomap", "places?claim=nobody/1"):
        status, _, said = server.ask(f"/{server.token}/{name}")
        assert (status, len(json.loads(said)["problems"])) == (400, 1), said
    for name, body in (
        ("decide", {}),
        ("decide", {"what": ["x"]}),
        ("derive", {"spans": 3}),
        ("name", {}),
        ("name", {"name": " "}),
    ):
        status, said = server.send(name, body)
        assert (status, len(json.loads(said)["problems"])) == (400, 1), said
    _, said = server.send("decide", POSTED["decide"])  # nobody is named yet
    assert json.loads(said)["problems"] == ['geomap.toml: nobody is named who decides; write decides = "your name" there']

    assert server.files() == before


def test_only_this_machine_is_answered(server):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # asks for no packet, only which address would send it
            address = probe.getsockname()[0]
        except OSError:
            pytest.skip("this machine has no other address")
    with socket.socket() as asking:
        asking.settimeout(3)
        assert asking.connect_ex((address, server.port)) != 0


def test_a_decision_is_in_the_files_once_it_is_answered_and_ctrl_c_ends_the_server(tmp_path):
    server = Server(begun(tmp_path / "story", REPORTS, "KEN-SOM"))
    assert server.send("name", {"name": "Ana"})[0] == 200
    status, said = server.send("decide", POSTED["decide"] | {"showing": "agency"})

    answer = json.loads(said)
    assert status == 200
    assert (answer["left"], answer["decided"]) == (5, 1)
    assert [claim["state"] for claim in answer["article"]["claims"]] == ["accepted", "proposed"]
    assert (tmp_path / "story" / "articles" / "agency.toml").is_file()
    assert len((tmp_path / "story" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert server.end() == 130


@pytest.mark.parametrize("name", ["starlette", "uvicorn", "tomlkit"])
def test_without_the_extra_one_sentence_names_it(tmp_path, monkeypatch, name):
    folder = begun(tmp_path / "story", {}, "KEN-SOM")
    for loaded in [one for one in sys.modules if one.startswith(("geomap.desk", "starlette", "uvicorn"))]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, name, None)
    done = CliRunner().invoke(main, ["review", "--project", str(folder)])

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == f"{name} is not installed; in geomap's folder: pip install '.[review]'"
