"""After set-up nothing needs the network, and nothing is reported to anybody."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SILENT = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "True",
    "DO_NOT_TRACK": "1",
}


def test_an_answer_and_the_page_ask_nothing_of_other_hosts(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SILENT}
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "tests.offline", str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["strangers"] == []
    assert "CN¥610.00" in told["answer"]
    assert "Small store" in told["page"]
    assert told["environment"] == SILENT


def test_the_watch_sees_a_stranger() -> None:
    script = (
        "import socket, tests.offline as watch\n"
        "try: socket.getaddrinfo('example.com', 80)\n"
        "except OSError: pass\n"
        "try: socket.create_connection(('192.0.2.1', 9), 0.1)\n"
        "except OSError: pass\n"
        "assert watch.STRANGERS == ['example.com', '192.0.2.1'], watch.STRANGERS\n"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
