"""Words that say something outright, listed in prompts/service_cues.yaml."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

CUES = Path(__file__).parents[1] / "prompts" / "service_cues.yaml"


def has_cue(name: str, text: str) -> bool:
    """Whether `text` holds one of the words listed under `name`."""
    return any(pattern.search(text) for pattern in _listed()[name])


def without_cue(name: str, text: str) -> str:
    """`text` without the words listed under `name`."""
    for pattern in _listed()[name]:
        text = pattern.sub(" ", text)
    return text


def cued(group: str, text: str) -> tuple[str, ...]:
    """Names in `group` whose words `text` holds, in the file's order."""
    return tuple(
        name
        for name, patterns in _listed()[group].items()
        if any(pattern.search(text) for pattern in patterns)
    )


def names_in(group: str) -> tuple[str, ...]:
    """Names listed in `group`."""
    return tuple(_listed()[group])


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, Any]:
    """The file, with every expression compiled."""
    listed: Mapping[str, Any] = _compiled(yaml.safe_load(CUES.read_text(encoding="utf-8")))
    return listed


def _compiled(listed: Any) -> Any:  # noqa: ANN401  # as the file is nested
    if isinstance(listed, dict):
        return {name: _compiled(below) for name, below in listed.items()}
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in listed)
