"""The common aspects customers speak of, and how a clause gives them away."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
WORDS, LETTERS = 4, 6  # of the longest phrases in English and in Chinese
_NONE = "nothing"
_MAYBE = "?"  # before an aspect that a word means in some categories only
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
        for mark, lists in (("", ("en", "zh")), (_MAYBE, ("also",))):
            for aspect, kept in read.items():
                for phrase in (word for name in lists for word in kept.get(name, ())):
                    if _CHINESE.match(phrase):
                        chinese.setdefault(phrase, mark + aspect)
                    else:
                        english.setdefault(tuple(terms(phrase)), mark + aspect)
        names = {a: Name(**kept["name"]) for a, kept in read.items() if a != _NONE}
        return cls(names, english, chinese)

    def with_own(self, themes: Sequence[tuple[Name, tuple[str, ...]]]) -> "Lexicon":
        """The same with a store's own themes, each with the stems or Chinese words it goes by."""
        names, english, chinese = dict(self.names), dict(self.english), dict(self.chinese)
        for name, words in themes:
            theme = f"own {name.en}"
            names[theme] = name
            for word in words:
                if _CHINESE.match(word):
                    chinese.setdefault(word, theme)
                else:
                    english.setdefault((word,), theme)
        return Lexicon(names, english, chinese)

    def matched(
        self, clause: str, thing: str = "", words: Sequence[str] | None = None
    ) -> frozenset[str]:
        """Aspects a clause may speak of; of words within a longer match the longer one counts.

        Those that only their category can decide begin with a mark; see `at_home`.

        Args:
            clause: A clause of a review.
            thing: What the item is called: its own name ("speaker", "desk lamp") is no aspect.
            words: The clause as `retrieval.terms.terms`, where these are known.
        """
        text, thing = clause.casefold(), thing.casefold()
        of_thing = _words(thing)
        found = {
            aspect
            for aspect, part in matches(
                tuple(terms(text) if words is None else words), self.english, WORDS
            )
            if not of_thing.issuperset(part)
        }
        for run in _CHINESE.findall(text):
            found |= {
                aspect for aspect, word in matches(run, self.chinese, LETTERS) if word not in thing
            }
        return frozenset(found - {_NONE})

    def found(self, clause: str) -> frozenset[str]:
        """Aspects that `clause` speaks of, taken alone.

        >>> sorted(Lexicon.common().found("battery life is great, delivery was late"))
        ['battery', 'delivery']
        >>> sorted(Lexicon.common().found("物流很快"))
        ['delivery']
        """
        return at_home(self.matched(clause), frozenset(self.names))


def at_home(matched: frozenset[str], home: frozenset[str]) -> frozenset[str]:
    """Aspects of `Lexicon.matched`, of the undecided ones those `home` in the item's category."""
    sure = {aspect for aspect in matched if not aspect.startswith(_MAYBE)}
    return frozenset(sure | ({aspect.removeprefix(_MAYBE) for aspect in matched - sure} & home))


def matches(units: T, known: Mapping[T, str], longest: int) -> Iterator[tuple[str, T]]:
    """What each part of `units` that is known stands for, and the part; the longest counts.

    Args:
        units: Letters, or words.
        known: Parts to what they stand for.
        longest: Units of the longest part known.
    """
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


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(terms(text))
