"""A server on loopback that answers as an OpenAI-compatible endpoint does, or in any way that it should not."""

import json
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def saying(content):
    """An answer of the protocol with some words of the model."""
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def claiming(*claims):
    """An answer with claims, as a good model gives them."""
    return saying(json.dumps({"claims": claims}))


def raw(data, status=200, **headers):
    """An answer of any bytes; without a length it ends where the connection does."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


class Asked:
    """The address of a server, and what it was asked."""

    def __init__(self, port):
        self.url = f"http://127.0.0.1:{port}/v1"
        self.host = f"127.0.0.1:{port}"
        self.paths, self.bodies, self.headers = [], [], []
        self.over = threading.Event()  #: set when the test is done: an answer that stalls waits for it


@contextmanager
def serving(answer):
    """A server that gives one answer to whatever is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.paths.append(self.path)
            asked.headers.append(self.headers)
            asked.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.asked = asked
            with suppress(OSError):  # whoever asked may have gone
                answer(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    asked = Asked(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield asked
    finally:
        asked.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
