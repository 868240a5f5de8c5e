"""Forgives Chinese words written with characters that sound like the right ones ("上各月")."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import rjieba
from pypinyin import lazy_pinyin

SHORTEST = 3
"""Characters of the shortest word looked for: of two, too many words sound alike."""
TIMES = (
    "上个月", "这个月", "下个月", "上季度", "本季度", "上个季度", "这个季度", "一季度", "二季度",
    "三季度", "四季度", "上半年", "下半年", "上星期", "上礼拜",
)  # fmt: skip
"""Words of time that are long enough to be told by their sound."""
_ASKING = re.compile(r"[哪那各每按几何什啥谁这分]")
"""Characters that ask or point: words by themselves that sound like others."""
_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
Sounds = tuple[str, ...]


def sounds(words: Iterable[str]) -> dict[Sounds, str]:
    """The Chinese ones of `words` that are long enough, and those of time, by how they sound."""
    long = [word for word in words if _RUN.fullmatch(word) and not _ASKING.search(word)]
    return {_sounds(word): word for word in (*long, *TIMES)}


def sounded(text: str, known: Mapping[Sounds, str]) -> str:
    """`text` with each word that only sounds like a known one written as that; as long as before.

    All characters sound the same, tones aside, and at most every third is another. No word that is
    right as it stands lies across its ends ("女性会员" is no "新会员").

    >>> sounded("上各月的复构率", sounds(["复购率"]))
    '上个月的复购率'
    """
    lengths = sorted({len(sound) for sound in known}, reverse=True)
    written = list(text)
    for run in _RUN.finditer(text):
        joints = _joints(run[0])
        for length in lengths:
            for start in range(len(run[0]) - length + 1):
                there = "".join(written[run.start() + start :][:length])
                meant = known.get(_sounds(there), there)
                if _near(there, meant) and {start, start + length} <= joints:
                    written[run.start() + start : run.start() + start + length] = meant
    return "".join(written)


_OF_GUESTS = re.compile("客(?=单|户|群|流)")
"""Words that begin like the end of another ("女性客单价")."""


def _joints(run: str) -> set[int]:
    """Where words begin and end in `run`."""
    places = [0]
    for word in rjieba.cut(run, False):
        places.append(places[-1] + len(word))
    inside = {match.start() + 1 for match in _OF_GUESTS.finditer(run)}
    return set(places) - inside


def _near(there: str, meant: str) -> bool:
    wrong = sum(a != b for a, b in zip(there, meant, strict=True))
    return 0 < wrong <= len(meant) // SHORTEST


def _sounds(word: str) -> Sounds:
    return tuple(map(_sound, word))


@lru_cache(maxsize=20_000)
def _sound(char: str) -> str:
    """How a character sounds, less what many speakers do not tell apart (zh and z, -ng and -n)."""
    pinyin: str = lazy_pinyin(char)[0]
    return re.sub(r"^([zcs])h", r"\1", re.sub(r"(?<=[ei]n)g$", "", pinyin))
