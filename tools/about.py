"""What the assistant says about the store and itself when no figure is asked for."""

from dataclasses import dataclass
from typing import Literal

from tools.result import Column, Provenance, ToolResult
from tools.store.schema import TABLES
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Name, Quote, Span

Topic = Literal["data", "help", "greeting", "thanks", "cannot"]
Missing = Literal[
    "ad_spend", "rivals", "audience", "money", "costs", "weather", "service", "details"
]
"""Kinds of things that no data tell."""


@dataclass(frozen=True)
class AboutTools:
    """Questions about the store as a whole, and small talk."""

    store: Store

    def about_store(self, topic: Topic, missing: Missing | None = None) -> ToolResult:
        """Greet, thank, say what data there is, what the assistant can do, or that it cannot know.

        Use for "hello", "what can you do?", "what data do you have?", and for anything the store's
        own data cannot tell (weather, competitors, news, writing code). For figures use
        `query_metrics`.

        Args:
            topic: What is asked: data, help, greeting, thanks, or cannot for what no data tells.
            missing: With cannot: what kind of thing it is, so that the nearest figure is named.
        """
        rows = tuple(
            {"table": name, "rows": self.store.connection.table(name).count().execute()}
            for name in TABLES
            if name in self.store.tables
        )
        first, last = self.store.calendar
        covers = Statement(
            message="about-data",
            role="answer" if topic == "data" else "highlight",
            values={
                "store": Quote(text=self.store.profile.name),
                "period": Span(first=first, last=last),
                "n": Count(n=int(sum(int(row["rows"]) for row in rows))),
            },
        )
        return ToolResult(
            tool="about_store",
            columns=(
                Column(name="table", label=Name(en="Table", zh="数据表")),
                Column(name="rows", label=Name(en="Rows", zh="行数"), unit="count"),
            )
            if topic == "data"
            else (),
            rows=rows if topic == "data" else (),
            statements=_statements(topic, missing, covers),
            provenance=Provenance(
                tables=tuple(str(row["table"]) for row in rows),
                period=(first, last),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )


def _statements(topic: Topic, missing: Missing | None, covers: Statement) -> tuple[Statement, ...]:
    help_text = Statement(message="about-help", role="highlight")
    match topic:
        case "data":
            return (covers,)
        case "thanks":
            return (Statement(message="about-thanks", role="answer"),)
        case "help":
            return (Statement(message="about-help", role="answer"), covers)
        case "greeting":
            hello = Statement(message="about-greeting", role="answer", needs=("about-help",))
            return (hello, help_text)
        case "cannot":
            nearest = f"about-missing-{missing}" if missing else "about-help"
            sorry = Statement(message="about-cannot", role="answer", needs=(nearest,))
            return (sorry, Statement(message=nearest, role="highlight"))
