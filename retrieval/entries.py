"""Reviews as the indexes keep them: cleaned, masked, and described by what may be filtered by."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pyarrow as pa

from retrieval.centring import language_of
from retrieval.folding import is_spam, kin
from retrieval.polarity import mood
from retrieval.privacy import cleaned, masked

COLUMNS = ("review_id", "item_id", "category", "rating", "title", "text", "language", "written_at")
"""Columns that are read; all but `review_id` and `text` may be missing or empty."""

_FORM = 4  # of an entry; entries of another form are made anew
_LONGEST = 8_000
"""Characters of a review that are kept; what is longer is no review a person wrote."""


@dataclass(frozen=True)
class Entry:
    """A review fit to be indexed.

    Attributes:
        review_id: Its id.
        text: Title and text, cleaned and masked.
        metadata: `item_id`, `category`, `rating`, `language`, `written_at` (the day as an ordinal)
            as far as they are known; `kin`, shared with what says the same; `spam`; `hash`;
            once embedded also `polarity`, in hundredths, and `mood` (see `retrieval.polarity`).
    """

    review_id: str
    text: str
    metadata: Mapping[str, str | int]

    def felt(self, polarity: float) -> "Entry":
        """The review with how favourable its text is."""
        rating = self.metadata.get("rating")
        felt = mood(polarity, int(rating) if rating is not None else None)
        felt_as = {"polarity": round(100 * polarity), "mood": felt}
        return replace(self, metadata={**self.metadata, **felt_as})

    @property
    def language(self) -> str:
        """Language of the text, ISO 639-1."""
        return str(self.metadata["language"])


@dataclass(frozen=True)
class Hit:
    """A review found.

    Attributes:
        review_id: Its id.
        score: How well it answers, from 0 to 1; 1 is best.
        text: Title and text, cleaned and masked.
        item_id: Item reviewed, if the review is about one.
        category: Category of that item.
        rating: Stars, 1-5.
        language: Language of the text, ISO 639-1.
        written_on: Day written, store time zone.
        nearness: Cosine of its centred vector to the question's.
        kin: Shared with what says the same letter by letter.
        polarity: How favourable the text is, about -1 to 1; see `retrieval.polarity`.
        spam: Whether it is plainly no review.
    """

    review_id: str
    score: float
    text: str
    item_id: str | None
    category: str | None
    rating: int | None
    language: str
    written_on: date | None
    nearness: float = 0.0
    kin: str = ""
    polarity: float | None = None
    spam: bool = False

    @classmethod
    def of(
        cls, review_id: str, text: str, metadata: Mapping[str, Any], score: float, nearness: float
    ) -> "Hit":
        """The review that is kept so."""
        written = metadata.get("written_at")
        return cls(
            review_id=review_id,
            score=score,
            text=text,
            item_id=metadata.get("item_id"),
            category=metadata.get("category"),
            rating=metadata.get("rating"),
            language=metadata["language"],
            written_on=date.fromordinal(written) if written else None,
            nearness=nearness,
            kin=metadata.get("kin", ""),
            spam=bool(metadata.get("spam")),
            polarity=metadata["polarity"] / 100 if "polarity" in metadata else None,
        )


def entries(reviews: pa.Table) -> Iterator[Entry]:
    """Every review of `reviews`, columns `COLUMNS`, that has a text."""
    for row in reviews.to_pylist():
        parts = [masked(cleaned((row.get(name) or "")[:_LONGEST])) for name in ("title", "text")]
        text = "\n".join(part for part in parts if part)
        if not text:
            continue
        written = row.get("written_at")
        metadata = {
            "item_id": row.get("item_id"),
            "category": row.get("category"),
            "rating": row.get("rating"),
            "language": row.get("language") or language_of(text),
            "written_at": written and written.toordinal(),
        }
        kept = {name: value for name, value in metadata.items() if value is not None}
        digest = hashlib.sha256(json.dumps([_FORM, text, kept]).encode()).hexdigest()[:16]
        found: dict[str, str | int] = {"kin": kin(text), "spam": is_spam(text), "hash": digest}
        yield Entry(row["review_id"], text, {**kept, **found})
