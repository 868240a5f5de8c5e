"""Chat models that play what a test has written, and keep what they were shown."""

from typing import Any, ClassVar

import llguidance
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field


def accepts(grammar: str, text: str) -> bool:
    """Whether `text` is a whole sentence of the Lark `grammar`."""
    tokenizer = llguidance.LLTokenizer("byte")
    matcher = llguidance.LLMatcher(tokenizer, llguidance.LLMatcher.grammar_from_lark(grammar))
    assert not matcher.get_error(), matcher.get_error()
    consumed = matcher.try_consume_tokens(list(text.encode()))
    return consumed == len(text.encode()) and matcher.is_accepting()


class WrittenModel(BaseChatModel):
    """Says what `reply` gives."""

    @property
    def _llm_type(self) -> str:
        return "written"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        return self.bind(**kwargs)

    def reply(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        """What it answers to `messages`, shown with the settings `kwargs`."""
        raise NotImplementedError

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self.reply(messages, kwargs))])


class ScriptedChatModel(WrittenModel):
    """Plays one line of `script` a call and keeps what it was shown.

    A line the grammar does not allow, or a call beyond the script, fails the test.
    """

    takes_grammar: ClassVar[bool] = True

    script: list[str]
    free: bool = False
    """Let through lines the grammar forbids, for tests that are not about what is said."""
    seen: list[list[BaseMessage]] = Field(default_factory=list)
    grammars: list[str] = Field(default_factory=list)

    def reply(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        assert self.script, "the model was called more often than the script has lines"
        line = self.script.pop(0)
        grammar = kwargs.get("grammar")
        if grammar and not self.free:
            assert accepts(grammar, line), f"the grammar forbids {line!r}:\n{grammar}"
        self.seen.append(messages)
        self.grammars.append(grammar or "")
        return AIMessage(line)


class PlayedModel(WrittenModel):
    """Answers with the messages of `script`, one a turn, and keeps what it was shown last."""

    script: list[AIMessage] = Field(default_factory=list)
    seen: list[BaseMessage] = Field(default_factory=list)

    def reply(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        self.seen = list(messages)
        return self.script.pop(0) if self.script else AIMessage("Done.")


def call(name: str, arguments: dict[str, Any]) -> AIMessage:
    """A message that calls one tool."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": "1"}])
