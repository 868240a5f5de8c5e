"""What customers say: reviews found by meaning, quoted with their ids."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import ibis
from ibis import _

from retrieval.entries import Hit
from retrieval.filters import Filters
from retrieval.review_index import ReviewIndex
from tools.errors import ToolError
from tools.periods import resolve
from tools.result import Column, Provenance, ToolResult
from tools.review_asked import Asked
from tools.review_closest import CLOSE, Close, against, closest, searched, summary
from tools.review_opinions import Opinions
from tools.review_phrases import in_scope, scope_name
from tools.review_quotes import Quoter, says
from tools.review_scope import Scope, category_named, category_spellings, item_names, items_named
from tools.review_search import STARS
from tools.review_subject import ends
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Name

QUOTED = 4
NEAREST = 20
"""Reviews among which quotes in the asker's language are looked for."""

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
            query: The subject in the asker's own words, such as "battery life", or the question.
            item: Name or id of one item, if the question names one.
            category: Category, if the question names one.
            rating: "negative" for complaints (1-2 stars), "positive" for praise (4-5 stars).
            language: Language the reviews are written in.
            period: When they were written, such as "last_month" or "2026-Q3".
            k: How many reviews to list, 1 to 50.

        Returns:
            The reviews found, nearest first; facts give their stars against all reviews' and quote
            the nearest. Where the query names no subject, typical opinions in the same scope.

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
        stars = scope.stars(self.store)
        whole = _counts(stars)
        quoter = Quoter(index, query, self._items)
        asked = Asked.of(query, self._named(item, category), self.store)
        close = closest(index, asked, scope.filters) if asked.about else Close()
        if not close.hits and asked.guessed:
            asked = Asked(query, "")
        if close.hits or not whole["n"] or (asked.about and not scope.narrow):
            hits = _with_quoted(close.hits, quoter, max(1, min(k, CLOSE)))
            quoted = quoter.preferred(hits)[:QUOTED]
            said = [*summary(asked, close, whole, rating), *quoter.plain(quoted)]
            said += quoter.foreign(quoted)
        else:
            hits, said = self._typical(asked, scope, quoter, whole, rating)
        return ToolResult(
            tool="search_reviews",
            columns=COLUMNS,
            rows=tuple(self._row(hit, quoter) for hit in hits),
            statements=(*in_scope(said, self._scoped(item, scope)), *self._unindexed(index)),
            provenance=Provenance(
                tables=("reviews",),
                period=scope.period,
                filters=scope.words,
                row_count=whole["n"],
                sql=str(ibis.to_sql(stars, dialect="duckdb")),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
            citations=tuple(hit.review_id for hit in hits),
        )

    def _typical(
        self, asked: "Asked", scope: Scope, quoter: Quoter, whole: Mapping[str, int], rating: str
    ) -> tuple[list[Hit], list[Statement]]:
        """What reviews in scope say when no subject is asked for, or none is found."""
        opinions = Opinions(quoter, scope.filters, whole)
        unfound = None
        if asked.about:
            unfound = says(
                "reviews-none-typical",
                "answer",
                {"query": asked.shown, "all": Count(n=searched(whole, rating))},
            )
        if rating != "any":
            return opinions.of_rating(rating, unfound)
        compared: list[Statement] = []
        if scope.narrow and whole["rated"]:
            store = _counts(Scope(Filters()).stars(self.store))
            compared = against(whole["low"], whole["rated"], store, "reviews-store")
        return opinions.mood(compared, unfound)

    def _scoped(self, item: str | None, scope: Scope) -> Name:
        """What the reviews are of, and when they were written, inside a sentence."""
        ids, category = scope.filters.item_ids, scope.filters.category
        kept = [self._items[ids[0]] if len(ids) == 1 else Name(en=item or "")] if ids else []
        kept += [self.store.name_of("category", category)] if category else []
        return scope_name(kept, scope.period)

    def _named(self, item: str | None, category: str | None) -> list[str]:
        """The names the question may call its item and its category by."""
        names = [name for name in (item, category) if name]
        for name in (item, category):
            names += category_spellings(self.store, name) if name else ()
        return [*names, *(end for name in names for end in ends(name))]

    def _scope(
        self, item: str | None, category: str | None, rating: str, language: str, period: str | None
    ) -> Scope:
        self.store.table("reviews")  # says how to import them if there are none
        days = resolve(period, self.store.today, self.store.calendar[0]) if period else None
        low, high = STARS[rating]
        ids = items_named(self.store, self._items, item) if item else None
        filters = Filters(
            item_ids=ids,
            category=category_named(self.store, category) if category else None,
            rating_min=low,
            rating_max=high,
            language=None if language == "any" else language,
            since=days.first if days else None,
            until=days.last if days else None,
        )
        return Scope(filters)

    def _row(self, hit: Hit, quoter: Quoter) -> dict[str, str | int | float | None]:
        return {
            "review_id": hit.review_id,
            "item": item.en if (item := quoter.item(hit)) else None,
            "rating": hit.rating,
            "language": hit.language,
            "date": hit.written_on.isoformat() if hit.written_on else None,
            "text": hit.text,
            "score": round(hit.score, 3) if hit.score else None,
        }

    @cached_property
    def _items(self) -> dict[str, Name]:
        return item_names(self.store)

    def _unindexed(self, index: ReviewIndex) -> list[Statement]:
        """A caveat when reviews were imported since the last indexing."""
        said = self.store.table("reviews").filter(_.text.strip() != "")
        n = int(said.count().execute()) - len(index)
        if n <= 0:
            return []
        return [says("reviews-behind", "caveat", {"n": Count(n=n)})]


def _with_quoted(close: Sequence[Hit], quoter: Quoter, k: int) -> list[Hit]:
    """The `k` nearest and, from the next few, those in the asker's language to quote."""
    quoted = quoter.preferred(close[: max(k, NEAREST)])[:QUOTED]
    return [*close[:k], *(hit for hit in quoted if hit not in close[:k])]


def _counts(stars: ibis.Table) -> dict[str, int]:
    return {name: int(n or 0) for name, n in stars.to_pyarrow().to_pylist()[0].items()}
