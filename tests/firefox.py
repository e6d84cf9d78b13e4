"""Firefox, headless and without a network, driven by its own Marionette socket."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PREFERENCES = {
    "marionette.port": 0,  # put in at the start
    "network.proxy.type": 1,  # every request but those for files goes to a port where nobody listens
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "intl.accept_languages": "en-GB, en",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.disabledForTesting": True,
}


class Firefox:
    """A running Firefox with one window. Its messages are `length:[type, number, what, value]`."""

    def __init__(self, folder: Path, wait_s: float = 60) -> None:
        """Start it with a profile in an empty folder."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value or port if name == 'marionette.port' else value)});"
                 for name, value in PREFERENCES.items())  # fmt: skip
        (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [FIREFOX or "firefox", "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = self._connected(port, time.monotonic() + wait_s)
        self.socket.settimeout(wait_s)
        self.number = 0
        self._read()  # its greeting
        self.ask("WebDriver:NewSession", {})

    def _connected(self, port: int, until: float) -> socket.socket:
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port))
            except OSError:
                if time.monotonic() > until or self.process.poll() is not None:
                    self.process.kill()
                    raise
                time.sleep(0.1)

    def _read(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._bytes(1)
        return json.loads(self._bytes(int(head[:-1])))

    def _bytes(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            more = self.socket.recv(count - len(found))
            if not more:
                raise ConnectionError("Firefox has ended")
            found += more
        return found

    def ask(self, command: str, values: dict[str, Any]) -> Any:
        """What a command of Marionette gives.

        Raises:
            RuntimeError: Firefox refused it, or the page's script raised.
        """
        self.number += 1
        message = json.dumps([0, self.number, command, values]).encode()
        self.socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def open(self, address: str) -> None:
        """Open an address and wait until the page says that it is ready."""
        self.ask("WebDriver:Navigate", {"url": "about:blank"})  # another `#` alone would load nothing
        self.ask("WebDriver:Navigate", {"url": address})
        self.until("document.documentElement.dataset.ready === 'yes'")

    def run(self, expression: str) -> Any:
        """The value of an expression in the page."""
        script = f"return ({expression});"
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": [], "sandbox": None})["value"]

    def until(self, condition: str, wait_s: float = 30) -> None:
        """Wait until something holds in the page."""
        end = time.monotonic() + wait_s
        while not self.run(condition):
            assert time.monotonic() < end, f"never came true: {condition}"
            time.sleep(0.05)

    def element(self, selector: str) -> str:
        """The handle of the first element that a selector finds."""
        return str(
            next(iter(self.ask("WebDriver:FindElement", {"using": "css selector", "value": selector})["value"].values()))
        )

    def click(self, selector: str) -> None:
        """Click an element as a hand does: it must be seen, and nothing may lie over it."""
        self.ask("WebDriver:ElementClick", {"id": self.element(selector)})

    def type(self, selector: str, text: str) -> None:
        """Type into an element."""
        self.ask("WebDriver:ElementSendKeys", {"id": self.element(selector), "text": text})

    def close(self) -> None:
        """End it."""
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)
