"""Keeps a message from saying the same thing twice."""

import re
from collections.abc import Mapping

from tools.wording.values import Language

TOLD_ONCE = ("offer", "benefit", "item", "season", "now")
"""Slots that a message fills once where it can."""
_WORD = re.compile(r"[a-z'|]+")


def unrepeated(
    options: list[str], before: str, slots: Mapping[str, str], language: Language
) -> list[str]:
    """Of `options`, those that do not say again what the message has said; all if all do.

    Args:
        options: Lines to choose among.
        before: The message so far.
        slots: What the phrases' slots stand for.
        language: Language of the message.
    """
    own = [slots[name] for name in TOLD_ONCE if name in slots]
    told = [words for words in own if words.casefold() in before.casefold()]
    fresh = [
        option
        for option in options
        if not any(words.casefold() in option.casefold() for words in told)
        and not echoes(_bare(option, slots), _bare(before, slots), language)
    ]
    return _festive(fresh or options, before, slots.get("festival", ""))


def _festive(options: list[str], before: str, festival: str) -> list[str]:
    """Options that name the festival, while the message has yet to name it."""
    if not festival or festival in before:
        return options
    return [option for option in options if festival in option] or options


def _bare(text: str, slots: Mapping[str, str]) -> str:
    """`text` without what its slots stand for, which may well come twice."""
    for words in sorted(slots.values(), key=len, reverse=True):
        text = re.sub(re.escape(words), " | ", text, flags=re.IGNORECASE)
    return text.casefold()


def echoes(text: str, before: str, language: Language) -> bool:
    """Whether `text` repeats a turn of phrase: three words, two long ones, or three characters.

    >>> echoes("we're making room", "making room on our shelves", "en")
    True
    >>> echoes("想给它找个新家", "想找个新家", "zh"), echoes("慢慢挑", "慢慢看", "zh")
    (True, False)
    """
    if language == "zh":
        runs = re.findall(r"[\u4e00-\u9fff]+", text)
        return any(run[i : i + 3] in before for run in runs for i in range(len(run) - 2))
    words, known = (_WORD.findall(own) for own in (text, before))
    said = f" {' '.join(known)} "
    grams = [words[i : i + 3] for i in range(len(words) - 2)]
    grams += [pair for i in range(len(words) - 1) if min(map(len, pair := words[i : i + 2])) > 3]
    return any(f" {' '.join(gram)} " in said for gram in grams if "|" not in gram)
