"""Clauses to quote: plain ones of a fit length, one in each language where there is one."""

from dataclasses import dataclass

import numpy as np

from tools.themes.reading import Flags, Reading
from tools.wording.values import Name, Quote

LONGEST = {"en": 140, "zh": 60}
SHORTEST = {"en": 12, "zh": 4}
"""Characters of a clause worth quoting."""


@dataclass(frozen=True)
class Said:
    """A clause in its writer's words, in each language that has one.

    Attributes:
        text: The words.
        ids: Ids of their reviews.
    """

    text: Name
    ids: Name

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the reviews quoted."""
        return tuple(dict.fromkeys(i for i in (self.ids.en, self.ids.zh) if i))


def quotes(reading: Reading, theme: int, mood: int, kept: Flags, most: int = 1) -> list[Said]:
    """The plainest complaints (mood -1) or praise (1) of a theme, one of a review.

    Args:
        reading: The reviews.
        theme: Place of the theme.
        mood: Which kind.
        kept: Reviews that may be quoted, `[n_reviews]`.
        most: Quotes in each language.
    """
    own = {language: _ranked(reading, theme, mood, kept, language, most) for language in SHORTEST}
    english, chinese = own["en"] or own["zh"], own["zh"] or own["en"]
    return [
        Said(Name(en=e[0], zh=c[0]), Name(en=e[1], zh=c[1]))
        for e, c in zip(english, chinese, strict=False)
    ]


def _ranked(
    reading: Reading, theme: int, mood: int, kept: Flags, language: str, most: int
) -> list[tuple[str, str]]:
    mentions = reading.mentions
    length = mentions.end - mentions.start
    fit = (length >= SHORTEST[language]) & (length <= LONGEST[language])
    rows = np.flatnonzero(fit & (mentions.theme == theme) & kept[mentions.review])
    rows = rows[(mood * mentions.score[rows] > 0) & reading.is_in(language)[mentions.review[rows]]]
    rows = rows[np.argsort(-mood * mentions.score[rows], kind="stable")]
    found: dict[int, tuple[str, str]] = {}
    texts: set[str] = set()
    for row in rows:
        review = int(mentions.review[row])
        said = reading.text(review)[mentions.start[row] : mentions.end[row]].strip()
        if review not in found and said.casefold() not in texts:
            texts.add(said.casefold())
            found[review] = (said, str(reading.table["review_id"][review]))
        if len(found) == most:
            break
    return list(found.values())


def quoted(said: Said) -> dict[str, Name | Quote]:
    """The values of a sentence that quotes."""
    return {"quote": said.text, "id": said.ids}
