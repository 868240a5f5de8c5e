"""Ticks and labels of a chart: round numbers, and text that fits."""

import math

LONG_LABEL = 24
"""Columns of text (a Chinese character takes two) after which a label is cut."""


def round_ticks(low: float, high: float, n: int = 4) -> list[float]:
    """About `n` steps of 1, 2, 2.5 or 5 times a power of ten that cover `low` to `high`.

    >>> round_ticks(0, 87)
    [0, 20, 40, 60, 80, 100]
    """
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(span / n))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if span / (power * m) <= n + 0.5)
    first = math.floor(low / step)
    last = max(math.ceil(high / step), first + 1)
    return [round(i * step, 10) for i in range(first, last + 1)]


def as_text(text: str) -> str:
    """Text of the store, which Plotly would otherwise read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def text_width(text: str) -> int:
    """Columns `text` takes: two for a Chinese character."""
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def shortened(label: str) -> str:
    """A label of at most `LONG_LABEL` columns."""
    if text_width(label) <= LONG_LABEL:
        return label
    kept = ""
    for letter in label:
        if text_width(kept + letter) >= LONG_LABEL:
            break
        kept += letter
    return kept.rstrip() + "…"


def made_unlike(labels: list[str]) -> list[str]:
    """Labels made different by an unseen mark, so that two cut ones are not one bar."""
    seen: dict[str, int] = {}
    marked = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        marked.append(label + "\u200b" * (seen[label] - 1))
    return marked
