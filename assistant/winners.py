"""Questions about a customer who has to be found first ("the one most likely to leave")."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant import steps
from assistant.families import NARROW, PREDICTION, PROFILE
from assistant.splitting import Part

RANKERS = ("churn_risk", "lifetime_value", "predict_next", PREDICTION)
"""Tools whose first row is a customer."""
UNSAID = ("recommend_items", PROFILE)
"""Tools that are asked about a customer just found, mostly without a word for her."""


@dataclass(frozen=True)
class Found:
    """A customer to be found, and what is asked about her.

    Attributes:
        tool: The tool that finds her.
        text: The words that say who is looked for.
        then: What is asked next, with `{winner}` in her place.
        alone: Whether it is about one customer, not several.
    """

    tool: str
    text: str
    then: str
    alone: bool


def pointed_at(parts: Sequence[Part], about_one: Collection[str]) -> Found | None:
    """A ranking of customers and a question about "her" or "them", in two parts.

    Args:
        parts: The parts of a question.
        about_one: Tools that can be asked about one customer.
    """
    if len(parts) != 2 or parts[0].tool not in RANKERS or parts[1].tool not in about_one:
        return None
    first, second = parts
    if first.tool == second.tool or second.tool is None or first.tool is None:
        return None
    if not steps.says("customer", second.text):
        if second.tool not in UNSAID:
            return None
        return Found(first.tool, first.text, f"{second.text} ({_called(second.text)})", alone=True)
    then = steps.pointed(second.text, "customer", _called(second.text))
    return Found(first.tool, first.text, then, alone=not steps.says("customers", second.text))


def ranked(question: str, tools: Collection[str]) -> Found | None:
    """A customer named by her rank inside a question ("offer our most valuable customer")."""
    for tool in (name for name in RANKERS if name in tools):
        for match in steps.found(f"ranked_{tool}", question):
            rest = f"{question[: match.start()]} {_called(question)} {question[match.end() :]}"
            return Found(tool, match[0], rest, alone=True)
    return None


def asks_more(found: Found, signs: Sequence[str]) -> bool:
    """Whether words beside those that name a customer ask something about her.

    Args:
        found: The customer.
        signs: Tools that the words of `found.then` ask for.
    """
    return any(sign in NARROW and sign != found.tool for sign in signs)


def _called(text: str) -> str:
    """What stands for the customer's id, so that a bare number is read as one."""
    chinese = re.search(r"[\u4e00-\u9fff]", text)
    return "顾客 {winner} " if chinese else "customer {winner}"
