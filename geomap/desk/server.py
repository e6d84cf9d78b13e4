"""The server on 127.0.0.1: three addresses, for this machine's own pages alone.

``/`` is the page around the map, ``/map`` the map as `geomap build` writes it, ``/events`` tells of each change as a
Server-Sent Event. Whoever is asked under another name, by another site's page, is refused: a site that a browser has open may
not read what is here, nor change anything.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from threading import Thread

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geomap.desk.preview import Preview, Shown

LOOPBACK = "127.0.0.1"

#: On every answer: it is kept nowhere, is what it says it is, and stands in no page but this server's.
HEADERS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def listen(port: int = 0) -> socket.socket:
    """A socket on the loopback interface; 0 is any free port.

    Raises:
        OSError: the port is taken.
    """
    return socket.create_server((LOOPBACK, port))


def serve(preview: Preview, listening: socket.socket) -> None:
    """Serve a preview until the process is interrupted; then the port is free.

    Raises:
        KeyboardInterrupt: on Ctrl-C, once everything is closed.
    """
    run(application(preview, listening.getsockname()[1]), listening)


def run(app: Starlette, listening: socket.socket) -> None:
    """Answer at a socket until the process is interrupted; then the port is free.

    Raises:
        KeyboardInterrupt: on Ctrl-C, once everything is closed.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=0,  # those who listen for events would stay for ever
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])
    # A shell ignores Ctrl-C for what it runs in the background: uvicorn then returns as if nothing were.
    raise KeyboardInterrupt


class Board:
    """What is shown now, and who waits for the next; all in the server's loop."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self.shown = Shown()
        self._next = asyncio.Event()

    def show(self, shown: Shown) -> None:
        """Show something else."""
        self.shown = shown
        self._next.set()
        self._next = asyncio.Event()

    async def each(self) -> AsyncIterator[Shown]:
        """What is shown now, and then whatever follows."""
        while True:
            following = self._next
            yield self.shown
            await following.wait()


def application(preview: Preview, port: int) -> Starlette:
    """The server's pages, at a port of the loopback interface."""
    board = Board()
    shell, policy = _shell()

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        Thread(target=preview.run, args=(lambda s: loop.call_soon_threadsafe(board.show, s),), daemon=True).start()
        yield

    async def page(_: Request) -> Response:
        return HTMLResponse(shell, headers={"content-security-policy": policy})

    async def map(_: Request) -> Response:
        if not board.shown.page:
            return PlainTextResponse("there is no map yet", 404)
        return HTMLResponse(board.shown.page, headers={"content-security-policy": "frame-ancestors 'self'"})

    async def events(_: Request) -> Response:
        async def lines() -> AsyncIterator[str]:
            async for shown in board.each():
                yield f"data: {json.dumps({'version': shown.version, 'problems': shown.problems})}\n\n"

        return StreamingResponse(lines(), media_type="text/event-stream")

    routes = [Route("/", page), Route("/map", map), Route("/events", events)]
    app = Starlette(routes=routes, lifespan=running, middleware=[Middleware(Guard, port=port)])
    app.router.redirect_slashes = False
    return app


class Guard:
    """Refuses who asks under another name or from another site's page, and puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refused(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, marked)

    def _refused(self, method: str, headers: Headers) -> Response | None:
        """The answer to whoever is refused; None to those who are not."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return PlainTextResponse("this server answers to its own address alone", 421)
        if method not in ("GET", "HEAD") and origin != f"http://{host}":
            return PlainTextResponse("only this server's own pages may do that", 403)
        return None


def _shell() -> tuple[str, str]:
    html, css, js = (asset(f"shell.{kind}") for kind in ("html", "css", "js"))
    return sealed(html, css, js, **{"frame-src": "'self'"})


def asset(name: str) -> str:
    """The text of one of the pages' files."""
    return (files("geomap.desk") / "assets" / name).read_text(encoding="utf-8")


def sealed(html: str, css: str, js: str, *others: str, **more: str) -> tuple[str, str]:
    """A page with its style and script in it, and the policy under which these and other scripts run, and nothing else."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, (js, *others))),
        "style-src": _hash(css),
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    page = html.replace("<style></style>", f"<style>{css}</style>").replace("<script></script>", f"<script>{js}</script>")
    return page, "; ".join(f"{name} {value}" for name, value in (rules | more).items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
