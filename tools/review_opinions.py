"""What reviews say when nothing in particular is asked: their mood and their typical opinions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from retrieval.embedding import Vectors
from retrieval.entries import Hit
from retrieval.filters import Filters
from retrieval.typical import LEAST, groups
from tools.review_quotes import Quoter, says
from tools.wording.statements import Statement
from tools.wording.values import Count, Share, Value

FEW = 10
HAPPY, UNHAPPY = 0.6, 0.5
"""Shares of 4-5 stars and of 1-2 stars from which customers are called mostly so."""

MOST = 4
SHORTEST = {"en": 40, "zh": 14}
"""Characters of a review that is worth quoting for many."""


@dataclass(frozen=True)
class Group:
    """Reviews that say much the same.

    Attributes:
        hit: A typical one of them, in the language of the question where there is one.
        size: How many they are.
    """

    hit: Hit
    size: int


@dataclass(frozen=True)
class Opinions:
    """Typical opinions in a scope.

    Attributes:
        quoter: Quotes reviews for the question.
        filters: The scope.
        whole: Reviews in scope whatever their stars: `n`, `rated`, `low` (1-2) and `high` (4-5).
    """

    quoter: Quoter
    filters: Filters
    whole: Mapping[str, int]

    def of_rating(
        self, rating: str, unfound: Statement | None
    ) -> tuple[list[Hit], list[Statement]]:
        """Typical praise or typical complaints.

        Args:
            rating: "negative", "positive", or "any" for reviews without stars.
            unfound: What to answer when a subject was asked for that no review speaks about.
        """
        n = self.whole[{"negative": "low", "positive": "high"}.get(rating, "n")]
        total: dict[str, Value] = {"n": Count(n=n), "all": Count(n=self.whole["n"])}
        if rating != "any" and not self.whole["rated"]:
            return [], [says("reviews-unrated", "answer", total)]
        found = self.groups(self.filters, n)
        if not found:
            return [], [says(f"reviews-no-{rating}", "answer", total)]
        if len(found) == 1:
            return self._few(rating, total, unfound)
        hits = [group.hit for group in found]
        said = list(zip(found, self._texts(found, rating), strict=True))
        statements = [unfound] if unfound else []
        for group, text in said:
            first = not statements
            statements.append(
                self.quoter.within(
                    f"reviews-groups-{rating}" if first else "reviews-group",
                    "answer" if first else "highlight",
                    group.hit,
                    text,
                    {"size": Count(n=group.size), **total},
                    ("reviews-groups-rough",),
                )
            )
        rough = says("reviews-groups-rough", "caveat")
        return hits, [*statements, *self.quoter.foreign(hits), rough]

    def mood(
        self, against: list[Statement], unfound: Statement | None
    ) -> tuple[list[Hit], list[Statement]]:
        """How happy customers are, with typical praise and typical complaints.

        Args:
            against: How that compares with the store.
            unfound: What to answer first when a subject was asked for that no review speaks about.
        """
        if not self.whole["rated"]:
            return self.of_rating("any", unfound)
        n, low, high = (self.whole[name] for name in ("rated", "low", "high"))
        kind = "good" if high >= HAPPY * n else "bad" if low >= UNHAPPY * n else "mixed"
        values: dict[str, Value] = {
            "n": Count(n=n),
            "low": Share(ratio=low / n, digits=0),
            "high": Share(ratio=high / n, digits=0),
        }
        few = [says("reviews-few", "caveat", {"n": Count(n=n)})] if n < FEW else []
        needs = ("reviews-few",) if few else ()
        answer = says(f"reviews-mood-{kind}", "highlight" if unfound else "answer", values, needs)
        praise = self.groups(replace(self.filters, rating_min=4), high)[:2]
        complaints = self.groups(replace(self.filters, rating_max=2), low)[:2]
        hits = [group.hit for group in (*praise, *complaints)]
        quotes = [
            self.quoter.within(message, "highlight", group.hit, text)
            for message, rating, found in (
                ("reviews-praise", "positive", praise),
                ("reviews-complaint", "negative", complaints),
            )
            for group, text in zip(found, self._texts(found, rating), strict=True)
        ]
        first = [unfound] if unfound else []
        return hits, [*first, answer, *against, *quotes, *few, *self.quoter.foreign(hits)]

    def groups(self, filters: Filters, n: int) -> list[Group]:
        """Groups of the `n` reviews that meet `filters`, the largest first."""
        hits, vectors = self.quoter.index.members(filters)
        if not hits:
            return []
        kinds = [f"{hit.category} {hit.language}" for hit in hits]
        found = groups(vectors, kinds, MOST)
        return [
            Group(self._typical([hits[i] for i in members]), round(len(members) * n / len(hits)))
            for members in found
        ]

    def _texts(self, found: list[Group], rating: str) -> list[str]:
        return self.quoter.texts([group.hit for group in found], self._towards(rating))

    def _towards(self, rating: str) -> Vectors | None:
        """Where reviews with many stars lie, seen from those with few, or the other way round."""
        if rating == "any":
            return None
        index = self.quoter.index
        high, low = (
            index.members(filters, most=1000)[1]
            for filters in (Filters(rating_min=4), Filters(rating_max=2))
        )
        if not len(high) or not len(low):
            return None
        apart = high.mean(axis=0) - low.mean(axis=0)
        return np.asarray(apart if rating == "positive" else -apart, np.float32)

    def _typical(self, hits: list[Hit]) -> Hit:
        """The most typical that is long enough and, if any is, in the language of the question."""
        return self._long_first(hits)[0]

    def _long_first(self, hits: list[Hit]) -> list[Hit]:
        ordered = self.quoter.preferred(hits)
        return sorted(ordered, key=lambda hit: len(hit.text) < SHORTEST.get(hit.language, 40))

    def _few(
        self, rating: str, total: Mapping[str, Value], unfound: Statement | None
    ) -> tuple[list[Hit], list[Statement]]:
        """Too few to be parted into groups: some of them as they are."""
        hits, _ = self.quoter.index.members(self.filters)
        shown = self._long_first(hits)[:MOST]
        answer = unfound or says(f"reviews-typical-{rating}", "answer", total, ("reviews-few",))
        few = says("reviews-few", "caveat", {"n": Count(n=len(hits))})
        caveats = [*([few] if len(hits) < 2 * LEAST else []), *self.quoter.foreign(shown)]
        return shown, [answer, *self.quoter.plain(shown, self._towards(rating)), *caveats]
