"""Words that settle something without asking the model, listed in prompts/cues.yaml."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

CUES = Path(__file__).parent / "prompts" / "cues.yaml"


def cue(name: str, text: str) -> bool:
    """Whether `text` holds one of the words listed under `name` in prompts/cues.yaml."""
    return any(pattern.search(text) for pattern in cues()[name])


@lru_cache
def cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of prompts/cues.yaml by name."""
    listed: dict[str, list[str]] = yaml.safe_load(CUES.read_text(encoding="utf-8"))
    return {
        name: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for name, patterns in listed.items()
    }
