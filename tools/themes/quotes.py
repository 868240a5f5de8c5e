"""Clauses to quote: plain ones of a fit length, one in each language where there is one."""

import re
from dataclasses import dataclass

import numpy as np

from tools.themes.mentions import Flags
from tools.themes.reading import Reading
from tools.themes.sentiment import CLEAR
from tools.wording.values import Name, Quote

LONGEST = {"en": 140, "zh": 60}
SHORTEST = {"en": 12, "zh": 4}
"""Characters of a clause worth quoting."""

TELLING = {"en": 25, "zh": 8}  # characters from which a clause tells something in particular
PLAIN = 2.0  # log odds from which all are plain enough
_LED_IN = re.compile(
    r"^(?:but|and|also|plus|besides|however|(?:al)?though|oh and|on top of that|yet)\b[\s,]*"
    r"|^(?:但是|不过|可是|然而|而且|还有|另外|加上|再加上|外加|但|就是)[\s，]*",
    re.IGNORECASE,
)


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
    plain = mood * mentions.score[rows]
    rows = rows[(plain >= CLEAR) & reading.is_in(language)[mentions.review[rows]]]
    told = np.minimum(mood * mentions.score[rows], PLAIN) * mentions.typical[rows]
    telling = length[rows] >= TELLING[language]
    rows = rows[np.lexsort((length[rows], -told, ~telling, mentions.shared[rows]))]
    found: dict[int, tuple[str, str]] = {}
    texts: set[str] = set()
    for row in rows:
        review = int(mentions.review[row])
        clause = reading.text(review)[mentions.start[row] : mentions.end[row]]
        said = _LED_IN.sub("", clause.strip()).strip()
        if review not in found and said.casefold() not in texts:
            texts.add(said.casefold())
            found[review] = (said, str(reading.table["review_id"][review]))
        if len(found) == most:
            break
    return list(found.values())


def quoted(said: Said) -> dict[str, Name | Quote]:
    """The values of a sentence that quotes."""
    return {"quote": said.text, "id": said.ids}
