"""Composing of facts alone: code says the sentences, the model only picks their numbers.

A fact is said verbatim or not at all, so the answer cannot hold a wrong figure; and as the model
writes a digit a sentence, choosing costs it hardly more than reading.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
MAX_CHOSEN = 3
"""Most sentences the model may choose, the leads it names among them."""
MAX_NUMBERED = 9
"""Most sentences shown, each with one digit."""
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
    """The options the model picks, each as soon as its number is certain, and what it cost.

    The leads stand among the numbers, so that "the lead answers it" is a choice like any other.
    """
    numbered = _numbered(offers)
    held = held_to(model, pick_grammar(len(numbered)), stopped)
    text, n_said = "", 0
    for chunk in model.bind(**held).stream(shown(question, numbered, offers.span)):
        text += str(chunk.content)
        # Held to the grammar, each digit is a choice; else a number may still be growing.
        picks = _numbers(text if held else re.sub(r"\d+$", "", text), numbered)
        yield from _new(picks[n_said:], numbered, offers)
        n_said = len(picks)
        if chunk.usage_metadata:
            yield cost_of(chunk)
        if stopped():
            return
    yield from _new(_numbers(text, numbered)[n_said:], numbered, offers)


def _numbered(offers: Offers) -> dict[str, Fact]:
    room = MAX_NUMBERED - len(offers.options)
    return {str(n): fact for n, fact in enumerate((*offers.leads[:room], *offers.options), start=1)}


def _new(picks: Sequence[str], numbered: Mapping[str, Fact], offers: Offers) -> Iterator[Fact]:
    yield from (numbered[pick] for pick in picks if numbered[pick] not in offers.leads)


def _numbers(text: str, numbered: Collection[str]) -> list[str]:
    """The first numbers of `numbered` in `text`, written apart or together; a year holds none."""
    runs = (run for run in re.findall(r"\d+", text) if len(set(run)) == len(run) and "0" not in run)
    return [n for n in dict.fromkeys("".join(runs)) if n in numbered][:MAX_CHOSEN]


def pick_grammar(n_numbers: int) -> str:
    """Lark grammar of one to `MAX_CHOSEN` different numbers, one after another."""
    numbers = [str(n) for n in range(1, n_numbers + 1)]
    picks = [pick for k in range(1, MAX_CHOSEN + 1) for pick in permutations(numbers, k)]
    return "start: " + " | ".join(literal("".join(pick)) for pick in picks) + "\n"


def cost_of(chunk: AIMessage) -> AIMessage:
    """What a model call cost, without its text."""
    return AIMessage(
        content="",
        usage_metadata=chunk.usage_metadata,
        response_metadata=chunk.response_metadata,
    )


def shown(question: str, numbered: Mapping[str, Fact], span: str) -> list[BaseMessage]:
    """What the model reads: the numbered sentences and the question."""
    listed = "\n".join(f"{n} {_cut(_undated(fact.text, span))}" for n, fact in numbered.items())
    instructions = PROMPT.read_text(encoding="utf-8").strip()
    return [SystemMessage(instructions), HumanMessage(f"{listed}\n\n{question}")]


def held_to(model: BaseChatModel, grammar: str, stopped: Callable[[], bool]) -> dict[str, Any]:
    """Settings that hold `model` to `grammar` and end it on a stop, if it can be held."""
    if not getattr(model, "takes_grammar", False):
        return {}
    return {"grammar": grammar, "cancelled": stopped}


def gap(language: Language) -> str:
    """What stands between two sentences."""
    return " " if language == "en" else ""


def _undated(text: str, span: str) -> str:
    """`text` without the period all sentences share: dates cost many tokens and tell none apart."""
    return re.sub(rf"( (from|in|on))? ?{re.escape(span)}", "", text) if span else text


def _cut(text: str) -> str:
    """`text` on one line, a long quote shortened."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_SHOWN else line[:MAX_SHOWN] + "…"
