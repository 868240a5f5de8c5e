"""How people type: case, stops, slips of the finger, emoji."""

import re

from tools.store.demo.config import Rng

SLIPS_ZH = (("的", "得"), ("在", "再"), ("买", "卖"), ("已", "以"), ("做", "作"), ("了", "啦"))
SLIPS_EN = (
    ("really", "realy"),
    (" to the ", " to teh "),
    ("definitely", "definately"),
    ("quality", "qualty"),
    ("because", "becuase"),
    ("disappointed", "dissapointed"),
    ("recommended", "recomended"),
    ("comfortable", "comfotable"),
    ("don't", "dont"),
    ("doesn't", "doesnt"),
    ("can't", "cant"),
    ("it's", "its"),
    ("I'm", "im"),
    ("I've", "ive"),
    ("than", "then"),
    ("received", "recieved"),
    ("a lot", "alot"),
)


def capitalised(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def trimmed(text: str) -> str:
    """`text` without the stop at its end."""
    return text.rstrip(" .,;，。；！!")


def roughen(rng: Rng, text: str, language: str, emoji: list[str]) -> str:
    """`text` as typed by somebody: with their habits of case, stops, slips and emoji."""
    text = _english(rng, text) if language == "en" else _chinese(rng, text)
    if rng.random() < (0.12 if language == "en" else 0.2):
        mark = emoji[int(rng.integers(len(emoji)))] * int(rng.choice([1, 1, 1, 2, 3]))
        text = f"{text} {mark}" if language == "en" else text + mark
    return text


def _english(rng: Rng, text: str) -> str:
    text = _swapped(rng, capitalised(text), SLIPS_EN) if rng.random() < 0.14 else capitalised(text)
    if rng.random() < 0.05:
        text = _misspelt(rng, text)
    habit = rng.random()
    if habit < 0.13:
        text = text.lower()
    elif habit < 0.15 and len(text) < 60:
        text = text.upper()
    ends = [".", ".", ".", ".", "!", "!!", "", "", "..."]
    return text + ("" if text[-1] in ".!?" else ends[int(rng.integers(len(ends)))])


def _chinese(rng: Rng, text: str) -> str:
    if rng.random() < 0.07:
        text = _swapped(rng, text, SLIPS_ZH)
    habit = rng.random()
    if habit < 0.1:
        text = re.sub("[，。；]", " ", text)
    elif habit < 0.17:
        text = re.sub("[，。]", "，", text)
    elif habit < 0.22:
        text = text.replace("，", ",").replace("。", ".")
    elif habit < 0.26:
        text = text.replace("。", "！").replace("，", "，")
    ends = ["。", "。", "。", "！", "！！！", "", "", "～", "~", "。。。"]
    return text + ("" if text[-1] in "。！～？" else ends[int(rng.integers(len(ends)))])


def _swapped(rng: Rng, text: str, slips: tuple[tuple[str, str], ...]) -> str:
    """`text` with one common slip, where it has a place for one."""
    fits = [pair for pair in slips if pair[0] in text]
    if not fits:
        return text
    right, wrong = fits[int(rng.integers(len(fits)))]
    return text.replace(right, wrong, 1)


def _misspelt(rng: Rng, text: str) -> str:
    """`text` with two neighbouring letters of a longer word swapped."""
    words = [m.start() for m in re.finditer(r"[a-z]{6,}", text)]
    if not words:
        return text
    at = words[int(rng.integers(len(words)))] + int(rng.integers(1, 4))
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
