"""Tells what a question asks for that no tool knows, listed in prompts/missing.yaml."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.cues import cue
from tools.lexicon import Lexicon

MISSING = Path(__file__).parent / "prompts" / "missing.yaml"


def missing_in(text: str, lexicon: Lexicon) -> str | None:
    """The kind of thing `text` asks for that no data hold; `None` where it asks for none.

    A word that names something of the store is that thing, and what customers say of delivery or
    rivals is in their reviews.
    """
    if cue("asks_reviews", text):
        return None
    names = [(m.start, m.end) for m in lexicon.find(text) if m.kind in ("value", "metric")]
    for kind, patterns in _declared().items():
        for match in (m for pattern in patterns for m in pattern.finditer(text)):
            if not any(start <= match.start() and match.end() <= end for start, end in names):
                return kind
    return None


@lru_cache
def _declared() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The patterns of prompts/missing.yaml by kind."""
    listed: dict[str, list[str]] = yaml.safe_load(MISSING.read_text(encoding="utf-8"))
    return {
        kind: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for kind, patterns in listed.items()
    }
