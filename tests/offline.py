"""Asks and serves with other hosts out of reach: `python -m tests.offline FOLDER`.

Prints what it saw as JSON. An audit hook sees every connection, whichever library makes it, and
cannot be taken off again; therefore a process of its own.
"""

import json
import os
import socket
import sys
import urllib.request
from pathlib import Path
from typing import Any

STRANGERS: list[str] = []
LOOPBACK = {"", "127.0.0.1", "::1", "localhost", "0.0.0.0", "None"}  # noqa: S104  # names, not a server


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse to look up or reach a host other than this machine."""
    if event == "socket.getaddrinfo":
        refuse(arguments[0])
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        refuse(arguments[1][0])


def refuse(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name not in LOOPBACK:
        STRANGERS.append(name)
        raise OSError(f"{name} is out of reach")


sys.addaudithook(watch)


def main(folder: Path) -> None:
    from ui.__main__ import command_line  # sets the environment before the libraries come

    command_line()
    import chromadb
    import transformers

    from assistant.conversations import Conversations
    from assistant.toolbox import Toolbox
    from tests.assistant.test_store_assistant import assistant
    from ui.page import build_page
    from ui.theme import serve_page

    assert transformers.__version__
    index = chromadb.PersistentClient(str(folder / "index"))
    index.create_collection("reviews").add(ids=["r1"], documents=["x"], embeddings=[[1.0, 0.0]])
    answering, _ = assistant([], "query_metrics")
    *_, last = answering.ask("What was revenue in October 2026?", thread_id=None)
    conversations = Conversations(folder / "conversations.sqlite")
    page = build_page(answering, Toolbox(answering.tools), conversations, {}, "Small store")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = serve_page(page, port=port, block=False)
    with urllib.request.urlopen(url, timeout=30) as reply:  # noqa: S310  # our own page
        html = reply.read().decode()
    names = ("GRADIO_ANALYTICS_ENABLED", "ANONYMIZED_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY")
    told = {
        "strangers": STRANGERS,
        "answer": last.turn.answer,
        "page": html,
        "environment": {name: os.environ.get(name) for name in (*names, "DO_NOT_TRACK")},
    }
    sys.stdout.write(json.dumps(told) + "\n")
    page.close(verbose=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
