"""The chat model as the writer of a query, for questions that no other tool covers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage

from assistant import query_limits
from assistant.query_examples import QueryExamples
from assistant.query_needs import unmet
from assistant.reading import language_of
from tools.errors import ToolError
from tools.sql.links import Links
from tools.sql.literals import Stray
from tools.sql.mending import mended
from tools.sql.repair import QueryError
from tools.sql.tool import SqlTools

PROMPT = Path(__file__).parent / "prompts" / "sql.md"
GRAMMAR = "start: /(SELECT|WITH) [^;]{6,1500}/\n"
"""One statement, for models held to grammars."""
CODE = re.compile(
    r"(?<![\w.-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z][A-Za-z0-9_-]{2,}(?![\w.-])", re.ASCII
)
"""A code of letters and digits: a coupon, an item, a customer."""
QUARTER = re.compile(r"[qh][1-4](?:[-_]?\d+)?|\d*(?:st|nd|rd|th)", re.IGNORECASE)
"""A part of a year, which a query tells by its days."""
LEFT_OUT = "query-left-out"
"""The message that a query is not limited to all that the question names."""
FEW = 30
"""Most values of a column that are told to the model."""
UNWRITTEN = ""
"""Stands for no query, where the model wrote none that answers the whole question."""
TURN = (HumanMessage, AIMessage)
NAMED = "Conditions for what is named: "
Ask = Callable[[SystemMessage, list[AnyMessage], str], AIMessage]
"""Asks the model: instructions, messages and a grammar it is held to, if it takes one."""


@dataclass(frozen=True)
class QueryWriter:
    """Lets the model write one SELECT, and once more if the first cannot be run.

    Attributes:
        tools: What runs it.
        links: Tells the columns that hold what a question names; without it the model must.
        examples: Queries of like questions, shown to the model.
    """

    tools: SqlTools
    links: Links | None = None
    examples: QueryExamples | None = None

    @cached_property
    def instructions(self) -> SystemMessage:
        """The tables and how to write, the same for every question."""
        tables = [f"{name}({', '.join(own)})" for name, own in self.tools.runner.known.items()]
        text = PROMPT.read_text(encoding="utf-8")
        return SystemMessage(text.format(tables="\n".join(tables)).strip())

    def write(self, question: str, ask: Ask, before: str = "") -> tuple[str, list[AIMessage]]:
        """The query for `question`, and the replies of the model it took.

        Args:
            question: What is to be answered.
            ask: Asks the model.
            before: The question that this one changes, if it does.

        Returns:
            The query; `UNWRITTEN` where the second, too, fails or lacks what is asked for.
        """
        asked = f"{before}\n{question}".strip()
        messages = [*self._shown(question), HumanMessage(self._told(asked))]
        reply = ask(self.instructions, messages, GRAMMAR)
        query = self._query(asked, reply)
        hint = self._hint(question, query)
        if hint is None:
            return query, [reply]
        again = [*messages, AIMessage(query), HumanMessage(hint)]
        repaired = ask(self.instructions, again, GRAMMAR)
        query = self._query(asked, repaired)
        fails = self._fault(query) is not None or bool(unmet(question, query))
        return UNWRITTEN if fails else query, [reply, repaired]

    def _hint(self, question: str, query: str) -> str | None:
        """What to put right in `query`; `None` where nothing is known to be wrong."""
        return self._fault(query) or self._misplaced(query) or self._lacking(question, query)

    def _query(self, question: str, reply: AIMessage) -> str:
        """The statement alone, with what can be put right in it."""
        times = self.links.spans(question) if self.links else None
        return mended(_bare(reply), self.tools.runner.known, question, times)

    def _shown(self, question: str) -> list[AnyMessage]:
        """Questions like this one with their queries, as if the model had written them."""
        if self.examples is None:
            return []
        near = self.examples.near(question, language_of(question))
        return [told(text) for pair in near for told, text in zip(TURN, pair, strict=True)]

    def _told(self, asked: str) -> str:
        """The question, and the columns that hold what it names."""
        named = self.links.told(asked) if self.links else []
        return f"{asked}\n{NAMED}{'; '.join(named)}" if named else asked

    def _fault(self, query: str) -> str | None:
        """What is wrong with `query` and how to put it right; `None` where it can be run."""
        try:
            self.tools.run_sql(query)
        except QueryError as error:
            return error.hint
        except ToolError:  # too slow, too large: writing it again helps nothing
            return None
        return None

    def _misplaced(self, query: str) -> str:
        """Which values are looked for where no row has them; empty for none."""
        return " ".join(map(_told_of, self.tools.strays(query)))

    def _lacking(self, question: str, query: str) -> str | None:
        """What a query lacks of what the question names and asks for, or holds beyond it."""
        orders = [f"be limited to {what}" for what in self.left_out(question, query)]
        if self.links is not None:
            tree = self.tools.parsed(query)
            strange = query_limits.let_in(question, query, tree, self.links)
            orders += [f"not be limited to {what}" for what in strange]
        orders += unmet(question, query)
        return f"The query must {', and '.join(orders)}." if orders else None

    def left_out(self, question: str, query: str) -> list[str]:
        """What `question` names that `query` is not limited to."""
        named = query_limits.left_out(question, query, self.links) if self.links else []
        codes = (code for code in codes_left_out(question, query) if code not in str(named))
        return [*named, *codes]


def codes_left_out(question: str, query: str) -> list[str]:
    """Codes that `question` names and `query` does not hold.

    >>> codes_left_out("orders with MAY15, not JUN20", "SELECT 1 WHERE coupon_code = 'may15'")
    ['JUN20']
    """
    codes = (code for code in CODE.findall(question) if not QUARTER.fullmatch(code))
    return [code for code in dict.fromkeys(codes) if code.lower() not in query.lower()]


def _told_of(stray: Stray) -> str:
    """That a column holds no such value, and which does or what it holds."""
    wrong = f"No row has {stray.column} = '{stray.value}'"
    if stray.homes:
        return f"{wrong}; use {' or '.join(stray.homes)}."
    held = f"; its values are {', '.join(stray.held)}" if len(stray.held) <= FEW else ""
    return f"{wrong}{held}."


def _bare(reply: AIMessage) -> str:
    """The statement alone, without fences and words around it."""
    text = str(reply.text)
    fenced = re.search(r"```(?:sql)?\s*(.+?)```", text, re.S | re.I)
    return (fenced[1] if fenced else text).strip(" ;\n")
