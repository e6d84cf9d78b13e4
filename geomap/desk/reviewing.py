"""The page on which a person decides, on 127.0.0.1: every address of it begins with a token that is new each time.

``GET /TOKEN/?article=`` is the page; ``state``, ``article?id=``, ``incidents``, ``incident?id=``, ``likely?claim=``,
``history``, ``places?claim=&name=`` and ``map`` give what it shows; ``POST decide`` and ``name`` change something, ``derive``
asks what some words give. `geomap.decisions` says what they take and give. Without the token nothing is answered; what is wrong
with a request is a line each, with status 400.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, get_args

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route

from geomap import decisions
from geomap.articles import as_record
from geomap.desk.server import Guard, asset, sealed
from geomap.errors import GeomapError, MissingError
from geomap.vocabulary import UNSEEN, ActorStatus, Casualty, Compass, Relation
from geomap.webmap import languages, leaflet

Plain = dict[str, Any]
Asked = Mapping[str, Any]

#: The scripts of the page, in the order in which they need each other.
_SCRIPTS = ("base", "text", "claims", "map", "forms", "dialogs", "keys")
#: Where the page has what it shows when it is opened.
_FIRST = '<script type="application/json" id="first"></script>'
#: What a person may send, bytes.
_MOST = 1_000_000


def new_token() -> str:
    """A word that nobody can guess."""
    return secrets.token_urlsafe(24)


def review_application(review: decisions.Review, ground: Callable[[], Plain], *, port: int, token: str) -> Starlette:
    """The page and what it asks, at a port of the loopback interface.

    Args:
        review: the story; it is asked by one request after the other.
        ground: what lies under the map: GeoJSON of ``countries`` and ``border``, its ``name``, and whom to ``credit``.
        port: where it will be served.
        token: the first part of each address.
    """
    page, policy = _page()
    desk = _Desk(review)

    async def shell(request: Request) -> Response:
        told = await run_in_threadpool(desk.first, request.query_params.get("article"))
        written = page.replace(_FIRST, _FIRST.replace("><", f">{_in_page(told)}<"))
        return HTMLResponse(written, headers={"content-security-policy": policy})

    async def underlay(_: Request) -> Response:
        return JSONResponse(await run_in_threadpool(ground))  # asks for nothing that is decided on, so nobody waits for it

    routes = [Route("/", shell), Route("/map", underlay)]
    for name in ("state", "article", "incident", "likely", "incidents", "history", "places"):
        routes.append(Route(f"/{name}", desk.answering(getattr(desk, name))))
    for name in ("decide", "derive", "name"):
        routes.append(Route(f"/{name}", desk.answering(getattr(desk, name)), methods=["POST"]))
    app = Starlette(routes=[Mount(f"/{token}", routes=routes)], middleware=[Middleware(Guard, port=port)])
    app.router.redirect_slashes = False
    return app


class _Desk:
    """What the page asks of a story, by the names of its addresses; one request after the other is answered."""

    def __init__(self, review: decisions.Review) -> None:
        self._review = review
        self._lock = Lock()

    def answering(self, answer: Callable[[Asked], Any]) -> Callable[[Request], Any]:
        """An endpoint that gives an answer as JSON, or in a sentence each what is wrong with what was asked."""

        async def endpoint(request: Request) -> Response:
            if request.method != "POST":
                return await run_in_threadpool(self._locked, answer, request.query_params)
            body = await _body(request)
            if body is None:
                return PlainTextResponse("no JSON object", 400)
            return await run_in_threadpool(self._locked, answer, body)

        return endpoint

    def _locked(self, answer: Callable[[Asked], Any], asked: Asked) -> Response:
        try:
            with self._lock:
                return JSONResponse(answer(asked))
        except GeomapError as error:
            wrong = {"problems": [*map(str, error.problems)], "note": isinstance(error, decisions.NoteNeeded)}
            return JSONResponse(wrong, 400)
        except (KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
            return JSONResponse({"problems": [f"this cannot be asked so: {error}"], "note": False}, 400)

    def first(self, article: str | None) -> Plain:
        """The article that the page shows when it is opened, so that it need not ask: the first that waits, unless named."""
        kept = self._review.kept
        with self._lock:
            waiting = (id for id, one in sorted(kept.items()) if one.carried.proposed)
            shown = article if article in kept else next(waiting, min(kept, default=None))
            try:
                self._review.catch_up()
                return {"article": decisions.article_state(self._review, shown) if shown else None}
            except GeomapError as error:
                return {"problems": [*map(str, error.problems)]}

    def state(self, _: Asked) -> Plain:
        return decisions.state(self._review)

    def article(self, asked: Asked) -> Plain:
        self._review.catch_up()  # others may have decided in the same folder
        return decisions.article_state(self._review, asked["id"])

    def incidents(self, _: Asked) -> list[Plain]:
        return decisions.incidents_state(self._review)

    def incident(self, asked: Asked) -> Plain:
        """An incident with the claims that tell of it."""
        found = next((one for one in decisions.incidents_state(self._review) if one["id"] == asked["id"]), None)
        if found is None:
            raise MissingError(f"{asked['id']}: there is no such incident")
        claims = (self._review.claim(judgement["claim"]) for judgement in found["claims"])
        return found | {"told": [decisions.claim_state(self._review, *claim) for claim in claims]}

    def likely(self, asked: Asked) -> list[Plain]:
        return decisions.likely(self._review, asked["claim"])

    def history(self, _: Asked) -> list[Plain]:
        return decisions.history(self._review)

    def places(self, asked: Asked) -> Plain | None:
        """Where a claim may lie; None where it was decided on while the page asked."""
        try:
            return decisions.candidates(self._review, asked["claim"], asked.get("name") or None)
        except MissingError:
            if asked["claim"].rpartition("/")[0] in self._review.kept:
                return None
            raise

    def decide(self, asked: Asked) -> Plain:
        """Take a decision; gives what it changed of what is shown."""
        review = self._review
        made = decisions.decide(review, asked)
        article = asked.get("showing") or made.article
        return {
            "decision": decisions.decision_in_short(made, review) | {"article": made.article},
            "left": sum(len(kept.carried.proposed) for kept in review.kept.values()),
            "decided": len(review.log.decisions),
            "article": decisions.article_state(review, article) if article else None,
        }

    def derive(self, asked: Asked) -> list[Plain]:
        """The values that words give, each with the spans that it stands on."""
        ways = decisions.derived(self._review, asked["article"], asked["field"], asked["spans"])
        spans = [[[span.start, span.end] for span in one.spans] for one in ways]
        return [{"value": as_record(one.value), "spans": where} for one, where in zip(ways, spans, strict=True)]

    def name(self, asked: Asked) -> Plain:
        """Keep who decides."""
        self._review.name_who_decides(str(asked["name"]))
        return decisions.state(self._review)


async def _body(request: Request) -> Plain | None:
    """A JSON object that was sent as one; a form of another page cannot send that."""
    if request.headers.get("content-type") != "application/json":
        return None
    sent = b""
    async for part in request.stream():
        sent += part
        if len(sent) > _MOST:
            return None
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _page() -> tuple[str, str]:
    """The page with its policy: all scripts and texts stand in it, and Leaflet as a text that the page may run."""
    texts = {code: told | {"texts": json.loads(asset(f"review/languages/{code}.json"))} for code, told in languages().items()}
    script = "\n".join(asset(f"review/{name}.js") for name in _SCRIPTS)
    style = "\n".join(line for line in leaflet("leaflet.css").splitlines() if "url(" not in line) + asset("review/review.css")
    html = asset("review/review.html").replace("{languages}", _in_page(texts)).replace("{lists}", _in_page(_lists()))
    drawing = leaflet("leaflet.js")
    return sealed(html.replace("{leaflet}", drawing), style, script, drawing)


def _lists() -> Plain:
    """The closed lists that the page's controls offer, and what is written where a character does not show."""
    closed = {"statuses": ActorStatus, "befell": Casualty, "relations": Relation, "bearings": Compass}
    return {name: get_args(values) for name, values in closed.items()} | {"unseen": dict(UNSEEN)}


def _in_page(told: Plain) -> str:
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
