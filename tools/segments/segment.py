"""A segment: a name and the rules of who belongs to it."""

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tools.segments.rules import Rule
from tools.segments.saying import description
from tools.wording.values import Language, Name

Family = Literal["rfm", "behaviour", "own"]
ID = re.compile(r"[\w][\w-]{0,63}")


class Segment(BaseModel):
    """A group of customers told by rules.

    Attributes:
        id: Stable short name, of letters, digits, `_` and `-`.
        label: What a person calls it.
        words: How it was described, where it was described in words.
        rules: Who belongs to it.
        aside: Words of the description in which no condition was seen, where that must be told.
        family: `rfm` segments share all buyers out among themselves; `behaviour` ones overlap;
            `own` are described or saved by the store's people.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=f"^{ID.pattern}$")
    label: Name
    words: str = ""
    rules: Rule
    aside: str = ""
    family: Family = "own"

    def describe(self, language: Language) -> str:
        """Who belongs to it in plain words, such as "ordered 4 times or more; …"."""
        return description(self.rules, language)


def slug(words: str) -> str:
    """`words` as an id: "Paris VIPs!" is `paris-vips`.

    >>> slug("Paris VIPs!"), slug("上海 加购未买")
    ('paris-vips', '上海-加购未买')
    """
    return re.sub(r"[^\w]+", "-", words.casefold()).strip("-_")[:48].rstrip("-_") or "segment"
