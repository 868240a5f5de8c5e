"""The tool that answers with a query of one's own."""

from dataclasses import dataclass
from functools import cached_property

from sqlglot import exp

from tools.result import Provenance, ToolResult
from tools.sql.checking import checked
from tools.sql.findings import Found
from tools.sql.literals import Literals, Stray
from tools.sql.running import Runner
from tools.store.store import Store


@dataclass(frozen=True)
class SqlTools:
    """Read-only questions of one's own to the store's tables, in SQL."""

    store: Store

    @cached_property
    def runner(self) -> Runner:
        """Runs the queries."""
        return Runner(self.store)

    @cached_property
    def literals(self) -> Literals:
        """What the store's columns hold."""
        return Literals(self.store)

    def strays(self, query: str) -> list[Stray]:
        """Values that `query` wants of a column that holds none such.

        Raises:
            ToolError: If it is not one SELECT over tables of the store.
        """
        return self.literals.strays(self.parsed(query))

    def parsed(self, query: str) -> exp.Query:
        """`query` as a tree.

        Raises:
            ToolError: If it is not one SELECT over tables of the store.
        """
        return checked(query, self.runner.known, self.store.today).tree

    def run_sql(self, query: str) -> ToolResult:
        """Answer with one SELECT over the store's tables, for what no other tool covers.

        Use for unusual questions, such as "which customers bought from three categories in one
        order". For totals, rankings and changes use `query_metrics`; for steps to a purchase use
        `funnel`. The dialect is DuckDB's. Clocks are UTC, `local_time` is the store's own; an order
        line's revenue is quantity * unit_price - coalesce(discount, 0), without orders whose status
        is 'cancelled'. `current_date` is the last day with data.

        Args:
            query: One SELECT statement; WITH, UNION and window functions may be used.
        """
        question = checked(query, self.runner.known, self.store.today)
        answer = self.runner.run(question.text)
        found = Found(question, answer, self.runner.known)
        return ToolResult(
            tool="run_sql",
            columns=found.columns,
            rows=answer.rows,
            statements=found.statements,
            chart=found.chart,
            provenance=Provenance(
                tables=question.tables,
                sql=question.text,
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )
