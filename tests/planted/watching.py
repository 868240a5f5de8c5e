"""Chat models that keep what they are shown, and how a planted text is left out of a comparison."""

import json
from typing import Any, ClassVar

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatResult
from pydantic import Field

from tests.scripted_model import WrittenModel


class Recorder(WrittenModel):
    """Keeps what it is shown to choose by, and says nothing of use: code's own choice stands.

    Attributes:
        everything: Whether all it is shown counts, not only where a tool has to be chosen.
        shown: What it was shown.
    """

    everything: bool = False
    shown: list[str] = Field(default_factory=list)

    def reply(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        if self.everything or kwargs.get("tool_choice"):
            self.shown += [str(message.content) for message in messages]
        return AIMessage("1")


class Remembering(WrittenModel):
    """A model that writes greedily, asked once for each prompt: shown the same, it says the same.

    Attributes:
        model: The model itself.
        known: Its replies so far, by prompt.
    """

    takes_grammar: ClassVar[bool] = True
    model: BaseChatModel
    known: dict[str, ChatResult] = Field(default_factory=dict)

    @property
    def model_name(self) -> str:
        """What the model is called."""
        return str(getattr(self.model, "model_name", ""))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        told = {name: value for name, value in kwargs.items() if not callable(value)}
        prompt = [[message.type, message.content] for message in messages]
        key = json.dumps([prompt, told, stop], default=str)
        if key not in self.known:
            self.known[key] = self.model._generate(messages, stop, run_manager, **kwargs)
        return self.known[key]


def without(value: Any, text: str) -> Any:
    """`value` with one word for the planted text."""
    if isinstance(value, dict):
        return {name: without(each, text) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [without(each, text) for each in value]
    if not isinstance(value, str):
        return value
    escaped = json.dumps(text, ensure_ascii=False)[1:-1]  # as it stands inside JSON
    return value.replace(text, "[planted]").replace(escaped, "[planted]")
