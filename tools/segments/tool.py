"""The tool that says what groups the customers fall into, and who is in one of them."""

from dataclasses import dataclass

from tools.prediction.members import Members
from tools.result import Chart, Provenance, ToolResult
from tools.segments import overview, portrait_words
from tools.segments.portrait import Portrait
from tools.segments.rules import All, Attribute, Rule, Thing
from tools.segments.segment import Segment
from tools.segments.segments import Segments
from tools.wording.values import Name


@dataclass(frozen=True)
class SegmentTools:
    """Read-only questions about groups of customers.

    Attributes:
        segments: The store's segments.
    """

    segments: Segments

    def segment_customers(
        self,
        segment: str | None = None,
        filters: list[str] | None = None,
        words: str | None = None,
        like: str | None = None,
        top_n: int = 10,
    ) -> ToolResult:
        """Say what groups the customers fall into (RFM and behaviour), or who is in one group.

        Use for "which customer segments do we have", "who are our champions", "how many people
        abandoned their cart", or for any group told by what people did: "women who viewed dresses
        twice in 14 days but bought nothing". For one customer use `customer_profile`; for who will
        leave use `churn_risk`; for figures of sales use `query_metrics`.

        Args:
            segment: One segment by its name, such as champions or at_risk; none for all of them.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            words: A group described in words, in place of a name.
            like: A segment whose lookalikes are wanted: customers most like it who are not in it.
            top_n: How many lookalikes to list.
        """
        within = self.within(filters or [])
        if like and like.strip():
            return self._alike(self.segments.found(like), max(1, top_n))
        if words and words.strip():
            return self._one(self.segments.gathered(words), within, filters or [])
        if segment and segment.strip():
            return self._one(self.segments.found(segment), within, filters or [])
        return self._all(within, filters or [])

    def within(self, filters: list[str]) -> All:
        """The rule of who is looked at: those who meet every filter.

        Raises:
            ToolError: If a filter cannot be read.
        """
        members = Members(self.segments.store)
        rules: list[Rule] = []
        for written in filters:
            found = members.condition(written)
            values = tuple(Thing(dimension=found.dimension.name, value=v) for v in found.values)
            rules.append(Attribute(values=values, negated=found.negated))
        return All(rules=tuple(rules))

    def _all(self, within: All, filters: list[str]) -> ToolResult:
        kept = self.segments.conditions(None).over(self.segments.memberships).members(within)
        people = self.segments.people(None)
        found = overview.overview_of(kept, self.segments.standard(), people.prices)
        title = Name(en="Customers by RFM segment", zh="各RFM人群的顾客数")
        return ToolResult(
            tool="segment_customers",
            columns=overview.columns(found),
            rows=overview.rows_of(found),
            statements=overview.statements(found),
            chart=Chart(kind="bar", title=title, x="segment", y=("people",)),
            provenance=self._source(filters, ""),
            currency=self.segments.store.profile.currency,
        )

    def _one(self, segment: Segment, within: All, filters: list[str]) -> ToolResult:
        portrait = Portrait(segment, self.segments, within)
        told = portrait_words.statements(portrait)
        traits = portrait_words.shown(portrait) if len(told) > 1 else []
        return ToolResult(
            tool="segment_customers",
            columns=portrait_words.columns(traits),
            rows=portrait_words.rows_of(portrait, traits),
            statements=told,
            chart=portrait_words.chart(portrait) if traits else None,
            provenance=self._source(filters, self.segments.sql(segment)),
            currency=self.segments.store.profile.currency,
        )

    def _alike(self, segment: Segment, top_n: int) -> ToolResult:
        from tools.segments import lookalike_words  # scikit-learn takes seconds
        from tools.segments.lookalikes import lookalikes_of

        found = lookalikes_of(segment, self.segments)
        return ToolResult(
            tool="segment_customers",
            columns=lookalike_words.COLUMNS,
            rows=lookalike_words.rows_of(found, top_n),
            statements=lookalike_words.statements(found, segment, top_n),
            provenance=self._source([], self.segments.sql(segment)),
            currency=self.segments.store.profile.currency,
        )

    def _source(self, filters: list[str], sql: str) -> Provenance:
        store = self.segments.store
        return Provenance(
            tables=tuple(sorted({"users", "events", "orders", "order_lines"} & store.tables)),
            period=(store.calendar[0], store.today),
            filters=tuple(filters),
            sql=sql,
            data_version=store.profile.data_version,
        )
