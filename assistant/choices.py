"""Arguments of a few values that a question's words settle, declared in prompts/choices.yaml."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.cues import cue

CHOICES = Path(__file__).parent / "prompts" / "choices.yaml"


def choice(tool: str, argument: str, text: str) -> str | None:
    """The value of `argument` that words of `text` stand for; `None` where they name none.

    Words that the question leaves out ("but not stock") stand for nothing.
    """
    return next(iter(named(tool, argument, text)), None)


def named(tool: str, argument: str, text: str) -> list[str]:
    """All values of `argument` that words of `text` stand for, in the order of the list."""
    values = _declared().get(tool, {}).get(argument, {})
    return [value for value, told in values.items() if _says(told, text)]


def _says(told: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(
        not (cue("exclude", text[: match.start()]) or cue("exclude_after", text[match.end() :]))
        for pattern in told
        for match in pattern.finditer(text)
    )


@lru_cache(maxsize=1)
def _declared() -> dict[str, dict[str, dict[str, tuple[re.Pattern[str], ...]]]]:
    """The patterns of prompts/choices.yaml by tool, argument and value."""
    listed = yaml.safe_load(CHOICES.read_text(encoding="utf-8"))
    return {
        tool: {
            argument: {
                value: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
                for value, patterns in values.items()
            }
            for argument, values in arguments.items()
        }
        for tool, arguments in listed.items()
    }
