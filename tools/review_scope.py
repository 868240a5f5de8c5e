"""Which reviews a question is about: names and categories resolved, and what indexing reads."""

import re
from dataclasses import dataclass
from datetime import date

import ibis
import pyarrow as pa
from ibis import _

from retrieval.filters import Filters
from tools.errors import ToolError, nearest
from tools.store.store import Store
from tools.wording.values import Listing, Name, Quote

MOST_ITEMS = 200
"""Items one name may stand for ("耳机"); more is no name."""


_CHARACTERS = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Scope:
    """The reviews a question looks among."""

    filters: Filters

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day, if the question names a period."""
        first, last = self.filters.since, self.filters.until
        return (first, last) if first and last else None

    @property
    def narrow(self) -> bool:
        """Whether the question names an item, a category, stars or a period."""
        filters = self.filters
        bounds = (filters.item_ids, filters.category, filters.rating_min, filters.rating_max)
        return any(bound is not None for bound in (*bounds, filters.since))

    @property
    def words(self) -> tuple[str, ...]:
        """The filters but the period, as `dimension=value`."""
        shown = {
            "item": ",".join(self.filters.item_ids or ()),
            "category": self.filters.category,
            "rating": _stars(self.filters),
            "language": self.filters.language,
        }
        return tuple(f"{name}={value}" for name, value in shown.items() if value)

    def stars(self, store: Store) -> ibis.Table:
        """Reviews in scope whatever their stars: `n`, `rated`, `low` (1-2) and `high` (4-5)."""
        reviews = store.table("reviews")
        if self.filters.category is not None:
            items = store.table("items").filter(_.category == self.filters.category)
            reviews = reviews.semi_join(items, "item_id")
        if self.filters.item_ids is not None:
            reviews = reviews.filter(_.item_id.isin(self.filters.item_ids))
        if self.filters.language is not None:
            reviews = reviews.filter(_.language == self.filters.language)
        if self.period:
            reviews = reviews.filter(_.local_time.date().between(*self.period))
        return reviews.aggregate(
            n=_.count(),
            rated=_.rating.count(),
            low=(_.rating <= 2).sum(),
            high=(_.rating >= 4).sum(),
        )


def reviews_to_index(store: Store) -> pa.Table:
    """The store's reviews as `ReviewIndex.update` takes them.

    Raises:
        ToolError: If the store has no reviews.
    """
    reviews = store.table("reviews")
    if "items" in store.tables:
        items = store.table("items").select("item_id", "category")
        reviews = reviews.left_join(items, "item_id")
    else:
        reviews = reviews.mutate(category=ibis.null("string"))
    return reviews.select(
        "review_id",
        "item_id",
        "category",
        "rating",
        "title",
        "text",
        "language",
        written_at=_.local_time,
    ).to_pyarrow()


def item_names(store: Store) -> dict[str, Name]:
    """What each item is called, by its id; the id itself where nothing says."""
    titles = {}
    if "items" in store.tables:
        rows = store.table("items").select("item_id", "title").to_pyarrow().to_pylist()
        titles = {row["item_id"]: row["title"] or row["item_id"] for row in rows}
    elif "reviews" in store.tables:
        ids = store.table("reviews").select("item_id").distinct().to_pyarrow().to_pylist()
        titles = {row["item_id"]: row["item_id"] for row in ids if row["item_id"]}
    return {item: _item_name(store, item, title) for item, title in titles.items()}


def items_named(store: Store, items: dict[str, Name], given: str) -> tuple[str, ...]:
    """Ids of the items that `given` names.

    An id, a name in either language, part of one, words (or Chinese characters) of one in any
    order, or a category.

    Raises:
        ToolError: If none does, or far too many; names the nearest.
    """
    wanted = given.strip().casefold()
    spelt = {item: _spellings(name) for item, name in items.items()}
    words = _CHARACTERS.findall(wanted)
    for found in (
        tuple(item for item in spelt if wanted == item.casefold()),
        tuple(item for item, names in spelt.items() if wanted in names),
        tuple(item for item, names in spelt.items() if any(wanted in name for name in names)),
        _of_category(store, wanted),
        tuple(
            item
            for item, names in spelt.items()
            if words and any(all(word in name for word in words) for name in names)
        ),
    ):
        if wanted and 0 < len(found) <= MOST_ITEMS:
            return found
    raise _unknown(Name(en="item", zh="商品"), given, list(items.values()))


def category_named(store: Store, given: str) -> str:
    """The category that `given` names in either language, in singular or plural.

    Raises:
        ToolError: If there is none; names the nearest.
    """
    names = _categories(store)
    if category := _category(names, given):
        return category
    raise _unknown(Name(en="category", zh="品类"), given, list(names.values()))


def category_spellings(store: Store, given: str) -> tuple[str, ...]:
    """What else the category that `given` names is called; none where it is unknown."""
    names = _categories(store)
    category = _category(names, given)
    return (category, *_spellings(names[category])) if category else ()


def category_alone(store: Store, words: str) -> str | None:
    """The category that `words` name and nothing else, if they do."""
    wanted = words.strip().casefold().removesuffix("s")
    for category, name in _categories(store).items():
        spelt = (text.removesuffix("s") for text in (category.casefold(), *_spellings(name)))
        if wanted and wanted in spelt:
            return category
    return None


def _of_category(store: Store, given: str) -> tuple[str, ...]:
    category = _category(_categories(store), given)
    if category is None:
        return ()
    items = store.table("items").filter(_.category == category).select("item_id")
    return tuple(items.to_pyarrow()["item_id"].to_pylist())


def _categories(store: Store) -> dict[str, Name]:
    if "items" not in store.tables:
        return {}
    rows = store.table("items").select("category").distinct().to_pyarrow().to_pylist()
    return {
        row["category"]: store.name_of("category", row["category"])
        for row in rows
        if row["category"]
    }


def _category(names: dict[str, Name], given: str) -> str | None:
    """The category spelt so; else the only one whose name holds `given` or is held by it."""
    wanted = given.strip().casefold().removesuffix("s")
    spelt = {
        category: [text.casefold().removesuffix("s") for text in (category, *_spellings(name))]
        for category, name in names.items()
    }
    exact = [category for category, texts in spelt.items() if wanted in texts]
    part = [c for c, texts in spelt.items() if wanted and any(wanted in text for text in texts)]
    if exact:
        return exact[0]
    return part[0] if len(part) == 1 and len(wanted) > 1 else None


def _unknown(what: Name, given: str, names: list[Name]) -> ToolError:
    """Nothing is called `given`: the nearest names, else the first few."""
    spelt = {spelling: name for name in names for spelling in _spellings(name)}
    close = [spelt[spelling] for spelling in nearest(given.strip().casefold(), list(spelt))]
    known = tuple(dict.fromkeys(close or names[:5]))
    if not known:
        return ToolError("reviews-nothing-named", what=what, given=Quote(text=given))
    return ToolError(
        "unknown-choice", what=what, given=Quote(text=given), known=Listing(items=known)
    )


def _item_name(store: Store, item: str, title: str) -> Name:
    labels = store.labels.get(("item", item), {})
    return Name(en=labels.get("en", title), zh=labels.get("zh"))


def _spellings(name: Name) -> tuple[str, ...]:
    return tuple(text.casefold() for text in (name.en, name.zh) if text)


def _stars(filters: Filters) -> str:
    if filters.rating_min is not None:
        return f"{filters.rating_min}-5"
    return f"1-{filters.rating_max}" if filters.rating_max is not None else ""
