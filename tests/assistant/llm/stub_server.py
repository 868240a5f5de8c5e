"""An OpenAI-shaped server that plays written replies: what real servers send, without a model."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = str | dict[str, Any] | int
"""Text, a tool call (`name`, `arguments`), or an HTTP status with which the request is refused."""


@dataclass
class StubServer:
    """What the server plays and what it was asked."""

    url: str = ""
    models: list[str] = field(default_factory=lambda: ["stub"])
    replies: list[Reply] = field(default_factory=list)
    refusal: str = "no"
    pause_s: float = 0.0
    """Seconds between two words of a reply."""
    seen: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when a client closes the connection in the middle of a reply."""


@contextmanager
def serving() -> Iterator[StubServer]:
    """The server, on a free port of this machine, until the block ends."""
    stub = StubServer()
    server = _Server(("127.0.0.1", 0), _Handler)
    server.stub = stub
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    stub: StubServer


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path != "/v1/models":  # some other site
            self._send(b"<html>Welcome</html>", "text/html")
            return
        self.server.stub.keys.append(self.headers["Authorization"])
        self._json({"object": "list", "data": [{"id": name} for name in self.server.stub.models]})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.stub.seen.append(asked)
        reply = self.server.stub.replies.pop(0)
        if isinstance(reply, int):
            self._json({"error": {"message": self.server.stub.refusal}}, reply)
        elif not asked.get("stream"):
            self._json({"id": "1", "object": "chat.completion", "choices": [_choice(reply)]})
        else:
            self._stream(reply)

    def _stream(self, reply: str | dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for delta in _deltas(reply):
                time.sleep(self.server.stub.pause_s)
                self._event({"choices": [{"index": 0, "delta": delta}]})
            usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
            done = {"index": 0, "delta": {}, "finish_reason": "stop"}
            self._event({"choices": [done], "usage": usage})
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            self.server.stub.hung_up.set()

    def _event(self, chunk: dict[str, Any]) -> None:
        whole = {"id": "1", "object": "chat.completion.chunk", "model": "stub", **chunk}
        self.wfile.write(f"data: {json.dumps(whole)}\n\n".encode())
        self.wfile.flush()

    def _json(self, body: dict[str, Any], status: int = 200) -> None:
        self._send(json.dumps(body).encode(), "application/json", status)

    def _send(self, text: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def _choice(reply: str | dict[str, Any]) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply if isinstance(reply, str) else None}
    return {"index": 0, "message": message, "finish_reason": "stop"}


def _deltas(reply: str | dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": ""}
    if isinstance(reply, str):
        yield from ({"content": word} for word in _words(reply))
    else:
        function = {"name": reply["name"], "arguments": json.dumps(reply["arguments"])}
        call = {"index": 0, "id": "call_1", "type": "function", "function": function}
        yield {"tool_calls": [call]}


def _words(text: str) -> list[str]:
    """The words, each with the space before it."""
    first, *rest = text.split(" ")
    return [first, *(f" {word}" for word in rest)]
