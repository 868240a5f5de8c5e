"""Vectors on a Chroma server, started for real."""

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder
from tests.retrieval.test_review_index import rows, table


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    port = free_port()
    folder = tmp_path_factory.mktemp("server")
    command = shutil.which("chroma", path=str(Path(sys.executable).parent)) or "chroma"
    words = [command, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(words, stdout=log, stderr=log)  # noqa: S603  # our own command
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def wait_for(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the Chroma server did not start")


def test_vectors_on_a_server_are_found_from_another_process_and_folder(server, tmp_path):
    index = ReviewIndex.open(tmp_path / "one", LetterEmbedder(), f"{server}/lumo")
    assert index.update(table(rows(20))).embedded == 20
    elsewhere = ReviewIndex.open(tmp_path / "two", LetterEmbedder(), f"{server}/lumo")
    assert elsewhere.ready
    assert elsewhere.search("review 3 dddd", 1).hits[0].review_id == "r3"
    assert elsewhere.update(table(rows(19))).deleted == 1


def test_stores_keep_apart_by_database(server, tmp_path):
    one = ReviewIndex.open(tmp_path / "a", LetterEmbedder(), f"{server}/shoes")
    one.update(table(rows(5)))
    other = ReviewIndex.open(tmp_path / "b", LetterEmbedder(), f"{server}/hats")
    assert not other.ready
    other.update(table(rows(3)))
    assert (len(one), len(other)) == (5, 3)


def test_no_server_is_said_in_a_sentence(tmp_path):
    with pytest.raises(ConnectionError, match=r"No Chroma server answers at http://127\.0\.0\.1"):
        ReviewIndex.open(tmp_path, LetterEmbedder(), f"http://127.0.0.1:{free_port()}/lumo")
