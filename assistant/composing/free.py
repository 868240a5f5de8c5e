"""Composing freely: the model writes its own sentences, their figures locked to the results.

A grammar lets it write no digits but those of the results; each sentence is then checked for
numbers in words and for figures given to the wrong thing, and left out if it fails.
"""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from assistant.composing.asking import asked
from assistant.composing.claims import sentences
from assistant.composing.dates import days_in
from assistant.composing.figures import numbers_in, spellings
from assistant.composing.ledger import Ledger
from assistant.turn import ToolCall
from tools.result import Cell, Column
from tools.wording.speaker import Speaker
from tools.wording.values import of_unit

logger = logging.getLogger(__name__)

PROMPT = Path(__file__).parents[1] / "prompts" / "compose_free.md"
MAX_ROWS = 15
"""Rows of each result the model is shown."""
MAX_FACTS = 12
"""Sentences of each result the model is shown."""
# Between two numbers: text that glues no pieces of a number together.
_TEXT = r"[.,]?[^\p{N}.,]([^\p{N}]*[^\p{N}.,])?"


def compose(
    question: str, ledger: Ledger, model: BaseChatModel, stopped: Callable[[], bool]
) -> Iterator[str | AIMessage]:
    """What the model writes, sentence by sentence, without those that fail a check."""
    buffer = ""
    for part in asked(model, _shown(question, ledger), grammar(ledger), stopped):
        if isinstance(part, AIMessage):
            yield part
            continue
        *done, buffer = sentences(buffer + part) or [""]
        yield from _passing(done, ledger)
    if not stopped():
        yield from _passing([buffer], ledger)


def grammar(ledger: Ledger) -> str:
    """Lark grammar of text whose every number is one that `ledger` allows.

    One regular expression: a lexer of several could not go back when "61,531." ends a sentence
    and not "61,531.2".
    """
    numbers = "|".join(["[1-9]\\. ", *(_escaped(text) for text in sorted(_allowed(ledger)))])
    return f"start: /({_TEXT})?(({numbers}){_TEXT})*({numbers})?[^\\p{{N}}]*/\n"


def _escaped(text: str) -> str:
    return re.escape(text).replace("\\ ", " ").replace("/", r"\/").replace("\\-", "-")


def refused(sentence: str, ledger: Ledger) -> str | None:
    """The number for which `sentence` may not be said; `None` when it may."""
    return next(iter(ledger.strangers(sentence)), None) or ledger.mislabelled(sentence)


def _passing(written: list[str], ledger: Ledger) -> Iterator[str]:
    for sentence in written:
        reason = refused(sentence, ledger)
        if reason:
            logger.debug("Left out for %r: %s", reason, sentence)
        elif sentence:
            yield sentence


def _allowed(ledger: Ledger) -> set[str]:
    """What may stand where a number stands: figures, and the digits of days and names."""
    allowed = {text for one in ledger.figures for n in one.numbers for text in spellings(n)}
    texts = [fact.text for facts in ledger.facts for fact in facts]
    for text in (*texts, ledger.question):
        allowed |= {text[day.start : day.end] for day in days_in(text)}
    allowed |= {shown.text for shown in numbers_in(ledger.question)}
    names = frozenset[str]().union(*ledger.names)
    cores = (re.search(r"\d(.*\d)?", text) for text in (*allowed, *names))
    return {core[0] for core in cores if core} | {text for text in allowed if text[:1].isdigit()}


def _shown(question: str, ledger: Ledger) -> list[SystemMessage | HumanMessage]:
    facts = [fact.text for facts in ledger.facts for fact in facts[:MAX_FACTS]]
    tables = [_table(call, ledger) for call in ledger.calls]
    shown = "\n".join(["Facts:", *facts, *tables, "", f"Question: {question}"])
    return [SystemMessage(PROMPT.read_text(encoding="utf-8").strip()), HumanMessage(shown)]


def _table(call: ToolCall, ledger: Ledger) -> str:
    """The first rows, a line each, figures as the language writes them."""
    if call.result is None or not call.result.rows:
        return ""
    speaker = Speaker(ledger.language, call.result.currency)
    lines = [" | ".join(column.label.text(ledger.language) for column in call.result.columns)]
    lines += [
        " | ".join(_cell(row.get(column.name), column, speaker) for column in call.result.columns)
        for row in call.result.rows[:MAX_ROWS]
    ]
    return "\n".join(lines)


def _cell(cell: Cell, column: Column, speaker: Speaker) -> str:
    if cell is None:
        return "–"
    if column.unit and not isinstance(cell, str):
        return speaker.say(of_unit(float(cell), column.unit))  # type: ignore[arg-type]
    return column.called(cell, speaker.language) or str(cell)[:80]
