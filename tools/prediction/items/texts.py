"""What items are called, as vectors: words of the title, category and brand."""

import numpy as np
from ibis import _
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.feature_extraction.text import TfidfVectorizer

from tools.prediction.items.interactions import places
from tools.prediction.items.recommenders import Catalogue
from tools.store.store import Store


def catalogue_of(store: Store) -> Catalogue:
    """The catalogue of `store`; empty where it has none."""
    if "items" not in store.tables:
        empty = np.zeros(0, dtype=object)
        return Catalogue(empty, empty, empty, empty)
    columns = ("item_id", "title", "category", "brand")
    table = store.table("items").select(*columns).order_by(_.item_id).to_pyarrow()
    texts = ([value or "" for value in table[column].to_pylist()] for column in columns)
    return Catalogue(*(np.array(each, dtype=object) for each in texts))


def told(
    values: NDArray[np.object_], catalogue: Catalogue, items: NDArray[np.object_]
) -> NDArray[np.object_]:
    """`values` of the catalogue for `items`; empty for one it does not have."""
    at = places(catalogue.item_ids, items)
    if not len(values):
        return np.full(len(items), "", dtype=object)
    return np.where(at >= 0, values[at], "")


def vectors(catalogue: Catalogue, items: NDArray[np.object_]) -> csr_array:
    """TF-IDF of the letter triples of titles, categories and brands: rows of length 1, or 0."""
    columns = (catalogue.title, catalogue.category, catalogue.brand)
    fields = zip(*(told(values, catalogue, items) for values in columns), strict=True)
    documents = [_terms(title, kind, brand) for title, kind, brand in fields]
    if not any(documents):
        return csr_array((len(items), 1), dtype=np.float32)
    weighing = TfidfVectorizer(analyzer=lambda terms: terms, dtype=np.float32, sublinear_tf=True)
    return csr_array(weighing.fit_transform(documents))


def _terms(title: str, kind: str, brand: str) -> list[str]:
    """Triples of letters of the title, and the whole category (thrice) and brand."""
    letters = f" {title.casefold()} " if title else ""
    triples = [letters[i : i + 3] for i in range(len(letters) - 2)]
    return [
        *triples,
        *([f"category {kind}"] * 3 if kind else []),
        *([f"brand {brand}"] if brand else []),
    ]
