"""The chat model as the writer of a query, for questions that no other tool covers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage

from tools.errors import ToolError
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
Ask = Callable[[SystemMessage, list[AnyMessage], str], AIMessage]
"""Asks the model: instructions, messages and a grammar it is held to, if it takes one."""


@dataclass(frozen=True)
class QueryWriter:
    """Lets the model write one SELECT, and once more if the first cannot be run."""

    tools: SqlTools

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
        """
        messages: list[AnyMessage] = [HumanMessage(f"{before}\n{question}".strip())]
        reply = ask(self.instructions, messages, GRAMMAR)
        query = _bare(reply)
        hint = self._fault(query) or _unnamed(question, query)
        if hint is None:
            return query, [reply]
        again = [*messages, AIMessage(query), HumanMessage(hint)]
        repaired = ask(self.instructions, again, GRAMMAR)
        return _bare(repaired), [reply, repaired]

    def _fault(self, query: str) -> str | None:
        """What is wrong with `query` and how to put it right; `None` where it can be run."""
        try:
            self.tools.run_sql(query)
        except QueryError as error:
            return error.hint
        except ToolError:  # too slow, too large: writing it again helps nothing
            return None
        return None


def left_out(question: str, query: str) -> list[str]:
    """Codes that `question` names and `query` does not hold.

    >>> left_out("orders with MAY15, not JUN20", "SELECT 1 WHERE coupon_code = 'may15'")
    ['JUN20']
    """
    codes = (code for code in CODE.findall(question) if not QUARTER.fullmatch(code))
    return [code for code in dict.fromkeys(codes) if code.lower() not in query.lower()]


def _unnamed(question: str, query: str) -> str | None:
    """What to put right in a query that is not limited to a code the question names."""
    missing = left_out(question, query)
    return f"The query must be limited to {' and '.join(missing)}." if missing else None


def _bare(reply: AIMessage) -> str:
    """The statement alone, without fences and words around it."""
    text = str(reply.text)
    fenced = re.search(r"```(?:sql)?\s*(.+?)```", text, re.S | re.I)
    return (fenced[1] if fenced else text).strip(" ;\n")
