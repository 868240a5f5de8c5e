"""The common aspects customers speak of, and how a clause gives them away."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from retrieval.terms import terms
from tools.wording.values import Name

_FILE = Path(__file__).with_name("aspects.yaml")
SOURCE = _FILE.read_text(encoding="utf-8")
T = TypeVar("T", str, tuple[str, ...])
_NONE = "nothing"
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Lexicon:
    """Words that give aspects away.

    Attributes:
        names: What each aspect is called, by its id.
        english: Stems in a row to an aspect.
        chinese: Letters in a row to an aspect.
    """

    names: Mapping[str, Name]
    english: Mapping[tuple[str, ...], str]
    chinese: Mapping[str, str]

    @classmethod
    @cache
    def common(cls) -> "Lexicon":
        """The aspects of `aspects.yaml`; the first to claim a word keeps it."""
        read = yaml.safe_load(SOURCE)
        english: dict[tuple[str, ...], str] = {}
        chinese: dict[str, str] = {}
        for aspect, kept in read.items():
            for phrase in kept["en"]:
                english.setdefault(tuple(terms(phrase)), aspect)
            for phrase in kept["zh"]:
                chinese.setdefault(phrase, aspect)
        names = {a: Name(**kept["name"]) for a, kept in read.items() if a != _NONE}
        return cls(names, english, chinese)

    def found(self, clause: str, thing: str = "") -> frozenset[str]:
        """Aspects that `clause` speaks of; of words within a longer match the longer one counts.

        Args:
            clause: A clause of a review.
            thing: What the item is called: its own name ("speaker", "desk lamp") is no aspect.

        >>> sorted(Lexicon.common().found("battery life is great, delivery was late"))
        ['battery', 'delivery']
        >>> sorted(Lexicon.common().found("物流很快"))
        ['delivery']
        """
        text, thing = clause.casefold(), thing.casefold()
        of_thing = set(terms(thing)) if thing else set()
        found = {
            aspect
            for aspect, words in matches(tuple(terms(text)), self.english)
            if not of_thing.issuperset(words)
        }
        for run in _CHINESE.findall(text):
            found |= {aspect for aspect, word in matches(run, self.chinese) if word not in thing}
        return frozenset(found - {_NONE})


def matches(units: T, known: Mapping[T, str]) -> Iterator[tuple[str, T]]:
    """What each part of `units` that is known stands for, and the part; the longest counts."""
    longest = max(map(len, known), default=0)
    place = 0
    while place < len(units):
        for length in range(min(longest, len(units) - place), 0, -1):
            part = units[place : place + length]
            if part in known:
                yield known[part], part
                place += length
                break
        else:
            place += 1
