"""From a model's name to an engine: the bundled model, a path, or a hub id; on CPU or GPU."""

import logging
from pathlib import Path
from typing import Literal

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer
from transformers.utils import logging as transformers_logging

from assistant.llm.engine import Engine
from assistant.llm.gguf_convert import convert, convert_small
from assistant.llm.linear import install_small_weights
from assistant.llm.weights import (
    BUNDLED,
    Progress,
    bundled_folder,
    default_cache,
    fetch_gguf,
    is_ready,
)
from tools.errors import SettingsError

logger = logging.getLogger(__name__)

Device = Literal["auto", "cpu", "cuda"]


def prepare_bundled(cache: Path | None = None, progress: Progress | None = None) -> Path:
    """Fetch and convert the bundled model where that has not been done yet.

    Takes about a minute after the download, once.

    Args:
        cache: Folder for models; `~/.cache/storewise` if not given.
        progress: Told the share of the download done, 0 to 1.

    Returns:
        A folder that transformers can load.

    Raises:
        DataError: If the model cannot be downloaded or is damaged.
    """
    cache = cache or default_cache()
    folder = bundled_folder(cache)
    if not is_ready(cache):
        gguf = fetch_gguf(cache, progress)
        logger.info("Converting the chat model, once; this takes about a minute")
        convert(gguf, folder)
    return folder


def load_engine(
    model: str = BUNDLED,
    *,
    cache: Path | None = None,
    device: Device = "auto",
    progress: Progress | None = None,
) -> Engine:
    """Load a chat model.

    Args:
        model: The bundled model's name, a folder, or a hub id.
        cache: Folder for the bundled model and for prompts' beginnings already read;
            `~/.cache/storewise` if not given.
        device: `auto` takes a GPU when there is one.
        progress: Told the share of the bundled model's download done, 0 to 1.

    Raises:
        DataError: If the bundled model cannot be downloaded or is damaged.
        SettingsError: If `model` or `device` cannot be had.
    """
    source = str(prepare_bundled(cache, progress)) if model == BUNDLED else model
    where = _device(device)
    transformers_logging.disable_progress_bar()
    try:
        tokenizer = AutoTokenizer.from_pretrained(source)
        weights = AutoModelForCausalLM.from_pretrained(source, dtype=torch.bfloat16)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"The chat model {model!r} cannot be loaded: it is neither a folder with a "
            f"transformers model nor a model this machine can fetch ({_first_line(error)})."
        ) from error
    if tokenizer.chat_template is None:
        raise SettingsError(
            f"The chat model {model!r} has no chat template; choose an instruction-tuned model."
        )
    if model == BUNDLED and where.type == "cpu":
        install_small_weights(weights, load_file(_small_weights(Path(source))))
    prefixes = (cache or default_cache()) / "prefixes"
    return Engine(weights.to(where).eval(), tokenizer, model, prefix_folder=prefixes)


def _small_weights(folder: Path) -> Path:
    """The bundled model's small weights, made when missing.

    How they are packed depends on the CPU's vector width and may change with torch.
    """
    capability = torch.backends.cpu.get_cpu_capability().lower().replace(" ", "-")
    release = ".".join(torch.__version__.split(".")[:2])
    target = folder / f"small-{capability}-torch{release}.safetensors"
    if not target.exists():
        logger.info("Packing the chat model's weights for this CPU, once")
        convert_small(folder / "model.gguf", target)
    return target


def _device(device: Device) -> torch.device:
    if device == "cuda" and not torch.cuda.is_available():
        raise SettingsError("The device is set to 'cuda' but torch finds no GPU; use 'cpu'.")
    if device == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(device)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0]
