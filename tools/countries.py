"""What people call a country: its names, codes and short forms, and who is from there."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict

import pycountry
import yaml
from babel import Locale

LISTED = Path(__file__).with_name("countries.yaml")
_CODE = re.compile(r"[A-Z0-9]{1,3}")
_OF_PEOPLE = re.compile(
    r"^\s+(?:\w+\s+)?(?:customers?|buyers?|shoppers?|clients?|accounts?|people|folks?|users?|members?"
    r"|visitors?|traffic|sessions?|visits?|orders?|sales|revenue|turnover|takings|business|market)\b",
    re.IGNORECASE,
)


class Called(TypedDict, total=False):
    """Further words for one country."""

    names: list[str]
    people: list[str]


@cache
def _listed() -> dict[str, Called]:
    listed: dict[str, Called] = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    return listed


@cache
def _codes() -> dict[str, str]:
    """ISO code of each country by everything it is called, in lower case (Unicode CLDR)."""
    named = [
        (word, code)
        for language in ("en", "zh")
        for code, word in Locale(language).territories.items()
        if code.isalpha()
    ]
    further = [
        (word, code) for code, called in _listed().items() for word in called.get("names", ())
    ]
    own = [(code, code) for _, code in named]
    return {word.casefold(): code for word, code in (*further, *own, *named)}


def countries_in(language: str) -> list[str]:
    """What countries are called in `language` ("en" or "zh"), regions of the world left out."""
    return [name for code, name in Locale(language).territories.items() if code.isalpha()]


def in_chinese(country: str) -> str | None:
    """The Chinese name of a country told by any of its names or its code; `None` if unknown.

    >>> in_chinese("EIRE"), in_chinese("us"), in_chinese("Unspecified")
    ('爱尔兰', '美国', None)
    """
    code = _codes().get(country.casefold())
    return Locale("zh").territories.get(code) if code else None


def may_be_code(region: str) -> bool:
    """Whether `region` is written as codes of states and provinces are."""
    return _CODE.fullmatch(region) is not None


def subdivision(country: str, code: str) -> str | None:
    """The name of a state or province told by its code (ISO 3166-2); `None` if there is none.

    >>> subdivision("Brazil", "SP"), subdivision("US", "CA"), subdivision("US", "California")
    ('São Paulo', 'California', None)
    """
    within = _codes().get(country.casefold())
    if within is None or not may_be_code(code):
        return None
    found = pycountry.subdivisions.get(code=f"{within}-{code}")  # type: ignore[no-untyped-call]  # untyped
    return found.name if found else None


def other_names(countries: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of a store's countries with every further word for it, its people's among them.

    Args:
        countries: As the store writes them: names or codes.

    >>> [word for _, word in other_names(["EIRE"])]
    ['Ireland', 'EIRE', 'Republic of Ireland', 'Southern Ireland', 'Irish']
    """
    english = Locale("en").territories
    for value in countries:
        if code := _codes().get(value.casefold()):
            called = _listed().get(code, {})
            words = (english[code], *called.get("names", ()), *called.get("people", ()))
            yield from ((value, word) for word in words)


@cache
def every_name() -> frozenset[str]:
    """Each word of each English name of a country and of its people, in lower case.

    None of them is a misspelling of another ("Ireland" is not "Iceland").
    """
    people = (word for called in _listed().values() for word in called.get("people", ()))
    told = " ".join((*_codes(), *people)).casefold()
    return frozenset(word for word in re.findall(r"[a-z]+", told) if len(word) > 3)


@cache
def _people() -> frozenset[str]:
    return frozenset(w.casefold() for c in _listed().values() for w in c.get("people", ()))


def is_language(word: str, after: str) -> bool:
    """Whether a word for a country's people, with what comes `after` it, is not about customers.

    >>> is_language("German", " customers"), is_language("German", " reviews")
    (False, True)
    """
    of_people = word.casefold() in _people() or word.casefold().removesuffix("s") in _people()
    return of_people and not word.endswith("s") and _OF_PEOPLE.match(after) is None
