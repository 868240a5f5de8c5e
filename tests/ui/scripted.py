"""The page with an assistant that follows a script: `python -m tests.ui.scripted PORT FILE`."""

import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from assistant.conversations import Conversations
from assistant.toolbox import Toolbox
from assistant.turn import (
    TextPiece,
    ToolCall,
    ToolFinished,
    ToolStarted,
    Turn,
    TurnEvent,
    TurnFinished,
)
from tests.ui.scripted_service import ScriptedService
from tools.effects.upload_tool import ExperimentTools
from tools.effects.uploads import Uploads
from tools.errors import ToolError
from tools.result import Chart, Column, Provenance, ToolResult
from tools.wording.statements import Statement
from tools.wording.values import Count, Listing, Name, Quote, Span
from ui.page import build_page
from ui.theme import serve_page

SQL = "SELECT category, sum(total) AS revenue\nFROM orders\n\nGROUP BY category"
CATEGORIES = (
    ("Headphones", "耳机", "128450.50", 1204, 0.231),
    ("Kitchen & dining", "厨房餐具", "96310.00", 1877, 0.174),
    ("Running shoes", "跑鞋", "87220.25", 655, 0.158),
    ("Skincare", "护肤", "64105.00", 2210, 0.116),
    ("Backpacks <b>", "背包 <b>", "31990.75", 402, 0.058),
)
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
ABOUT = Statement(
    message="about-data",
    role="answer",
    values={
        "store": Quote(text="Willow & Reed"),
        "period": Span(first=OCTOBER[0], last=OCTOBER[1]),
        "n": Count(n=12345),
    },
)


def categories_result(language: str) -> ToolResult:
    return ToolResult(
        tool="query_metrics",
        columns=(
            Column(name="category", label=Name(en="Category", zh="品类")),
            Column(name="revenue", label=Name(en="Revenue", zh="销售额"), unit="money"),
            Column(name="orders", label=Name(en="Orders", zh="订单数"), unit="count"),
            Column(name="share", label=Name(en="Share of revenue", zh="销售额占比"), unit="share"),
        ),
        rows=tuple(
            {
                "category": zh if language == "zh" else en,
                "revenue": Decimal(revenue),
                "orders": orders,
                "share": share,
            }
            for en, zh, revenue, orders, share in CATEGORIES
        ),
        statements=(ABOUT,),
        chart=Chart(
            kind="bar",
            title=Name(en="Revenue by category, October 2026", zh="2026年10月各品类销售额"),
            x="category",
            y=("revenue",),
        ),
        provenance=Provenance(
            tables=("orders",), period=OCTOBER, filters=("channel=app",), row_count=12345, sql=SQL
        ),
        currency="CNY",
    )


def months_result() -> ToolResult:
    revenue = (410, 452, 431, 520, 611, 580, 634, 702, 688, 745)
    return ToolResult(
        tool="query_metrics",
        columns=(
            Column(name="month", label=Name(en="Month", zh="月份")),
            Column(name="revenue", label=Name(en="Revenue", zh="销售额"), unit="money"),
            Column(name="before", label=Name(en="A year ago", zh="去年同期"), unit="money"),
        ),
        rows=tuple(
            {"month": date(2026, n, 1), "revenue": 1000.0 * r, "before": 930.0 * r - 4000 * n}
            for n, r in enumerate(revenue, start=1)
        ),
        statements=(ABOUT,),
        chart=Chart(
            kind="line",
            title=Name(en="Revenue by month", zh="各月销售额"),
            x="month",
            y=("revenue", "before"),
        ),
        provenance=Provenance(tables=("orders",), row_count=9120),
        currency="CNY",
    )


def funnel_result() -> ToolResult:
    stages = (("Viewed", "浏览", 18220), ("Put in cart", "加购", 5140), ("Bought", "购买", 2077))
    return ToolResult(
        tool="funnel",
        columns=(
            Column(name="stage", label=Name(en="Stage", zh="阶段")),
            Column(name="sessions", label=Name(en="Sessions", zh="会话数"), unit="count"),
        ),
        rows=tuple({"stage": en, "sessions": n} for en, _, n in stages),
        statements=(ABOUT,),
        chart=Chart(
            kind="funnel",
            title=Name(en="From view to purchase", zh="从浏览到购买"),
            x="stage",
            y=("sessions",),
        ),
        provenance=Provenance(tables=("events",), period=OCTOBER, row_count=25437),
    )


class ScriptedTools:
    """Tools that always say the same."""

    def query_metrics(
        self,
        metrics: list[str],  # the form shows it
        by: Literal["day", "week", "month"] | None = None,
        category: str | None = None,
        period: str = "last_month",
        top: int = 10,
    ) -> ToolResult:
        """Figures of the store by group and time.

        Use for "revenue by category"; for steps to a purchase use `funnel`.

        Args:
            metrics: What to measure, one or more.
            by: Length of a step in time.
            category: Keep one category.
            period: Which days, as "last_month" or "2026-10".
            top: How many groups to show,
                best first.
        """
        if category == "toys":
            known = Listing(items=(Quote(text="Skincare"), Quote(text="Backpacks")))
            raise ToolError(
                "unknown-choice", what=Name(en="category"), given=Quote(text=category), known=known
            )
        return months_result() if by == "month" else categories_result("en")

    def funnel(self, device: str | None = None) -> ToolResult:
        """How many sessions go from view to purchase.

        Args:
            device: Keep one kind of device.
        """
        if device == "broken":
            raise RuntimeError("a bug with a secret inside")
        return funnel_result()


class ScriptedAssistant:
    """Plays one of a few turns, chosen by words in the question."""

    def __init__(self, conversations: Conversations) -> None:
        self.conversations = conversations
        self.tools: dict[str, Any] = {}

    def history(self, thread_id: str) -> list[Turn]:
        return self.conversations.turns(thread_id)

    def ask(
        self,
        question: str,
        *,
        thread_id: str | None,
        user_id: str | None = None,
        stop: threading.Event | None = None,
        file: str | None = None,
    ) -> Iterator[TurnEvent]:
        chinese = any(ord(letter) > 0x2E80 for letter in question)
        language: Literal["en", "zh"] = "zh" if chinese else "en"
        time.sleep(0.2)
        running = ToolCall(
            name="query_metrics",
            arguments={"metrics": ["revenue"], "by": "category", "period": "2026-10"},
            status="running",
            seconds=None,
        )
        yield ToolStarted(index=0, call=running)
        time.sleep(0.6)
        if "crash" in question:
            raise RuntimeError("a bug with a secret inside")
        done = self._finished(running, question, language)
        yield ToolFinished(index=0, call=done)
        said = ""
        for piece in _answer(question, language):
            if stop and stop.is_set():
                break
            time.sleep(0.03)
            said += piece
            yield TextPiece(text=piece)
        turn = Turn(
            question=question,
            answer=said,
            language=language,
            tool_calls=(done,),
            model="script",
            file=file,
        )
        if thread_id:
            self.conversations.add(thread_id, turn)
        yield TurnFinished(turn=turn)

    def _finished(self, call: ToolCall, question: str, language: str) -> ToolCall:
        if "unknown" in question:
            update = {
                "status": "error",
                "seconds": 0.1,
                "error": "There is no figure called “zest”.",
            }
        else:
            result = categories_result(language)
            if "month" in question or "每月" in question:
                result = months_result()
            if "funnel" in question or "漏斗" in question:
                result = funnel_result()
            update = {"status": "ok", "seconds": 0.42, "result": result}
        return call.model_copy(update=update)


def _answer(question: str, language: str) -> list[str]:
    if "unknown" in question:
        return ["I know no figure ", "called “zest”. ", "Try revenue or orders."]
    if "long" in question:
        return [f"Line {n}. " for n in range(400)]
    if language == "zh":
        return list("10月份耳机卖得最好，销售额为¥128,450，占全店的23.1%。厨房餐具紧随其后。")
    return [
        "Headphones sold best in October 2026: ",
        "¥128,450, which is 23.1% of all revenue. ",
        "Kitchen & dining came second with ¥96,310.\n\n",
        "Only orders placed in the app are counted.",
    ]


EXAMPLES: dict[Any, list[str]] = {
    "en": [
        "How did revenue by category change against last month?",
        "Revenue by month this year",
        "Show me the funnel from view to purchase",
        "What do bad reviews of the earbuds complain about?",
    ],
    "zh": [
        "10月各品类的销售额",
        "每月销售额走势",
        "从浏览到购买的漏斗",
        "耳机的差评主要抱怨什么？",
    ],
}


def main(port: int, path: Path, with_model: bool) -> None:
    conversations = Conversations(path)
    tools = ScriptedTools()
    uploads = Uploads(path.parent / "uploads")
    service: Any = ScriptedService(lacking=() if with_model else ("contacts", "policies"))
    toolbox = Toolbox(
        {
            "query_metrics": tools.query_metrics,
            "funnel": tools.funnel,
            "analyse_experiment": ExperimentTools(uploads).analyse_experiment,
        }
    )
    page = build_page(
        ScriptedAssistant(conversations) if with_model else None,
        toolbox,
        conversations,
        EXAMPLES,
        "Willow & Reed",
        vocabulary={
            "metrics": [("Revenue", "revenue"), ("Orders", "orders")],
            "category": ["Skincare", "toys"],
        },
        uploads=uploads,
        service=lambda: service,
    )
    serve_page(page, port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), "none" not in sys.argv[3:])
