# ruff: noqa: E501  # a pattern reads best on one line
"""Arguments of a few values that a question's words settle, declared in prompts/choices.yaml."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.cues import cue

_NO_USE = re.compile(
    r"^(?: (?:alone|only|by themselves|on their own))? (?:(?:do|does|did|will|would|can)(?:n['’]?t| not)|won['’]?t|cannot|can['’]?t|tells?|says?|gives?|is|are|was|were|isn['’]?t|aren['’]?t|means?|bores?) ?(?:me |us |him |her |them )?(?:(?:to|of) (?:me|us) )?"
    r"(?:(?:help|tell|say|mean|interest|matter|do|work|count|bother)\b|nothing|little|no (?:use|good|help|interest)|not (?:enough|what|of|much|useful|interesting)|no(?:thing)?\b|useless|pointless|boring|too (?:fine|detailed|narrow|small|broad|coarse|rough|much)|to (?:death|tears))"
    r"|^(?:的|级|层面|级别|这一级|太)?(?:都|也|就|实在|又|对[我你咱]们?)?(?:没[有啥什]?(?:么|用|意思|意义|得看|看头)|没用|冇用|无用|无益|不顶用|不管用|不中用|看不出|睇唔出|说明不了|太[细碎散杂粗乱多小]|忒[细碎散杂粗乱]|不够|不感兴趣|唔够)",
    re.IGNORECASE,
)
"""Words after something by which it is of no use, so that another is wanted."""
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
        not _is_declined(text[: match.start()], text[match.end() :])
        for pattern in told
        for match in pattern.finditer(text)
    )


def _is_declined(before: str, after: str) -> bool:
    """Whether the words around something leave it out, or say that it is of no use."""
    left_out = cue("exclude", before) or cue("exclude_after", after)
    return left_out or _NO_USE.match(after) is not None


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
