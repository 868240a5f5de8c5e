"""Composing of facts alone: code says the sentences, the model only picks their numbers.

A fact is said verbatim or not at all, so the answer cannot hold a wrong figure; and as the model
writes a digit a sentence, choosing costs it hardly more than reading.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import accumulate, chain, permutations
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from assistant.composing.asking import asked, gap, takes_grammar
from assistant.composing.claims import claims_of
from assistant.composing.matters import matters_in
from assistant.composing.offers import Offers
from assistant.composing.wholes import asks_whole
from assistant.llm.grammar import literal
from tools.wording.statements import Fact
from tools.wording.values import Language

PROMPT = Path(__file__).parents[1] / "prompts" / "compose.md"
MAX_CHOSEN = 3
"""Most sentences the model may choose, the leads it names among them."""
MAX_NUMBERED = 9
"""Most sentences shown, each with one digit."""
CHANGES = frozenset({"rise", "fall", "steady"})
LISTS = frozenset({"metrics-top", "funnel-each", "purchase-list", "purchase-first"})
"""Leads that name the first few: who asks for a list has it."""
TOTALS = frozenset({"metrics-total", "metrics-rate"})
"""Sentences of what all groups come to."""
MAX_VOICES = 2
"""Quotes said where customers' words are asked for."""
_SEVERAL = re.compile(r"\b(and|also|plus)\b|[,，、]|和|以及|还|并")
_WHY = re.compile(r"\bwhy\b|\bhow come\b|为什么|为何|为啥|怎么(会|回事)|原因|咋回事", re.IGNORECASE)
_VOICE = re.compile(r"“.+”.*\[[^\]]+\]", re.DOTALL)
TOKENS_SHOWN = 140
"""About how many tokens the model is shown: it reads some 95 a second on two cores."""
LEAST_SHOWN = 8
"""Tokens of a sentence that tell it from others."""


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
    wanted = told(question, offers)
    parts = wanted if wanted is not None else picked(question, offers, model, stopped)
    for part in parts:
        if isinstance(part, AIMessage):
            yield part
            continue
        for fact in offers.with_needs(part):
            yield from _say(fact, said, language)


def _say(fact: Fact, said: list[Fact], language: Language) -> Iterator[str]:
    if fact not in said:
        yield gap(language) + fact.text if said else fact.text
        said.append(fact)


def told(question: str, offers: Offers) -> list[Fact] | None:
    """The options the question's own words call for; `None` when the model must choose.

    "Which sells worst?" wants the sentence about the least, "did it grow?" the one about the
    change, "why?" what moved most, a second metric its own answer, customers' words a quote or
    two. What it names outright (money spent, a month further on) comes before all that. Nothing is
    wanted when the leads tell it already and only one thing is asked.
    """
    leads = [fact for fact in offers.leads if not _caveat(fact)]
    if asked := _asked_about(question, leads, offers):
        besides = (fact for fact in offers.options if fact.role == "answer")
        return list(dict.fromkeys((*asked, *besides)))[:MAX_CHOSEN]
    kinds = _kinds(question)
    answers = (fact for fact in offers.options if fact.role == "answer")
    wanted = list(dict.fromkeys((*_whole(question, offers), *answers)))[: MAX_CHOSEN - 1]
    wanted = wanted or [o for o in offers.options if _VOICE.search(o.text)][:MAX_VOICES]
    missing = kinds.difference(*(_kinds(fact.text) for fact in (*leads, *wanted)))
    if "cause" in missing or _WHY.search(
        question
    ):  # no fact claims a cause: what moved most is as near as figures come
        missing = missing - {"cause"} | {"change"}
    for fact in offers.options:
        if missing & _kinds(fact.text) and len(wanted) < MAX_CHOSEN - 1:
            wanted.append(fact)
            missing -= _kinds(fact.text)
    answered = len(leads) > 1 or any(fact.message in LISTS for fact in leads)
    open_ended = not wanted and (not kinds or _SEVERAL.search(question))
    return None if not answered and (missing or open_ended) else wanted


def _whole(question: str, offers: Offers) -> list[Fact]:
    """The figure of all groups together, where it is asked for beside them."""
    if not asks_whole(question):
        return []
    totals = (fact for fact in chain(*offers.facts) if fact.message in TOTALS)
    return [fact for fact in totals if fact not in offers.leads]


def _asked_about(question: str, leads: Sequence[Fact], offers: Offers) -> list[Fact]:
    """Sentences, offered or not, about what the question names and the leads do not tell."""
    missing = matters_in(question).difference(*(matters_in(fact.text) for fact in leads))
    wanted: list[Fact] = []
    for fact in chain(*offers.facts):
        told = matters_in(fact.text) & missing
        if told and not _caveat(fact) and fact not in offers.leads and len(wanted) < MAX_CHOSEN - 1:
            wanted.append(fact)
            missing -= told
    return wanted


def _kinds(text: str) -> frozenset[str]:
    """The claims of `text`, a rise and a fall alike: who asks for the one hears of the other."""
    claims = claims_of(text) - {"certainty"}
    return claims - CHANGES | {"change"} if claims & CHANGES else claims


def _caveat(fact: Fact) -> bool:
    return fact.role == "caveat"


def picked(
    question: str, offers: Offers, model: BaseChatModel, stopped: Callable[[], bool]
) -> Iterator[Fact | AIMessage]:
    """The options the model picks, each as soon as its number is certain, and what it cost.

    The leads stand among the numbers, so that "the lead answers it" is a choice like any other.
    """
    numbered = _numbered(offers)
    messages = shown(question, numbered, offers.span)
    text, n_said = "", 0
    for part in asked(model, messages, pick_grammar(len(numbered)), stopped):
        if isinstance(part, AIMessage):
            yield part
            continue
        text += part
        # Held to the grammar, each digit is a choice; else a number may still be growing.
        picks = _numbers(text if takes_grammar(model) else re.sub(r"\d+$", "", text), numbered)
        yield from _new(picks[n_said:], numbered, offers)
        n_said = len(picks)
    yield from _new(_numbers(text, numbered)[n_said:], numbered, offers)


def _numbered(offers: Offers) -> dict[str, Fact]:
    leads = [fact for fact in offers.leads if not _caveat(fact)]
    shown = (*leads[: MAX_NUMBERED - len(offers.options)], *offers.options)
    return {str(n): fact for n, fact in enumerate(shown, start=1)}


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


def shown(question: str, numbered: Mapping[str, Fact], span: str) -> list[BaseMessage]:
    """What the model reads: the numbered sentences, cut to fit, and the question.

    Direct answers are cut hardest, for they are said anyway.
    """
    texts = {n: _undated(" ".join(fact.text.split()), span) for n, fact in numbered.items()}
    weights = {n: 1 if fact.role == "answer" else 2 for n, fact in numbered.items()}
    room = (TOKENS_SHOWN - tokens_in(question)) / sum(weights.values())
    listed = "\n".join(
        f"{n} {cut(text, max(LEAST_SHOWN, round(room * weights[n]) - 2))}"
        for n, text in texts.items()
    )
    return [instructions(), HumanMessage(f"{listed}\n\n{question}")]


def instructions() -> SystemMessage:
    """What the model is told before it picks; the same each time."""
    return SystemMessage(PROMPT.read_text(encoding="utf-8").strip())


def _undated(text: str, span: str) -> str:
    """`text` without the period all sentences share: dates cost many tokens and tell none apart."""
    return re.sub(rf"( (from|in|on))? ?{re.escape(span)}", "", text) if span else text


def tokens_in(text: str) -> float:
    """About how many tokens a model reads `text` as: a quarter of one a letter, 1¼ a 汉字."""
    return sum(0.25 if char.isascii() else 1.25 for char in text)


def cut(text: str, tokens: int) -> str:
    """The beginning of `text` that is about `tokens` tokens long, marked where it was cut."""
    lengths = accumulate(tokens_in(char) for char in text)
    kept = sum(length <= tokens for length in lengths)
    return text if kept == len(text) else f"{text[:kept].rstrip()}…"
