"""What customers say: reviews found by meaning, quoted with their ids."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import ibis

from retrieval.centring import language_of
from retrieval.privacy import cleaned
from retrieval.quoting import quote, sentences
from retrieval.review_index import Filters, Hit, ReviewIndex
from tools.errors import ToolError
from tools.periods import resolve
from tools.result import Column, Provenance, ToolResult
from tools.review_scope import Scope, category_named, item_names, items_named
from tools.store.store import Store
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Day, Name, Quote, Share, Value

CLOSE = 50
"""Most reviews whose ratings are counted as those closest to a question."""

FEW = 10
QUOTED = 4
RATINGS = {"any": (None, None), "positive": (4, None), "negative": (None, 2)}
COLUMNS = (
    Column(name="review_id", label=Name(en="Review", zh="评价编号")),
    Column(name="item", label=Name(en="Item", zh="商品")),
    Column(name="rating", label=Name(en="Stars", zh="星级"), unit="rating"),
    Column(name="language", label=Name(en="Language", zh="语言")),
    Column(name="date", label=Name(en="Date", zh="日期")),
    Column(name="text", label=Name(en="Text", zh="内容")),
    Column(name="score", label=Name(en="Closeness", zh="相关度"), unit="number"),
)


@dataclass(frozen=True)
class ReviewTools:
    """Read-only questions about what customers wrote.

    Attributes:
        store: The store.
        index: Opens its reviews by meaning, which `storewise index` fills; called only when a
            question needs them, because it loads the embedding model.
    """

    store: Store
    index: Callable[[], ReviewIndex]

    def search_reviews(
        self,
        query: str,
        item: str | None = None,
        category: str | None = None,
        rating: Literal["any", "positive", "negative"] = "any",
        language: Literal["any", "en", "zh"] = "any",
        period: str | None = None,
        k: int = 8,
    ) -> ToolResult:
        """Find reviews about a subject and quote what customers say in them.

        Use for what customers say, praise or complain about; for average ratings or how many
        reviews there are use `query_metrics`.

        Args:
            query: The subject in a few words, in the asker's own words, such as "battery life".
            item: Name or id of one item, if the question names one.
            category: Category, if the question names one.
            rating: "negative" for complaints (1-2 stars), "positive" for praise (4-5 stars).
            language: Language the reviews are written in.
            period: When they were written, such as "last_month" or "2026-Q3".
            k: How many reviews to list, 1 to 50.

        Returns:
            The reviews found, nearest first; facts give their stars against all reviews' and quote
            the nearest. Reviews too far from the query are left out, so there may be none.

        Raises:
            ToolError: If the query has no words, the item, category or period is unknown, or the
                reviews have not been indexed.
        """
        if not re.search(r"\w", query):
            raise ToolError("reviews-no-words")
        scope = self._scope(item, category, rating, language, period)
        index = self.index()
        if not index.ready:
            raise ToolError("reviews-not-indexed")
        close = _close(index, query, scope.filters)
        k = max(1, min(k, CLOSE))
        stars = scope.stars(self.store)
        whole = {name: int(n or 0) for name, n in stars.to_pyarrow().to_pylist()[0].items()}
        return ToolResult(
            tool="search_reviews",
            columns=COLUMNS,
            rows=tuple(self._row(hit) for hit in close[:k]),
            statements=(
                *_summary(_shown(query), close, whole, rating),
                *self._quotes(index, query, close[:k]),
                *self._unindexed(index),
            ),
            provenance=Provenance(
                tables=("reviews",),
                period=scope.period,
                filters=scope.words,
                row_count=whole["n"],
                sql=str(ibis.to_sql(stars, dialect="duckdb")),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
            citations=tuple(hit.review_id for hit in close[:k]),
        )

    def _scope(
        self, item: str | None, category: str | None, rating: str, language: str, period: str | None
    ) -> Scope:
        self.store.table("reviews")  # says how to import them if there are none
        days = resolve(period, self.store.today, self.store.calendar[0]) if period else None
        low, high = RATINGS[rating]
        filters = Filters(
            item_ids=items_named(self._items, item) if item else None,
            category=category_named(self.store, category) if category else None,
            rating_min=low,
            rating_max=high,
            language=None if language == "any" else language,
            since=days.first if days else None,
            until=days.last if days else None,
        )
        return Scope(filters)

    def _row(self, hit: Hit) -> dict[str, str | int | float | None]:
        return {
            "review_id": hit.review_id,
            "item": item.en if (item := self._item(hit)) else None,
            "rating": hit.rating,
            "language": hit.language,
            "date": hit.written_on.isoformat() if hit.written_on else None,
            "text": hit.text,
            "score": round(hit.score, 3),
        }

    def _item(self, hit: Hit) -> Name | None:
        return self._items.get(hit.item_id, Name(en=hit.item_id)) if hit.item_id else None

    @cached_property
    def _items(self) -> dict[str, Name]:
        return item_names(self.store)

    def _quotes(self, index: ReviewIndex, query: str, hits: Sequence[Hit]) -> list[Statement]:
        """The nearest reviews in their own words, those in the asker's language first."""
        asked = language_of(query)
        nearest = sorted(hits, key=lambda hit: hit.language != asked)[:QUOTED]
        if not nearest:
            return []
        pieces = [sentences(hit.text) for hit in nearest]
        vectors = index.passage_vectors([piece for part in pieces for piece in part])
        question = index.query_vector(query)
        quotes, start = [], 0
        for hit, part in zip(nearest, pieces, strict=True):
            text = quote(part, vectors[start : start + len(part)], question)
            quotes.append(_quoted(hit, text, self._item(hit)))
            start += len(part)
        if any(hit.language != asked for hit in nearest):
            quotes.append(_says("reviews-quotes-foreign", "caveat"))
        return quotes

    def _unindexed(self, index: ReviewIndex) -> list[Statement]:
        """A caveat when reviews were imported since the last indexing."""
        n = int(self.store.table("reviews").count().execute()) - len(index)
        if n <= 0:
            return []
        return [_says("reviews-behind", "caveat", {"n": Count(n=n)})]


def _close(index: ReviewIndex, query: str, filters: Filters) -> list[Hit]:
    """Reviews near enough in meaning, then those that hold the very words."""
    close = index.relevant(index.search(query, CLOSE, filters))
    if len(close) < FEW and len(query) <= 30:
        known = {hit.review_id for hit in close}
        literal = index.search(query, CLOSE, filters, literal=True)
        close += [hit for hit in literal if hit.review_id not in known]
    return close[:CLOSE]


def _summary(
    query: str, close: Sequence[Hit], whole: Mapping[str, int], rating: str
) -> list[Statement]:
    """How many reviews come close to the question and how happy their writers are."""
    if not whole["n"]:
        return [_says("reviews-none-at-all", "answer")]
    values: dict[str, Value] = {"query": Quote(text=query), "n": Count(n=len(close))}
    if not close:
        searched: dict[str, Value] = {"query": Quote(text=query), "all": Count(n=whole["n"])}
        return [_says("reviews-none", "answer", searched), _says("reviews-hint", "caveat")]
    few = [_says("reviews-few", "caveat", {"n": Count(n=len(close))})] if len(close) < FEW else []
    stars = [hit.rating for hit in close if hit.rating is not None]
    low, high = sum(s <= 2 for s in stars), sum(s >= 4 for s in stars)
    message = f"reviews-found-{rating}" if rating != "any" else "reviews-found"
    against: list[Statement] = []
    if rating == "any" and len(stars) == len(close):
        message = "reviews-split"
        values |= {"low": Count(n=low), "high": Count(n=high)}
        against = _against(low, len(stars), whole)
    answer = _says(message, "answer", values, ("reviews-few",) if few else ())
    return [answer, *against, *few]


def _against(low: int, n: int, whole: Mapping[str, int]) -> list[Statement]:
    """Whether 1-2 stars are as frequent among `n` reviews as among all.

    The test is the normal approximation to the binomial, two-sided at 5 %, corrected for
    continuity.
    """
    if n < FEW or whole["rated"] <= n:
        return []
    usual = whole["low"] / whole["rated"]
    surplus = low - n * usual
    clear = abs(surplus) - 0.5 > 1.96 * math.sqrt(n * usual * (1 - usual))
    kind = "usual" if not clear else "unhappy" if surplus > 0 else "happy"
    shares: dict[str, Value] = {
        "low": Share(ratio=low / n, digits=0),
        "usual": Share(ratio=usual, digits=0),
    }
    return [_says(f"reviews-more-{kind}", "highlight", shares)]


def _quoted(hit: Hit, text: str, item: Name | None) -> Statement:
    """One quote with as much about its review as is known."""
    values: dict[str, Value] = {"quote": Quote(text=text), "id": Quote(text=hit.review_id)}
    message = "reviews-quote"
    if hit.rating is not None:
        values["stars"] = Count(n=hit.rating)
        message += "-stars"
    if item:
        values["item"] = item
        message += "-item"
    if hit.written_on:
        values["day"] = Day(day=hit.written_on)
        message += "-day"
    return _says(message, "highlight", values)


def _says(
    message: str,
    role: Role,
    values: Mapping[str, Value] | None = None,
    needs: tuple[str, ...] = (),
) -> Statement:
    return Statement(message=message, role=role, values=dict(values or {}), needs=needs)


def _shown(query: str) -> str:
    """The question as it is repeated to the asker: one line, at most 60 characters."""
    words = cleaned(" ".join(query.split()))
    return words if len(words) <= 60 else f"{words[:59]}…"
