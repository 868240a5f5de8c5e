"""What buyers praise, counted in reviews: the only praise that copy may repeat."""

import re
from functools import lru_cache
from pathlib import Path

import yaml
from ibis import _

from tools.drafts.models import Benefit
from tools.store.store import Store
from tools.wording.values import Name

_FILE = Path(__file__).with_name("aspects.yaml")
PRAISE, LEAST_PRAISE, LEAST_SHARE = 4, 10, 0.75
"""Stars that praise; reviews that must, and their least share of those that speak of it."""
MOST = 3


@lru_cache
def _aspects() -> tuple[tuple[str, Name, re.Pattern[str]], ...]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        (own["key"], Name(en=own["en"], zh=own["zh"]), re.compile(own["words"], re.IGNORECASE))
        for own in entries
    )


def benefits(store: Store, category: str | None) -> tuple[Benefit, ...]:
    """The aspects of `category` that most reviews praise and few complain of, most praised first.

    A review praises what it speaks of when it has 4 or 5 stars. Empty without reviews or stars, or
    where too few speak of the same thing.
    """
    if category is None or not {"reviews.rating", "items.category"} <= store.columns:
        return ()
    items = store.table("items").filter(_.category == category).select("item_id")
    rows = store.table("reviews").semi_join(items, "item_id").select("rating", "text")
    reviews = [(row["rating"], row["text"]) for row in rows.to_pyarrow().to_pylist()]
    found = []
    for key, name, words in _aspects():
        ratings = [rating for rating, text in reviews if rating and words.search(text)]
        praise = sum(rating >= PRAISE for rating in ratings)
        if praise >= LEAST_PRAISE and praise >= LEAST_SHARE * len(ratings):
            found.append(Benefit(key=key, name=name, n_praise=praise, n=len(ratings)))
    return tuple(sorted(found, key=lambda own: (-own.n_praise, own.key))[:MOST])
