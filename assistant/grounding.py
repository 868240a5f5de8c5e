"""Every figure in an answer is traced to the tool result it came from."""

from collections.abc import Sequence

from assistant.composing.claims import sentences
from assistant.composing.figures import numbers_in
from assistant.composing.ledger import Ledger
from assistant.turn import AnswerFigure, ToolCall
from tools.wording.values import Language


def figures_in(
    answer: str, calls: Sequence[ToolCall], language: Language
) -> tuple[AnswerFigure, ...]:
    """The figures of `answer`, each with the index of its call.

    First those of the facts it says word for word, then those of its other sentences.
    """
    verbatim = tuple(
        AnswerFigure(text=figure.text, tool_call=index, value=figure.value)
        for index, call in enumerate(calls)
        if call.result
        for fact in call.result.facts(language)
        if fact.text in answer
        for figure in fact.figures
    )
    ledger = Ledger(tuple(calls), language)
    rest = _without_facts(answer, calls)
    written = [
        AnswerFigure(text=shown.text, tool_call=figure.call, value=figure.value)
        for sentence in sentences(rest)
        for shown in numbers_in(sentence)
        if (figure := ledger.figure_of(shown, sentence))
    ]
    return (*verbatim, *written)


def is_grounded(answer: str, calls: Sequence[ToolCall], question: str = "") -> bool:
    """Whether every number in `answer` is a result's, the question's or a day's.

    Sentences the calls gave are taken out first; what is left may hold their figures in other
    renderings, but no number in digits or words that nobody computed.
    """
    rest = _without_facts(answer, calls)
    languages: tuple[Language, ...] = ("en", "zh")
    return not rest.strip() or any(
        not Ledger(tuple(calls), language, question).strangers(rest) for language in languages
    )


def _without_facts(answer: str, calls: Sequence[ToolCall]) -> str:
    """`answer` without the sentences that calls gave, word for word."""
    said = {text for call in calls for text in (*call.facts, call.error or "")}
    for sentence in sorted(said - {""}, key=len, reverse=True):
        answer = answer.replace(sentence, " ")
    return answer
