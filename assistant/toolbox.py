"""The tools a persona may use, run in one way for the agent, the forms and the command line."""

import functools
import inspect
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import duckdb
from pydantic import ValidationError, validate_call

from assistant.time_limit import TimeLimit
from assistant.turn import ToolCall
from tools.errors import SettingsError, StorewiseError
from tools.result import ToolResult
from tools.wording.speaker import Speaker
from tools.wording.values import Language

if TYPE_CHECKING:  # LangChain is needed by the agent only
    from langchain_core.tools import StructuredTool

logger = logging.getLogger(__name__)

Tool = Callable[..., ToolResult]


@dataclass(frozen=True)
class Toolbox:
    """Tools by name, run one at a time: a store's connection serves one query at once.

    Attributes:
        tools: The tools.
        limit: How long each may take.
    """

    tools: Mapping[str, Tool]
    limit: TimeLimit = field(default_factory=TimeLimit)

    def run(self, name: str, arguments: Mapping[str, Any], language: Language) -> ToolCall:
        """Run tool `name`; whatever goes wrong becomes part of the call, as one sentence.

        Args:
            name: One of `tools`.
            arguments: Its arguments, JSON values.
            language: Language of the facts, and of the sentence that says what went wrong.

        Raises:
            SettingsError: If there is no such tool.
        """
        if name not in self.tools:
            raise SettingsError(f"No tool {name!r}. Tools: {', '.join(sorted(self.tools))}.")
        started = time.perf_counter()
        result: ToolResult | None = None
        facts: tuple[str, ...] = ()
        error = None
        try:
            result, facts = self.limit.run(lambda: self._called(name, arguments, language))
        except Exception as problem:  # noqa: BLE001  # told to the asker, and logged
            error = self._told(name, problem, language)
        seconds = round(time.perf_counter() - started, 4)
        logger.info("tool %s %s in %.0f ms", name, "failed" if error else "ran", seconds * 1000)
        return ToolCall(
            name=name,
            arguments={key: value for key, value in arguments.items() if value is not None},
            status="error" if error else "ok",
            seconds=seconds,
            result=result,
            error=error,
            facts=facts,
        )

    def _called(
        self, name: str, arguments: Mapping[str, Any], language: Language
    ) -> tuple[ToolResult, tuple[str, ...]]:
        """The tool's result and its sentences."""
        result = validate_call(self.tools[name])(**arguments)
        return result, tuple(fact.text for fact in result.facts(language))

    def _told(self, name: str, problem: Exception, language: Language) -> str:
        """What went wrong, for the asker; what is no fault of hers is logged in full."""
        match problem:
            case StorewiseError():
                return problem.say(language)
            case ValidationError() if problem.title.rpartition(".")[2] == name:
                return _invalid(self.tools[name], problem, language)
            case MemoryError() | duckdb.OutOfMemoryException():
                logger.error("The tool %s ran out of memory: %s", name, problem)
                return Speaker(language).message("out-of-memory")
            case _:
                logger.error("The tool %s failed", name, exc_info=problem)
                return Speaker(language).message("tool-broke", tool=name)

    def as_langchain(self, language: Language) -> "list[StructuredTool]":
        """The tools for LangChain: facts, or what went wrong, as text; the call as artifact."""
        return [self._as_langchain(name, language) for name in self.tools]

    def _as_langchain(self, name: str, language: Language) -> "StructuredTool":
        from langchain_core.tools import StructuredTool

        @functools.wraps(self.tools[name])
        def run(**arguments: Any) -> tuple[str, ToolCall]:
            call = self.run(name, arguments, language)
            return call.error or "\n".join(call.facts), call

        return StructuredTool.from_function(
            run,
            name=name,
            parse_docstring=True,
            response_format="content_and_artifact",
        )


def _invalid(tool: Tool, problem: ValidationError, language: Language) -> str:
    """Which argument is wrong or missing and what the tool takes, in one sentence."""
    first = problem.errors()[0]
    message = "missing-argument" if first["type"].startswith("missing") else "invalid-argument"
    wanted = ", ".join(inspect.signature(tool).parameters)
    given = ".".join(str(part) for part in first["loc"]) or "arguments"
    return Speaker(language).message(message, given=given, wanted=wanted)
