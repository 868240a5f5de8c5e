"""Composing of facts alone: code says the sentences, the model only picks their numbers.

A fact is said verbatim or not at all, so the answer cannot hold a wrong figure; and as the model
writes a digit a sentence, choosing costs it hardly more than reading.
"""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from assistant.composing.offers import Offers
from assistant.llm.grammar import literal
from tools.wording.statements import Fact
from tools.wording.values import Language

PROMPT = Path(__file__).parents[1] / "prompts" / "compose.md"
MAX_CHOSEN = 2
"""Most sentences after the leads that the model may choose."""
MAX_SHOWN = 160
"""Characters of a sentence the model is shown to choose by."""


def compose(
    question: str,
    offers: Offers,
    language: Language,
    model: BaseChatModel,
    stopped: Callable[[], bool],
) -> Iterator[str | AIMessage]:
    """The leads, then each sentence the model picks, then what picking cost."""
    said: list[Fact] = []
    for fact in offers.leads:
        yield from _say(fact, said, language)
    if not offers.options or stopped():
        return
    for part in picked(question, offers, model, stopped):
        if isinstance(part, AIMessage):
            yield part
            continue
        for fact in offers.with_needs(part):
            yield from _say(fact, said, language)


def _say(fact: Fact, said: list[Fact], language: Language) -> Iterator[str]:
    if fact not in said:
        yield gap(language) + fact.text if said else fact.text
        said.append(fact)


def picked(
    question: str, offers: Offers, model: BaseChatModel, stopped: Callable[[], bool]
) -> Iterator[Fact | AIMessage]:
    """The options the model picks, each as soon as its number is certain, and what it cost."""
    held = held_to(model, pick_grammar(len(offers.options)), stopped)
    left = {str(n): fact for n, fact in enumerate(offers.options, start=1)}
    text, n_left = "", MAX_CHOSEN
    for chunk in model.bind(**held).stream(shown(question, offers)):
        text += str(chunk.content)
        # Held to the grammar, each digit is a choice; else a number may still be growing.
        ended = text if held else re.sub(r"\d+$", "", text)
        yield from (left.pop(n) for n in _numbers(ended, left)[:n_left])
        n_left = MAX_CHOSEN - len(offers.options) + len(left)
        if chunk.usage_metadata:
            yield cost_of(chunk)
        if stopped():
            return
    yield from (left.pop(n) for n in _numbers(text, left)[:n_left])


def _numbers(text: str, options: Collection[str]) -> list[str]:
    """The numbers of `options` in `text`, written apart or together; a year holds none."""
    runs = (run for run in re.findall(r"\d+", text) if len(set(run)) == len(run) and "0" not in run)
    return [n for n in dict.fromkeys("".join(runs)) if n in options]


def pick_grammar(n_options: int) -> str:
    """Lark grammar of `0` for none, or up to `MAX_CHOSEN` different numbers one after another."""
    numbers = [str(n) for n in range(1, n_options + 1)]
    picks = [pick for k in range(1, MAX_CHOSEN + 1) for pick in permutations(numbers, k)]
    return "start: " + " | ".join(literal("".join(pick)) for pick in [("0",), *picks]) + "\n"


def cost_of(chunk: AIMessage) -> AIMessage:
    """What a model call cost, without its text."""
    return AIMessage(
        content="",
        usage_metadata=chunk.usage_metadata,
        response_metadata=chunk.response_metadata,
    )


def shown(question: str, offers: Offers) -> list[BaseMessage]:
    """What the model reads: the question, what is said already, and the numbered options."""
    numbered = "\n".join(f"{n} {_short(fact)}" for n, fact in enumerate(offers.options, start=1))
    answered = "\n".join(_short(fact) for fact in offers.leads)
    return [
        SystemMessage(PROMPT.read_text(encoding="utf-8").strip()),
        HumanMessage(f"{question}\n\nAnswered: {answered}\n\n{numbered}"),
    ]


def held_to(model: BaseChatModel, grammar: str, stopped: Callable[[], bool]) -> dict[str, Any]:
    """Settings that hold `model` to `grammar` and end it on a stop, if it can be held."""
    if not getattr(model, "takes_grammar", False):
        return {}
    return {"grammar": grammar, "cancelled": stopped}


def gap(language: Language) -> str:
    """What stands between two sentences."""
    return " " if language == "en" else ""


def _short(fact: Fact) -> str:
    """The fact on one line, a long quote cut."""
    line = " ".join(fact.text.split())
    return line if len(line) <= MAX_SHOWN else line[:MAX_SHOWN] + "…"
