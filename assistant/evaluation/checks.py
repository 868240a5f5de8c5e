"""What is right and wrong about one answered turn."""

import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from pydantic import BaseModel, TypeAdapter, ValidationError

from assistant.evaluation.arguments import Matcher, either
from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.truth import Figure, Truth
from assistant.reading import language_of
from assistant.toolbox import Tool
from assistant.turn import ToolCall, Turn

TOLERANCE = 1e-3
"""Relative: answers round."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")


class Verdict(BaseModel, frozen=True):
    """What one answer got right. `None` where a question does not ask for it.

    Attributes:
        tools: Every tool expected was called, and no other.
        arguments: The arguments that matter are those expected (wrong where the tool is).
        parsed: Every call had arguments its tool takes.
        figures: Every key figure is in the answer.
        said: The answer holds the texts it must and none that it must not.
        language: It is in the question's language.
        untraced: Figures in it that no call gave.
        wrong: What was wrong, a few words each.
    """

    tools: bool
    arguments: bool | None
    parsed: bool
    figures: bool | None
    said: bool | None
    language: bool
    untraced: int
    wrong: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong


@dataclass(frozen=True)
class Judge:
    """Judges answers about one store.

    Attributes:
        matcher: Compares arguments.
        truth: Recomputes figures.
        tools: The tools, by name.
    """

    matcher: Matcher
    truth: Truth
    tools: Mapping[str, Tool]

    def verdict(self, question: EvalQuestion, turn: Turn) -> Verdict:
        """What `turn` got right of `question`."""
        calls = _paired(question, turn.tool_calls)
        tools_right = None not in calls and {c.name for c in turn.tool_calls} <= _names(question)
        wrong_arguments = self._wrong_arguments(question, calls)
        unfit = [c.name for c in turn.tool_calls if not fits(self.tools.get(c.name), c.arguments)]
        missing = self.missing(question, turn)
        badly_said = _badly_said(question, turn.answer)
        language = turn.language == question.language == _language(turn.answer)
        untraced = untraced_figures(turn)
        wrong = [
            *([] if tools_right else ["tool"]),
            *(f"argument {name}" for name in wrong_arguments),
            *(f"{name} called with arguments it does not take" for name in unfit),
            *(f"figure {figure}" for figure in missing),
            *badly_said,
            *([] if language else ["language"]),
            *([f"{untraced} untraced"] if untraced else []),
        ]
        return Verdict(
            tools=tools_right,
            arguments=tools_right and not wrong_arguments if question.arguments else None,
            parsed=not unfit,
            figures=not missing if question.figures else None,
            said=not badly_said if question.says or question.never else None,
            language=language,
            untraced=untraced,
            wrong=tuple(wrong),
        )

    def missing(self, question: EvalQuestion, turn: Turn) -> list[Figure]:
        """The key figures that the answer does not hold."""
        shown = [f.value for f in turn.figures if f.text in turn.answer]
        return [
            figure
            for query in question.figures
            for figure in self._absent(either(query), shown, question, turn.answer)
        ]

    def _absent(
        self, queries: Sequence[str], shown: Sequence[float], question: EvalQuestion, answer: str
    ) -> list[Figure]:
        """What the answer lacks of the one of `queries` whose figures it holds most of."""
        lacks = [
            [f for f in self.truth.figures([query]) if not self._held(f, shown, question, answer)]
            for query in queries
        ]
        fewest = min(len(some) for some in lacks)
        return next(some for some in lacks if len(some) == fewest)

    def _held(
        self, figure: Figure, shown: Sequence[float], question: EvalQuestion, answer: str
    ) -> bool:
        if isinstance(figure, str):
            return any(n in answer for n in self.truth.names(figure, question.language))
        return any(is_near(figure, value) for value in shown)

    def _wrong_arguments(
        self, question: EvalQuestion, calls: Sequence[ToolCall | None]
    ) -> list[str]:
        pairs = zip(question.arguments, calls, strict=False)
        return [
            name
            for expected, call in pairs
            if call is not None
            for name in self.matcher.wrong(expected, call.arguments)
        ]


def is_near(expected: float, value: float) -> bool:
    """Whether two figures are the same but for rounding and sign (a fall of 5 % is 0.05)."""
    return isclose(abs(expected), abs(value), rel_tol=TOLERANCE, abs_tol=1e-9)


def untraced_figures(turn: Turn) -> int:
    """Numbers in the answer that no call gave."""
    if turn.grounded:
        return 0
    rest = turn.answer
    known = [fact for call in turn.tool_calls for fact in call.facts]
    known += [figure.text for figure in turn.figures]
    for text in sorted(known, key=len, reverse=True):
        rest = rest.replace(text, " ")
    return max(1, len(_NUMBER.findall(rest)))


def fits(tool: Tool | None, arguments: Mapping[str, object]) -> bool:
    """Whether `arguments` are ones that `tool` takes."""
    if tool is None:
        return False
    try:
        bound = inspect.signature(tool).bind(**arguments)
        for name, value in bound.arguments.items():
            annotation = bound.signature.parameters[name].annotation
            TypeAdapter(annotation).validate_python(value)
    except (TypeError, ValidationError):
        return False
    return True


def _names(question: EvalQuestion) -> set[str]:
    return {name for tool in question.tools for name in either(tool)}


def _paired(question: EvalQuestion, calls: Sequence[ToolCall]) -> list[ToolCall | None]:
    """For each tool expected, the first call of it that stands for no other."""
    left = list(calls)
    paired: list[ToolCall | None] = []
    for tool in question.tools:
        call = next((call for call in left if call.name in either(tool)), None)
        paired.append(call)
        if call is not None:
            left.remove(call)
    return paired


def _badly_said(question: EvalQuestion, answer: str) -> list[str]:
    said = answer.casefold()
    left_out = [
        f"does not say {' / '.join(either(text))}"
        for text in question.says
        if not any(one.casefold() in said for one in either(text))
    ]
    return left_out + [f"says {text}" for text in question.never if text.casefold() in said]


def _language(answer: str) -> str:
    """The language of the answer's own words; quotes of customers may be in another."""
    return language_of(_QUOTED.sub("", answer) or answer)
