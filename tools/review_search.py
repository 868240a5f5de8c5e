"""Reviews ranked for a search, as a list: what `storewise search` prints."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from retrieval.filters import Filters
from retrieval.review_index import Found, ReviewIndex
from tools.errors import ToolError
from tools.review_mood import asked_mood
from tools.review_scope import category_alone, category_named, item_names, items_named
from tools.store.store import Store

STARS = {"any": (None, None), "positive": (4, None), "negative": (None, 2)}
"""Fewest and most stars of each kind of review."""

MOODS = {"positive": 1, "negative": -1}


@dataclass(frozen=True)
class ReviewSearch:
    """Ranked reviews of one store.

    Attributes:
        store: The store.
        index: Opens its reviews, which `storewise index` fills.
    """

    store: Store
    index: Callable[[], ReviewIndex]

    def find(
        self,
        query: str,
        k: int = 8,
        *,
        item: str | None = None,
        category: str | None = None,
        rating: str = "any",
        language: str | None = None,
        since: date | None = None,
    ) -> Found:
        """The `k` reviews that answer `query` best.

        Words that ask for praise or complaints ("差评") become a filter on stars, and a category
        that stands alone beside them becomes one too; what is left is looked for.

        Args:
            query: A question or a few words.
            k: Most reviews.
            item: Name or id of one item.
            category: A category, in either language.
            rating: "any", "positive" (4-5 stars), "negative" (1-2), "3", or "2-4". Reviews without
                stars are taken for positive or negative where their text is clearly so.
            language: ISO 639-1 code of the language reviews are written in.
            since: First day written, store time zone.

        Raises:
            ToolError: If the query has no words, the item, category or rating is unknown, or the
                reviews have not been indexed.
        """
        if not any(letter.isalnum() for letter in query):
            raise ToolError("reviews-no-words")
        asked, left = asked_mood(query) if rating == "any" else ("any", query)
        wanted = category_named(self.store, category) if category else None
        if asked != "any" and not wanted:
            wanted = category_alone(self.store, left)
        index = self.index()
        if not index.ready:
            raise ToolError("reviews-not-indexed")
        low, high, mood = _bounds(rating, asked, index.has_moods)
        filters = Filters(
            item_ids=items_named(self.store, item_names(self.store), item) if item else None,
            category=wanted,
            rating_min=low,
            rating_max=high,
            language=language,
            since=since,
            mood=mood,
        )
        return index.search(left or query, k, filters)


def _bounds(rating: str, asked: str, has_moods: bool) -> tuple[int | None, int | None, int | None]:
    """Fewest stars, most stars and mood that `rating`, or else the query, asks for."""
    if rating not in STARS:
        return (*_stars(rating), None)
    wish = rating if rating in MOODS else asked
    if has_moods:
        return None, None, MOODS.get(wish)
    return (*STARS[wish], None)


def _stars(rating: str) -> tuple[int, int]:
    """Fewest and most stars that `rating` names, such as "3" or "2-4"."""
    low, _, high = rating.partition("-")
    if not all(part in set("12345") for part in (low, high or low)):
        raise ToolError("reviews-unknown-rating")
    return int(low), int(high or low)
