"""What a sentence claims: a rise, a rank, a cause; and whether facts claim the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).parents[1] / "prompts" / "claims.yaml"


@lru_cache
def _lexicon() -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str]]:
    """A pattern for each kind of claim, and one for numbers in words."""
    written: dict[str, Any] = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    claims = {
        kind: re.compile("|".join(words["en"] + words["zh"]), re.IGNORECASE)
        for kind, words in written["claims"].items()
    }
    numbers = written["numbers"]
    return claims, re.compile("|".join(numbers["en"] + numbers["zh"]), re.IGNORECASE)


def claims_of(text: str) -> frozenset[str]:
    """The kinds of claim that `text` makes, as `prompts/claims.yaml` names them.

    >>> sorted(claims_of("Orders rose because of the sale."))
    ['cause', 'rise']
    """
    return frozenset(kind for kind, pattern in _lexicon()[0].items() if pattern.search(text))


def unsupported(text: str, things: Iterable[str], facts: Sequence[str]) -> str | None:
    """The first claim of `text` that no fact makes of the same things; `None` when all are made.

    Args:
        text: A sentence.
        things: Names of what the results are about.
        facts: Sentences that are true.

    Returns:
        A kind of claim, or a name that no fact mentions.
    """
    named = named_in(text, things)
    about = [fact for fact in facts if all(mentions(fact, name) for name in named)]
    if named and not about:
        return min(named)
    stated: frozenset[str] = frozenset().union(*(claims_of(fact) for fact in about))
    return min(claims_of(text) - stated, default=None)


def named_in(text: str, things: Iterable[str]) -> frozenset[str]:
    """Those of `things` that `text` names; a name within a longer one named does not count."""
    found = sorted((name for name in things if mentions(text, name)), key=len, reverse=True)
    named: list[str] = []
    for name in found:
        rest = text
        for longer in named:
            if name.lower() in longer.lower():
                rest = re.sub(re.escape(longer), " ", rest, flags=re.IGNORECASE)
        if mentions(rest, name):
            named.append(name)
    return frozenset(named)


def mentions(text: str, name: str) -> bool:
    """Whether `text` has `name` as words of its own (a plural counts)."""
    return bool(_word(name).search(text))


@lru_cache(maxsize=4096)
def _word(name: str) -> re.Pattern[str]:
    start = r"(?<![a-z0-9])" if name[:1].isascii() else ""
    end = r"(?:s|es)?(?![a-z0-9])" if name[-1:].isascii() else ""
    return re.compile(start + re.escape(name) + end, re.IGNORECASE)


def number_words(text: str) -> list[str]:
    """The numbers that `text` says in words, multiples and parts among them.

    >>> number_words("Sales doubled to twelve.")
    ['doubled', 'twelve']
    """
    return [found[0] for found in _lexicon()[1].finditer(text)]


def sentences(text: str) -> list[str]:
    """`text` cut after each sentence or line, nothing lost."""
    return re.findall(r".+?(?:[.!?](?=\s|$)\s*|[。！？；]\s*|\n+|$)", text, re.DOTALL)
