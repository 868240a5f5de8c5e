"""Every figure in an answer is traced to the tool result it came from."""

import re
from collections.abc import Sequence

from assistant.turn import AnswerFigure, ToolCall
from tools.wording.values import Language

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def figures_in(
    answer: str, calls: Sequence[ToolCall], language: Language
) -> tuple[AnswerFigure, ...]:
    """The figures of the facts that `answer` says, each with the index of its call."""
    return tuple(
        AnswerFigure(text=figure.text, tool_call=index, value=figure.value)
        for index, call in enumerate(calls)
        if call.result
        for fact in call.result.facts(language)
        if fact.text in answer
        for figure in fact.figures
    )


def is_grounded(answer: str, calls: Sequence[ToolCall]) -> bool:
    """Whether every number in `answer` stands in a sentence some call gave, word for word.

    Sentences the calls gave are taken out first; any digit left over is a number nobody computed.
    """
    rest = answer
    sentences = {text for call in calls for text in (*call.facts, call.error or "")}
    for sentence in sorted(sentences, key=len, reverse=True):
        rest = rest.replace(sentence, " ") if sentence else rest
    return not _NUMBER.search(rest)
