"""Words that settle something without asking the model, listed in prompts/cues.yaml."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

CUES = Path(__file__).parent / "prompts" / "cues.yaml"


def cue(name: str, text: str) -> bool:
    """Whether `text` holds one of the words listed under `name` in prompts/cues.yaml."""
    return any(pattern.search(text) for pattern in cues()[name])


def blanked(text: str, name: str) -> str:
    """`text` with the words listed under `name` as spaces, unless nothing else would be left.

    >>> blanked("hope you had a good weekend! revenue?", "pleasantry").strip()
    'revenue?'
    """
    left = text
    for pattern in cues()[name]:
        left = pattern.sub(lambda match: " " * len(match[0]), left)
    return left if left.strip(" ,.!?，。！？") else text


@lru_cache
def cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of prompts/cues.yaml by name."""
    listed: dict[str, list[str]] = yaml.safe_load(CUES.read_text(encoding="utf-8"))
    return {
        name: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for name, patterns in listed.items()
    }
