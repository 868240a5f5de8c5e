"""Which reviews a search looks among, as each of the two indexes is told."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tantivy import FieldType, Occur, Query, Schema


@dataclass(frozen=True)
class Filters:
    """Which reviews to look among; `None` keeps all.

    Attributes:
        item_ids: Reviews of these items.
        category: Reviews of items of this category.
        rating_min: Fewest stars, 1-5.
        rating_max: Most stars, 1-5.
        language: ISO 639-1 code.
        since: First day written, store time zone.
        until: Last day written, store time zone.
        mood: 1 for favourable reviews, -1 for unfavourable ones: by their stars, or where they have
            none by their text; see `retrieval.polarity`.
        apart_from: `kin` of texts to leave out.
    """

    item_ids: tuple[str, ...] | None = None
    category: str | None = None
    rating_min: int | None = None
    rating_max: int | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None
    mood: int | None = None
    apart_from: tuple[str, ...] = ()

    def where(self) -> dict[str, Any] | None:
        """The filters as Chroma's `where`."""
        conditions: list[dict[str, Any]] = []
        if self.item_ids is not None:
            conditions.append({"item_id": {"$in": list(self.item_ids)}})
        for key, value in self._equal:
            conditions.append({key: {"$eq": value}})
        for key, low, high in self._between:
            conditions += [{key: {"$gte": low}}] if low is not None else []
            conditions += [{key: {"$lte": high}}] if high is not None else []
        if self.apart_from:
            conditions.append({"kin": {"$nin": list(self.apart_from)}})
        if len(conditions) > 1:
            return {"$and": conditions}
        return conditions[0] if conditions else None

    def clauses(self, schema: Schema) -> list[tuple[Occur, Query]]:
        """The filters as clauses of a tantivy query that leave its score alone."""
        kept = []
        if self.item_ids is not None:
            kept.append(Query.term_set_query(schema, "item_id", list(self.item_ids)))
        kept += [Query.term_query(schema, key, value) for key, value in self._equal]
        kept += [
            Query.range_query(schema, key, FieldType.Integer, low, high)
            for key, low, high in self._between
            if low is not None or high is not None
        ]
        clauses = [(Occur.Must, Query.const_score_query(query, 0.0)) for query in kept]
        if self.apart_from:
            out = Query.term_set_query(schema, "kin", list(self.apart_from))
            clauses.append((Occur.MustNot, out))
        return clauses

    @property
    def _equal(self) -> list[tuple[str, str]]:
        wanted = (("category", self.category), ("language", self.language))
        return [(key, value) for key, value in wanted if value is not None]

    @property
    def _between(self) -> tuple[tuple[str, int | None, int | None], ...]:
        days = [day.toordinal() if day else None for day in (self.since, self.until)]
        return (
            ("rating", self.rating_min, self.rating_max),
            ("written_at", days[0], days[1]),
            ("mood", self.mood, self.mood),
        )
