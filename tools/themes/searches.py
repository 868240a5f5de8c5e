"""What people type into the search box, and after which searches they open nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import numpy as np
from ibis import _
from rapidfuzz import fuzz, process
from scipy import stats

from retrieval.privacy import cleaned, masked
from retrieval.terms import terms
from tools.metrics.relations import Condition, prepared
from tools.metrics.significance import SURE, two_proportions
from tools.periods import Period
from tools.query_metrics import MIN_PEOPLE
from tools.store.store import Store

OPENED = ("view", "cart", "wishlist", "purchase")
"""Events that show an item was found."""

ALIKE = 90  # of 100, from which two phrases are spellings of one (normalised indel similarity)
_HEADS, _TAILS = 500, 20_000  # phrases that others may be spellings of, and those others
_SHORTEST = 5  # letters below which a likeness says nothing


@dataclass(frozen=True)
class Phrase:
    """One thing looked for, all its spellings together.

    Attributes:
        text: Its commonest spelling, personal data masked.
        searches: Visits in which it was searched for.
        people: People who did; visits where people are not known.
        missed: Searches after which no item was opened.
        sure: Whether that is clearly more often than after other searches.
        items: Items whose name holds all its words.
    """

    text: str
    searches: int
    people: int
    missed: int
    sure: bool = False
    items: int = 0

    @property
    def rate(self) -> float:
        """Share of its searches after which no item was opened."""
        return self.missed / self.searches


@dataclass(frozen=True)
class Searches:
    """All searches of some days.

    Attributes:
        phrases: Those of `MIN_PEOPLE` people and more, the most searched first.
        n: Searches in all.
        missed: Those after which no item was opened.
        sql: The query that was run.
    """

    phrases: tuple[Phrase, ...]
    n: int
    missed: int
    sql: str

    @property
    def unfound(self) -> list[Phrase]:
        """Phrases that clearly lead nowhere more often than others, most misses first."""
        found = [phrase for phrase in self.phrases if phrase.sure]
        return sorted(found, key=lambda phrase: -phrase.missed)


def searches(store: Store, period: Period, conditions: Sequence[Condition] = ()) -> Searches:
    """The searches of `period`.

    A search is answered when an item is opened after it, before the visit's next search. The same
    phrase again in one visit counts once, as answered if it was answered once.
    """
    table = _by_phrase(prepared(store, "events", (), period, conditions))
    rows = table.to_pyarrow().to_pylist()
    n, missed = (sum(row[name] for row in rows) for name in ("searches", "missed"))
    known = [p for p in _grouped(rows) if p.people >= MIN_PEOPLE]
    told = _tested(known, n, missed, _names(store))
    return Searches(tuple(told), n, missed, str(ibis.to_sql(table, dialect="duckdb")))


def _by_phrase(events: ibis.Table) -> ibis.Table:
    """A row for each phrase typed, in small letters: searches, missed, people, and as `said`.

    Of several spellings the one with the most capitals is kept: they tell names and streets.
    """
    kept = events.filter(_.visit.notnull(), _.event_type.isin(OPENED) | (_.event_type == "search"))
    search = (kept.event_type == "search").cast("int64")
    moment = [kept.event_time, 1 - search]
    block = search.sum().over(ibis.cumulative_window(group_by=kept.visit, order_by=moment))
    people = kept.user_id if "user_id" in kept.columns else kept.visit
    said = kept["query"].strip()
    blocks = (
        kept.mutate(block=block, typed=said.lower(), said=said, person=people, opened=1 - search)
        .filter(_.block > 0)
        .group_by("visit", "block")
        .aggregate(
            typed=_.typed.max(), said=_.said.min(), person=_.person.max(), opened=_.opened.sum()
        )
        .filter(_.typed.notnull(), _.typed != "")
    )
    once = blocks.group_by("visit", "typed").aggregate(
        opened=_.opened.sum(), person=_.person.max(), said=_.said.min()
    )
    return once.group_by("typed").aggregate(
        searches=_.count(), missed=(_.opened == 0).sum(), people=_.person.nunique(),
        said=_.said.min(),
    ).order_by(_.searches.desc(), _.typed)  # fmt: skip


def _grouped(rows: Sequence[dict[str, int | str]]) -> list[Phrase]:
    """Phrases of the same words in any form or order, or spelt all but alike, as one."""
    groups: dict[tuple[str, ...], list[dict[str, int | str]]] = {}
    for row in rows:
        groups.setdefault(tuple(sorted(set(terms(str(row["typed"]))))), []).append(row)
    ranked = sorted(groups.values(), key=lambda own: -sum(int(row["searches"]) for row in own))
    for tail, head in _misspelt([str(own[0]["typed"]) for own in ranked]).items():
        ranked[head] += ranked[tail]
        ranked[tail] = []
    return [_phrase(own) for own in ranked if own]


def _misspelt(typed: Sequence[str]) -> dict[int, int]:
    """Places of phrases that are a rarer spelling of another, and the place of that one."""
    heads, tails = typed[:_HEADS], typed[:_TAILS]
    alike = process.cdist(tails, heads, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
    found: dict[int, int] = {}
    for tail, text in enumerate(tails):
        if len(text) < _SHORTEST:
            continue
        near = np.flatnonzero(alike[tail, : min(tail, len(heads))])
        head = next((int(h) for h in near if int(h) not in found), None)
        if head is not None:
            found[tail] = head
    return found


def _phrase(rows: Sequence[dict[str, int | str]]) -> Phrase:
    """The people of several spellings are at least those of the commonest."""
    text = masked(cleaned(str(rows[0]["said"]))).lower()
    searched, missed = (sum(int(row[name]) for row in rows) for name in ("searches", "missed"))
    return Phrase(text, searched, max(int(row["people"]) for row in rows), missed)


def _names(store: Store) -> list[frozenset[str]]:
    """The words of each item's name and category, in every language."""
    if "items" not in store.tables:
        return []
    said: dict[str, str] = {}
    columns = [c for c in ("title", "category", "brand") if f"items.{c}" in store.columns]
    for row in store.table("items").select("item_id", *columns).to_pyarrow().to_pylist():
        words = [str(row[c] or "") for c in columns]
        keys = [("item", row["item_id"]), *((c, row[c]) for c in columns if c != "title")]
        words += [label for key in keys for label in store.labels.get(key, {}).values()]
        said[row["item_id"]] = " ".join(words)
    return [frozenset(terms(text)) for text in said.values()]


def _tested(
    known: Sequence[Phrase], n: int, missed: int, names: Sequence[frozenset[str]]
) -> list[Phrase]:
    """With what is beyond chance (Benjamini & Hochberg 1995) and how many items are called so."""
    against = [
        two_proportions(p.missed, p.searches, missed - p.missed, n - p.searches) for p in known
    ]
    places = [place for place, value in enumerate(against) if value is not None]
    values = [value for value in against if value is not None]
    guarded = stats.false_discovery_control(values) if values else []
    sure = {place for place, value in zip(places, guarded, strict=True) if value <= SURE}
    return [
        Phrase(
            p.text, p.searches, p.people, p.missed,
            sure=place in sure and p.missed * n > missed * p.searches,
            items=sum(set(terms(p.text)) <= name for name in names),
        )
        for place, p in enumerate(known)
    ]  # fmt: skip
