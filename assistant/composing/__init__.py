"""The answer to a question, made of what the tools found: three ways to compose it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage

from assistant.composing import choosing_facts, free, woven
from assistant.composing.ledger import Ledger
from assistant.composing.offers import Offers
from assistant.turn import ToolCall
from tools.wording.values import Language

Composition = Literal["facts", "woven", "free"]
"""`facts`: only sentences that code wrote; `woven`: digit-free prose of the model between them;
`free`: the model's own sentences, their figures locked to the results."""


def compose(
    mode: Composition,
    question: str,
    calls: Sequence[ToolCall],
    language: Language,
    model: BaseChatModel,
    stopped: Callable[[], bool],
) -> Iterator[str | AIMessage]:
    """The answer, piece by piece as each is certain.

    Args:
        mode: How much of the wording is the model's.
        question: As asked.
        calls: The finished calls of the turn, in order; one that failed says why.
        language: Language of the answer.
        model: Any chat model; one with `takes_grammar` is held to a grammar.
        stopped: Whether the asker has ended the turn.

    Yields:
        Pieces of the answer, separators included, and messages without text that tell what a
        model call cost (`usage_metadata`, `response_metadata`).
    """
    offers = Offers.of(calls, language)
    ledger = Ledger(tuple(calls), language, question, most_rows=free.MAX_ROWS)
    if mode == "woven":
        yield from woven.compose(question, offers, ledger, model, stopped)
        return
    if mode == "free" and offers.options and not stopped():
        said = False
        for part in free.compose(question, ledger, model, stopped):
            said = said or isinstance(part, str)
            yield part
        if said or stopped():
            return
    yield from choosing_facts.compose(question, offers, language, model, stopped)
