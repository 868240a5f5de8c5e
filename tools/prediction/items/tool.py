"""The tool that says what to show a customer next, or what goes with an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.errors import ToolError
from tools.prediction.items.candidates import Knowledge
from tools.prediction.items.findings import (
    Shown,
    alike,
    bought_with,
    columns,
    for_everyone,
    for_user,
    quality,
    row_of,
    stocked,
)
from tools.prediction.items.interactions import Interactions, places
from tools.prediction.items.judging import BLEND, HORIZON_DAYS, as_scores
from tools.prediction.items.log import Log
from tools.prediction.items.ranking import listed
from tools.prediction.items.recommenders import Catalogue, Popular
from tools.prediction.items.saved import Saved, load
from tools.prediction.items.texts import catalogue_of, told
from tools.prediction.items.together import MIN_BASKETS, bought_together, wanted_together
from tools.prediction.items.why import Why, popular, said
from tools.result import Chart, Provenance, ToolResult
from tools.review_scope import category_named, item_names, items_named
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Name, Number

LONGEST = 50  # items listed at most


@dataclass(frozen=True)
class ItemTools:
    """Read-only advice on which items to show.

    Attributes:
        store: Whose items.
        models_folder: Folder that `train` saved in, `<workspace>/models`.
    """

    store: Store
    models_folder: Path

    def recommend_items(
        self,
        user_id: str | None = None,
        item: str | None = None,
        category: str | None = None,
        top_n: int = 5,
    ) -> ToolResult:
        """Recommend items to show a customer next, or that go with an item, with reasons.

        Use for "what should we show customer 123", "what is bought together with the kettle",
        "which headphones to recommend". For who will buy use `predict_purchase`; for what sold
        best in a period use `query_metrics`.

        Args:
            user_id: The customer to recommend to.
            item: Item, by id or title, to find what is bought with.
            category: Only items of this category.
            top_n: How many items to list.
        """
        n = min(max(1, top_n), LONGEST)
        group = category_named(self.store, category) if category else None
        if item:
            return self._with_item(item, group, n)
        known = self._place(user_id)
        if user_id is None or known is None:
            return self._for_everyone(group, n, user_id)
        return self._for_user(known, group, n)

    def _for_user(self, user: int, group: str | None, n: int) -> ToolResult:
        users = np.array([user])
        saved, knowledge = self._saved, self._knowledge
        scored = knowledge.scored(users)
        served = saved.card.comparison.served
        if served == BLEND and saved.blend is not None:
            candidates = knowledge.candidates(users, scored)
            shape = 1, self._seen.shape[1]
            scored[BLEND] = as_scores(candidates, saved.blend, shape)
        kept = self._kept(group)
        found = listed(scored[served], knowledge, users, n, kept)[0]
        found = found[found >= 0]
        whys = self._why.reasons(user, found, scored)
        shown = [self._shown(int(i), why) for i, why in zip(found, whys, strict=True)]
        told_of = str(self._seen.user_ids[user])
        return self._result(shown, [*for_user(told_of, shown), *self._caveats()], told_of)

    def _for_everyone(self, group: str | None, n: int, user: str | None) -> ToolResult:
        seen, days = self._seen, self._days
        kept = self._kept(group)
        sold = Popular.amounts(seen, float(days))
        best = np.argsort(-np.where(kept, sold, -1.0), kind="stable")[:n]
        best = best[kept[best] & (sold[best] > 0)]
        if not len(best):
            raise ToolError("items-none")
        shown = [self._shown(int(i), popular(seen, int(i), days)) for i in best]
        name = self.store.name_of("category", group) if group else None
        stock = stocked(self._stock is not None, self._sold_out)
        return self._result(shown, [*for_everyone(shown, name, days, user), stock])

    def _with_item(self, given: str, group: str | None, n: int) -> ToolResult:
        asked = items_named(self.store, self._names, given)
        found = bought_together(self.store, asked)
        fits = {str(self._seen.item_ids[i]) for i in np.flatnonzero(self._kept(group))}
        companions = [each for each in found.companions if each.item_id in fits][:n]
        shown = [
            self._shown_id(each.item_id, said("items-why-together", both=Count(n=each.both),
                baskets=Count(n=each.baskets), lift=Number(value=each.lift)), each.both, each.lift)
            for each in companions
        ]  # fmt: skip
        name = self._names[asked[0]] if len(asked) == 1 else Name(en=given)
        stock = stocked(self._stock is not None, self._sold_out)
        if shown:
            return self._result(shown, [*bought_with(name, shown, found), stock], chart=True)
        near = wanted_together(self._seen, asked)
        shown = [
            self._shown_id(each.item_id, said("items-why-shared", both=Count(n=each.both),
                users=Count(n=each.baskets), lift=Number(value=each.lift)), each.both, each.lift)
            for each in near if each.item_id in fits
        ][:n]  # fmt: skip
        return self._result(shown, [*alike(name, shown, found, MIN_BASKETS), stock])

    def _caveats(self) -> list[Statement]:
        stock = stocked(self._stock is not None, self._sold_out)
        return [*quality(self._saved.card, self.store.today), stock]

    def _place(self, user_id: str | None) -> int | None:
        """Place of the user, whatever the case of the letters; `None` if unknown."""
        if user_id is None:
            return None
        wanted = user_id.strip().casefold()
        found = (i for i, user in enumerate(self._seen.user_ids) if str(user).casefold() == wanted)
        return next(found, None)

    @cached_property
    def _saved(self) -> Saved:
        return load(self.models_folder)

    @property
    def _days(self) -> int:
        """Days ahead that are predicted; as many as usual where nothing was trained yet."""
        try:
            return self._saved.card.horizon_days
        except ToolError:
            return HORIZON_DAYS

    @cached_property
    def _seen(self) -> Interactions:
        return Interactions.at(Log.of(self.store), self.store.today + timedelta(days=1))

    @cached_property
    def _knowledge(self) -> Knowledge:
        return self._saved.knowledge(self._seen, self._catalogue)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue_of(self.store)

    @cached_property
    def _names(self) -> dict[str, Name]:
        names = item_names(self.store) if "items" in self.store.tables else {}
        return {str(i): names.get(str(i), Name(en=str(i))) for i in self._seen.item_ids} | names

    @cached_property
    def _categories(self) -> dict[str, Name]:
        """What the category of each item is called, by the item's id."""
        of = zip(self._catalogue.item_ids, self._catalogue.category, strict=True)
        names = {c: self.store.name_of("category", c) for c in set(self._catalogue.category) if c}
        return {str(item): names[category] for item, category in of if category}

    @cached_property
    def _why(self) -> Why:
        return Why(self._knowledge, self._names, self._categories)

    @cached_property
    def _stock(self) -> dict[str, int] | None:
        """Units on hand by item id, where the store knows; `None` if it never does."""
        if "items.stock" not in self.store.columns:
            return None
        rows = self.store.table("items").select("item_id", "stock").to_pyarrow().to_pylist()
        return {row["item_id"]: row["stock"] for row in rows if row["stock"] is not None}

    @property
    def _sold_out(self) -> int:
        return sum(units <= 0 for units in (self._stock or {}).values())

    def _kept(self, group: str | None) -> NDArray[np.bool_]:
        """Which items seen may be shown: in the catalogue, in stock and of category `group`."""
        ids = self._seen.item_ids
        kept = np.ones(len(ids), dtype=bool)
        if len(self._catalogue.item_ids):
            kept &= places(self._catalogue.item_ids, ids) >= 0
        if self._stock is not None:
            kept &= np.array([self._stock.get(str(i), 1) > 0 for i in ids], dtype=bool)
        if group is not None:
            kept &= told(self._catalogue.category, self._catalogue, ids) == group
        return kept

    def _shown(self, item: int, why: Name) -> Shown:
        return self._shown_id(str(self._seen.item_ids[item]), why)

    def _shown_id(
        self, item: str, why: Name, basis: int | None = None, lift: float | None = None
    ) -> Shown:
        return Shown(item, self._names[item], self._categories.get(item), why, basis, lift)

    def _result(
        self,
        shown: Sequence[Shown],
        statements: Sequence[Statement],
        user: str | None = None,
        chart: bool = False,
    ) -> ToolResult:
        used = {"events", "orders", "order_lines", "items"} & self.store.tables
        head = columns(shown)
        names = {column.name for column in head}
        rows = tuple({k: v for k, v in row_of(each).items() if k in names} for each in shown)
        return ToolResult(
            tool="recommend_items",
            columns=head,
            rows=rows,
            statements=tuple(statements),
            chart=Chart(
                kind="bar",
                title=Name(en="Bought together, times chance", zh="一起购买（随机的倍数）"),
                x="item", y=("lift",),
            ) if chart and len(rows) > 1 else None,
            provenance=Provenance(
                tables=tuple(sorted(used)),
                period=(self.store.calendar[0], self.store.today),
                filters=(f"user_id={user}",) if user else (),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )  # fmt: skip
