"""Asking the chat model while an answer is composed, held to a grammar where it can be."""

from collections.abc import Callable, Iterator, Sequence

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage

from tools.wording.values import Language

MAX_TOKENS = 400
"""Longest text the model writes for one answer."""


def takes_grammar(model: BaseChatModel) -> bool:
    """Whether `model` can be held to a grammar; models on servers cannot."""
    return bool(getattr(model, "takes_grammar", False))


def asked(
    model: BaseChatModel, messages: Sequence[BaseMessage], grammar: str, stopped: Callable[[], bool]
) -> Iterator[str | AIMessage]:
    """What `model` writes, piece by piece, and what it cost; ends soon after a stop."""
    held = {"grammar": grammar, "cancelled": stopped} if takes_grammar(model) else {}
    for chunk in model.bind(max_tokens=MAX_TOKENS, **held).stream(list(messages)):
        if chunk.text:
            yield chunk.text
        if chunk.usage_metadata:
            yield AIMessage(
                content="",
                usage_metadata=chunk.usage_metadata,
                response_metadata=chunk.response_metadata,
            )
        if stopped():
            return


def gap(language: Language) -> str:
    """What stands between two sentences."""
    return " " if language == "en" else ""
