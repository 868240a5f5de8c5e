"""Composing of facts with prose between them: the model's own sentences hold no figure.

A prose sentence may claim a trend, a rank or a cause only where a fact claims it of the same
thing; one that claims more is left out.
"""

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from assistant.composing.asking import asked, gap
from assistant.composing.claims import number_words, sentences, unsupported
from assistant.composing.ledger import Ledger
from assistant.composing.offers import Offers
from tools.wording.statements import Fact

logger = logging.getLogger(__name__)

PROMPT = Path(__file__).parents[1] / "prompts" / "compose_woven.md"
MAX_LINES = 6
LONGEST = 160
"""Characters of one prose sentence."""
_NUMBER_LINE = re.compile(r"\W{0,3}([1-9])\W{0,3}")


def compose(
    question: str,
    offers: Offers,
    ledger: Ledger,
    model: BaseChatModel,
    stopped: Callable[[], bool],
) -> Iterator[str | AIMessage]:
    """The leads, then line by line the facts the model picks and the prose that passes."""
    said: list[str] = []
    for fact in offers.leads:
        yield from _say(fact.text, said, ledger)
    if not offers.options or stopped():
        return
    buffer = ""
    for part in asked(model, _shown(question, offers), grammar(len(offers.options)), stopped):
        if isinstance(part, AIMessage):
            yield part
            continue
        *lines, buffer = (buffer + part).split("\n")
        for line in lines:
            yield from _line(line, said, offers, ledger)
    if not stopped():
        yield from _line(buffer, said, offers, ledger)


def grammar(n_options: int) -> str:
    """Lark grammar of up to `MAX_LINES` lines, each a fact's number or prose without a digit."""
    barred = r"\p{N}%％‰\n二三四五六七八九十百千万亿"
    numbers = " | ".join(f'"{n}"' for n in range(1, n_options + 1))
    return (
        f'start: line ("\\n" line){{0,{MAX_LINES - 1}}}\n'
        f"line: {numbers} | PROSE\n"
        f"PROSE: /[^{barred}]{{8,{LONGEST}}}[.!?。！？]/\n"
    )


def refused(sentence: str, facts: Sequence[str], ledger: Ledger) -> str | None:
    """Why `sentence` may not be said between `facts`; `None` when it may."""
    if any(character.isnumeric() and character.isdigit() for character in sentence) or re.search(
        "[%％]", sentence
    ):
        return "a digit"
    if words := number_words(sentence):
        return words[0]
    return unsupported(sentence, ledger.things, facts)


def _line(line: str, said: list[str], offers: Offers, ledger: Ledger) -> Iterator[str]:
    picked = _NUMBER_LINE.fullmatch(line.strip())
    if picked:
        number = int(picked[1])
        facts: list[Fact] = []
        if number <= len(offers.options):
            facts = offers.with_needs(offers.options[number - 1])
        for fact in facts:
            yield from _say(fact.text, said, ledger)
        return
    known = [fact.text for fact in (*offers.leads, *offers.options)]
    for sentence in sentences(line):
        reason = refused(sentence, known, ledger)
        if reason:
            logger.debug("Left out for %r: %s", reason, sentence)
        elif sentence.strip():
            yield from _say(sentence.strip(), said, ledger)


def _say(text: str, said: list[str], ledger: Ledger) -> Iterator[str]:
    if text not in said:
        yield gap(ledger.language) + text if said else text
        said.append(text)


def _shown(question: str, offers: Offers) -> list[SystemMessage | HumanMessage]:
    said = "\n".join(fact.text for fact in offers.leads)
    listed = "\n".join(f"{n} {fact.text}" for n, fact in enumerate(offers.options, start=1))
    return [
        SystemMessage(PROMPT.read_text(encoding="utf-8").strip()),
        HumanMessage(f"Already said:\n{said}\n\nFacts:\n{listed}\n\nQuestion: {question}"),
    ]
