"""What other customers wrote about a product, for a customer who asks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.filters import Filters
from tools.errors import ToolError
from tools.service.catalogue import meant_items
from tools.wording.values import Name

if TYPE_CHECKING:
    from tools.service.service import Service

QUOTED = 2


@dataclass(frozen=True)
class Opinion:
    """One review."""

    review_id: str
    item: Name
    rating: float | None
    text: str


@dataclass(frozen=True)
class Opinions:
    """Reviews found.

    Attributes:
        item: The product asked about; `None` where none was named.
        n: Reviews with stars that it has.
        stars: Their mean, 1-5.
        quoted: The reviews that answer best, in the order found.
    """

    item: Name | None
    n: int
    stars: float | None
    quoted: tuple[Opinion, ...]


def find_opinions(service: "Service", query: str, item: str = "") -> Opinions:
    """What customers wrote about `query`.

    Raises:
        ToolError: If the item is unknown, or there are no reviews to search in.
    """
    if service.reviews is None or "reviews" not in service.store.tables:
        raise ToolError("talk-reviews-unfound")
    ids = meant_items(service, item) if item else ()
    name = service.names[ids[0]] if len(ids) == 1 else None
    n, stars = _stars(service, ids[0]) if name else (0, None)
    if name and not n:
        return Opinions(name, 0, None, ())
    index = service.reviews()
    if not index.ready:
        raise ToolError("talk-reviews-unfound")
    found = index.search(query, QUOTED, Filters(item_ids=ids or None)).hits
    return Opinions(
        name,
        n,
        stars,
        tuple(
            Opinion(
                hit.review_id,
                service.names.get(hit.item_id or "", Name(en=hit.item_id or "")),
                hit.rating,
                hit.text,
            )
            for hit in found
        ),
    )


def _stars(service: "Service", item_id: str) -> tuple[int, float | None]:
    reviews = service.store.table("reviews")
    rated = reviews.filter((reviews.item_id == item_id) & reviews.rating.notnull())
    row = rated.aggregate(n=rated.count(), stars=rated.rating.mean()).to_pyarrow().to_pylist()[0]
    return int(row["n"]), float(row["stars"]) if row["n"] else None
