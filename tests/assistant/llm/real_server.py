"""`transformers serve` with the bundled model, as a process of its own on a free port."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BARE_JSON_CALLS = {
    "defaults": {"role": "assistant"},
    "start_anchor": "<|im_start|>assistant\n",
    "fields": {
        "tool_calls": {
            "open_pattern": r"(?=\{\"name\")",
            "close": "<|im_end|>",
            "repeats": True,
            "content": "json",
            "transform": {"type": "function", "function": "{content}"},
        },
        "content": {"close_pattern": r"\s*<\|im_end\|>", "content": "text"},
    },
}
"""How the server finds the calls of a model that writes them without `<tool_call>` tags."""
START_S = 120


@contextmanager
def serving(model: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """The server's URL and the model's name there, until the block ends.

    Args:
        model: The model's folder.
        folder: Where a folder with links to it is made, to add how it writes calls.
    """
    for file in model.iterdir():
        if file.suffix not in (".gguf",):
            (folder / file.name).symlink_to(file)
    settings = json.loads((model / "tokenizer_config.json").read_text(encoding="utf-8"))
    (folder / "tokenizer_config.json").unlink()
    (folder / "tokenizer_config.json").write_text(
        json.dumps({**settings, "response_template": BARE_JSON_CALLS}), encoding="utf-8"
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "transformers.cli.transformers", "serve", str(folder)]
    command += ["--host", "127.0.0.1", "--port", str(port), "--device", "cpu"]
    log = folder / "serve.log"
    with log.open("w") as told:
        server = subprocess.Popen(  # noqa: S603  # our own command
            [*command, "--dtype", "bfloat16"],
            stdout=told,
            stderr=told,
            env={**os.environ, "HF_HUB_OFFLINE": "1"},
        )
    try:
        _wait(f"http://127.0.0.1:{port}/health", server, log)
        yield f"http://127.0.0.1:{port}/v1", str(folder)
    finally:
        server.kill()
        server.wait()


def _wait(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until the server is well."""
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5) as reply:  # noqa: S310  # our own server
                if reply.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError(f"the server did not start:\n{log.read_text()[-2000:]}")
