"""The tool that says what is bought together."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tools.errors import ToolError
from tools.periods import Period, resolve
from tools.result import Provenance, ToolResult
from tools.review_scope import category_named, item_names, items_named
from tools.store.store import Store
from tools.together import findings
from tools.together.baskets import Baskets, baskets
from tools.together.findings import Asked
from tools.together.rules import mined, mined_with
from tools.wording.values import Name

LONGEST = 50  # rules listed at most
ANCHOR = "\x00asked"  # no item is called so


@dataclass(frozen=True)
class TogetherTools:
    """Read-only questions about what is in the same basket."""

    store: Store

    def bought_together(
        self,
        item: str | None = None,
        category: str | None = None,
        level: Literal["item", "category"] = "item",
        period: str | None = None,
        top_n: int = 10,
    ) -> ToolResult:
        """Find what is bought together, in the same order, more often than chance would give.

        Use for "what goes with the kettle", "which items sell together", "what should we bundle",
        "which categories are bought together": how many orders hold both, and how sure that is.
        For what to show or recommend to a customer use `recommend_items`.

        Args:
            item: One item, by id or title, to find what goes with.
            category: One category, to find what goes with its items.
            level: item for single items that go together, category for whole categories.
            period: Days counted, such as last_month, 2026-Q3 or all.
            top_n: How many to list.
        """
        if top_n < 1:
            raise ToolError("metrics-bad-top")
        first, last = self.store.calendar
        days = resolve(period or "all", self.store.today, first)
        if days.last < first or days.first > last:
            raise ToolError("together-no-days", **findings.span(first, last))
        asked, members = self._asked(item, category, level, days)
        held = baskets(self.store, days)
        if members is None:
            found = mined(self._at_level(held, level))
            with_it = 0
        else:
            anchor, others = held.anchored(ANCHOR, members)
            with_it = int(anchor.counts()[0])
            found = mined_with(anchor, self._at_level(others, level))
        told = findings.Told(asked, found, held.kind, with_it, self._namer(level, asked))
        rules = found.rules[: min(top_n, LONGEST)]
        return ToolResult(
            tool="bought_together",
            columns=findings.columns(told, rules),
            rows=findings.rows_of(told, rules),
            statements=tuple(findings.statements(told, rules)),
            chart=findings.chart(told, rules),
            provenance=self._source(days, item, category, held),
            currency=self.store.profile.currency,
        )

    def _asked(
        self, item: str | None, category: str | None, level: str, days: Period
    ) -> tuple[Asked, set[str] | None]:
        """What is asked, and the items whose companions are looked for."""
        if item:
            ids = items_named(self.store, self._names, item)
            name = self._names[ids[0]] if len(ids) == 1 else Name(en=item)
            return Asked(name, level, days), set(ids)
        if category:
            group = category_named(self.store, category)
            name = self.store.name_of("category", group)
            of_group = {key for key, own in self._categories.items() if own == group}
            return Asked(name, level, days), of_group
        return Asked(None, level, days), None

    def _at_level(self, held: Baskets, level: str) -> Baskets:
        if level == "item":
            return held
        groups = held.grouped(self._categories)
        if not groups.keys:
            raise ToolError("together-no-categories")
        return groups

    def _namer(self, level: str, asked: Asked) -> Callable[[str], Name]:
        def name(key: str) -> Name:
            if key == ANCHOR and asked.name is not None:
                return asked.name
            if level == "category":
                return self.store.name_of("category", key)
            return self._names.get(key, Name(en=key))

        return name

    @cached_property
    def _names(self) -> dict[str, Name]:
        return item_names(self.store)

    @cached_property
    def _categories(self) -> dict[str, str]:
        """Category of each item that has one."""
        if "items.category" not in self.store.columns:
            return {}
        rows = self.store.table("items").select("item_id", "category").to_pyarrow().to_pylist()
        return {row["item_id"]: row["category"] for row in rows if row["category"]}

    def _source(
        self, days: Period, item: str | None, category: str | None, held: Baskets
    ) -> Provenance:
        orders = {"orders", "order_lines", "items"} & self.store.tables
        used = orders if held.kind == "orders" else {"events", "items"} & self.store.tables
        kept = (f"item={item}" if item else "", f"category={category}" if category else "")
        return Provenance(
            tables=tuple(sorted(used)),
            period=(max(days.first, self.store.calendar[0]), days.last),
            filters=tuple(text for text in kept if text),
            row_count=int(held.held.nnz),
            data_version=self.store.profile.data_version,
        )
