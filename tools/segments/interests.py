"""What customers are interested in: the store's categories, scored by what they did and wrote.

Everything a customer looked for, viewed, saved, bought or wrote about is a short text (a search,
the name of an item, a review). A zero-shot classifier says which category each text is about: the
softmax of the cosine between its embedding and those of the categories' names (as CLIP classifies
pictures; Radford et al. 2021, "Learning Transferable Visual Models From Natural Language
Supervision", section 3.1), mixed with the category an item stands in. Texts are weighed by what was
done and how long ago, and the sum is shrunk towards what customers are interested in on the whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray

from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.prediction.activity import actions
from tools.store.store import Store
from tools.wording.values import Name

Floats = NDArray[np.float64]
Embed = Callable[[Sequence[str]], NDArray[np.float32]]

WEIGHTS = {"view": 1.0, "search": 3.0, "wishlist": 3.0, "cart": 3.0, "purchase": 1.0}
REVIEWED = 2.0
"""Weight of a review, and of one action of each kind; an item bought is often not wanted again."""
HALF_LIFE = 90.0  # days after which an action weighs half
TEMPERATURE = 0.06  # of the softmax over cosines
OWN = 0.9  # weight of the category an item stands in, against what its name says
SHRINK = 10.0  # actions that the store's mean weighs as much as


@dataclass(frozen=True)
class Evidence:
    """What customers did, as weighted texts.

    Attributes:
        user_ids: Who, ascending: [n_users].
        texts: Every text once: [n_texts].
        own: Place of the category an item stands in among the tags, -1 for other texts: [n_texts].
        rows: Place in `user_ids`: [n].
        columns: Place in `texts`: [n].
        weights: How much it counts: [n].
    """

    user_ids: list[str]
    texts: list[str]
    own: NDArray[np.int_]
    rows: NDArray[np.int_]
    columns: NDArray[np.int_]
    weights: Floats


@dataclass(frozen=True)
class Interests:
    """The interests of the customers of one store, in its categories.

    Attributes:
        store: The store.
        embed: Makes vectors of length 1 of texts: [n, width].
    """

    store: Store
    embed: Embed
    _vectors: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)

    @cached_property
    def tags(self) -> dict[str, Name]:
        """Every category with what it is called."""
        if "items.category" not in self.store.columns:
            return {}
        semantics = Semantics(self.store)
        category = DIMENSIONS["category"]
        return semantics.names(category, semantics.values(category))

    def evidence(self, cut: date, user_ids: Sequence[str] | None = None) -> Evidence:
        """What customers did before `cut`.

        Args:
            cut: First day not looked at, store time zone.
            user_ids: Whom to look at; everyone if not given.
        """
        told = [
            self._acted(cut, user_ids),
            *self._searched(cut, user_ids),
            *self._wrote(cut, user_ids),
        ]
        table = pa.concat_tables(part.to_pyarrow().cast(SCHEMA) for part in told)
        users, rows = np.unique(
            np.array(table["user_id"].to_pylist(), dtype=str), return_inverse=True
        )
        keys = [f"{text}\x1f{tag}" for text, tag in zip(
            table["text"].to_pylist(), table["category"].to_pylist(), strict=True)]  # fmt: skip
        known, columns = np.unique(np.array(keys, dtype=str), return_inverse=True)
        parts = [str(key).split("\x1f") for key in known]
        places = {tag: place for place, tag in enumerate(self.tags)}
        own = np.array([places.get(tag, -1) for _text, tag in parts], dtype=int)
        weights = np.asarray(table["weight"].to_numpy(), dtype=float)
        return Evidence(users.tolist(), [text for text, _tag in parts], own, rows, columns, weights)

    def scores(self, evidence: Evidence, prior: Floats) -> Floats:
        """Interest in each tag, adding up to 1 over them: [n_users, n_tags].

        Args:
            evidence: What customers did.
            prior: What customers are interested in on the whole, adding up to 1: [n_tags].
        """
        about = self.about(evidence.texts, evidence.own)
        found = np.zeros((len(evidence.user_ids), len(self.tags)))
        np.add.at(found, evidence.rows, evidence.weights[:, None] * about[evidence.columns])
        total = np.bincount(evidence.rows, evidence.weights, len(evidence.user_ids))
        return np.asarray((found + SHRINK * prior) / (total[:, None] + SHRINK))

    def about(self, texts: list[str], own: NDArray[np.int_]) -> Floats:
        """Which tag each text is about, adding up to 1: [n_texts, n_tags]."""
        tags = self._embedded([f"{n.en} {n.zh or ''}".strip() for n in self.tags.values()])
        centre = tags.mean(axis=0)
        cosine = _unit(self._embedded(texts) - centre) @ _unit(tags - centre).T
        heat = np.exp((cosine - cosine.max(axis=1, keepdims=True)) / TEMPERATURE)
        said = heat / heat.sum(axis=1, keepdims=True)
        known = own >= 0
        said[known] *= 1 - OWN
        said[np.flatnonzero(known), own[known]] += OWN
        return np.asarray(said, dtype=float)

    def prior(self, cut: date) -> Floats:
        """Shares of the categories in all that customers did with items before `cut`: [n_tags]."""
        counted = self._items(cut, None).group_by("category").aggregate(n=_.weight.sum())
        shares = dict(zip(*counted.to_pyarrow().to_pydict().values(), strict=True))
        found = np.array([float(shares.get(tag) or 0.0) + 1.0 for tag in self.tags])
        return np.asarray(found / found.sum())

    def _items(self, cut: date, user_ids: Sequence[str] | None) -> ibis.Table:
        """Actions on items of known category: user_id, category, item_id, weight."""
        end = ibis.literal(cut)
        acts = actions(self.store).filter(_.time.date() < end, _.kind.isin(list(WEIGHTS)))
        if user_ids is not None:
            acts = acts.filter(_.user_id.isin(list(user_ids)))
        items = self.store.table("items").select("item_id", "title", "category")
        joined = acts.inner_join(items.filter(_.category.notnull()), "item_id")
        return joined.mutate(weight=_weight(joined.kind) * _faded(joined.time.date(), end))

    def _acted(self, cut: date, user_ids: Sequence[str] | None) -> ibis.Table:
        acts = self._items(cut, user_ids)
        text = acts.title.fill_null(acts.category)
        return acts.group_by("user_id", text=text, category=acts.category).aggregate(
            weight=_.weight.sum()
        )

    def _searched(self, cut: date, user_ids: Sequence[str] | None) -> list[ibis.Table]:
        if "events.query" not in self.store.columns:
            return []
        end = ibis.literal(cut)
        events = self.store.table("events").filter(
            _.query.notnull(), _.user_id.notnull(), _.local_time.date() < end
        )
        if user_ids is not None:
            events = events.filter(_.user_id.isin(list(user_ids)))
        faded = WEIGHTS["search"] * _faded(events.local_time.date(), end)
        found = events.group_by("user_id", text=events["query"]).aggregate(weight=faded.sum())
        return [found.mutate(category=ibis.literal("")).select(*SCHEMA.names)]

    def _wrote(self, cut: date, user_ids: Sequence[str] | None) -> list[ibis.Table]:
        if not {"reviews.user_id", "reviews.text", "reviews.written_at"} <= self.store.columns:
            return []
        end = ibis.literal(cut)
        reviews = self.store.table("reviews").filter(_.user_id.notnull(), _.local_time.date() < end)
        if user_ids is not None:
            reviews = reviews.filter(_.user_id.isin(list(user_ids)))
        weight = REVIEWED * _faded(reviews.local_time.date(), end)
        return [reviews.select("user_id", "text", category=ibis.literal(""), weight=weight)]

    def _embedded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of `texts`, each made once."""
        if new := [text for text in dict.fromkeys(texts) if text not in self._vectors]:
            self._vectors.update(zip(new, self.embed(new), strict=True))
        return np.array([self._vectors[text] for text in texts], dtype=np.float32)


SCHEMA = pa.schema([("user_id", pa.string()), ("text", pa.string()), ("category", pa.string()),
                    ("weight", pa.float64())])  # fmt: skip


def _weight(kind: ibis.Value) -> ibis.Value:
    return ibis.cases(*((kind == name, weight) for name, weight in WEIGHTS.items()), else_=0.0)


def _faded(day: ibis.Value, end: ibis.Value) -> ibis.Value:
    """1 for the day before `end`, half of that for each half-life before."""
    age = -day.delta(end, unit="day").cast("float64") - 1
    return ibis.literal(2.0).pow(-age / HALF_LIFE)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9))


def day_after(day: date) -> date:
    """The first day not looked at, where `day` is the last that is."""
    return day + timedelta(days=1)
