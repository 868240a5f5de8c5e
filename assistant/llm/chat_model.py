"""The chat model as LangChain sees it: messages in, text or well-formed tool calls out."""

import json
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.language_models.base import LangSmithParams
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage
from langchain_core.messages.ai import InputTokenDetails, UsageMetadata
from langchain_core.messages.tool import tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import ConfigDict, Field

from assistant.llm.decoding import Completion
from assistant.llm.engine import Engine
from assistant.llm.formats import Call, schemas_of
from assistant.llm.loading import Device, load_engine
from assistant.llm.messages import Template
from assistant.llm.weights import BUNDLED, Progress


class ChatTransformers(BaseChatModel):
    """A transformers causal language model in this process, with tools it cannot call wrongly.

    Tool calls are held to the tools' JSON schemas by a grammar, so every call parses and
    validates; a call cut off by `max_tokens` is not given out at all (its `finish_reason` is
    `length`). A model call may also be held to any grammar with `.bind(grammar=...)`, and ended
    from another thread with `.bind(cancelled=event.is_set)`.

    Each answer's `response_metadata` tells `finish_reason`, `forward_passes`, `first_token_s` and
    `total_s`; its `usage_metadata` counts tokens, those read from a kept prefix among them.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True, populate_by_name=True)

    takes_grammar: ClassVar[bool] = True
    """Whether `.bind(grammar=..., cancelled=...)` works, as it does not for models on servers."""

    engine: Engine = Field(exclude=True, repr=False)
    temperature: float = Field(0.0, ge=0)
    top_p: float = Field(1.0, gt=0, le=1)
    max_tokens: int = Field(1024, gt=0)
    stop_sequences: list[str] | None = Field(None, alias="stop")
    seed: int | None = None
    template_options: dict[str, Any] = Field(default_factory=dict)
    """Passed to the chat template, such as `enable_thinking`."""

    @classmethod
    def load(
        cls,
        model: str = BUNDLED,
        *,
        cache: Path | None = None,
        device: Device = "auto",
        progress: Progress | None = None,
        **options: Any,
    ) -> Self:
        """Load a model by name, folder or hub id (see `load_engine`); `options` are the fields."""
        engine = load_engine(model, cache=cache, device=device, progress=progress)
        return cls(engine=engine, **options)

    @property
    def model_name(self) -> str:
        """The model's name."""
        return self.engine.name

    @cached_property
    def _template(self) -> Template:
        return Template(self.engine.render, self.engine.calls)

    @property
    def _llm_type(self) -> str:
        return "chat-transformers"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model": self.model_name, "temperature": self.temperature, "top_p": self.top_p}

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> LangSmithParams:
        params = super()._get_ls_params(stop=stop, **kwargs)
        params["ls_provider"] = "transformers"
        params["ls_model_name"] = kwargs.get("model", self.model_name)
        params["ls_max_tokens"] = kwargs.get("max_tokens", self.max_tokens)
        if stops := stop or self.stop_sequences:
            params["ls_stop"] = stops
        return params

    def remember(self, beginning: Sequence[BaseMessage], **kwargs: Any) -> int:
        """Read what conversations begin with once and for all (see `Engine.remember`).

        Args:
            beginning: System messages, for instance.
            kwargs: What is bound in those conversations, such as `tools`.

        Returns:
            How many tokens had to be read, 0 if an earlier start has read them.
        """
        questions = (HumanMessage(text) for text in ("a", "问"))
        return self.engine.remember(
            *(self._request([*beginning, question], None, kwargs)[0] for question in questions)
        )

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        parallel_tool_calls: bool = True,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """A model that may call `tools`.

        Args:
            tools: Functions, LangChain tools, pydantic models or schemas.
            tool_choice: `auto` (a call or text), `any` (a call), `none` (text), or a tool's name.
            parallel_tool_calls: Whether one answer may hold several calls.
            kwargs: Bound as well.

        Raises:
            ValueError: If `tool_choice` names none of `tools`.
        """
        declared = [convert_to_openai_tool(tool) for tool in tools]
        names = [tool["function"]["name"] for tool in declared]
        choice = {"required": "any", None: "auto"}.get(tool_choice, tool_choice)
        if choice not in {"auto", "any", "none", *names}:
            raise ValueError(f"tool_choice is {choice!r}; the tools are {', '.join(names)}.")
        return self.bind(
            tools=declared, tool_choice=choice, parallel_tool_calls=parallel_tool_calls, **kwargs
        )

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002 - LangChain's
        **kwargs: Any,
    ) -> ChatResult:
        prompt, options = self._request(messages, stop, kwargs)
        completion = self.engine.complete(prompt, **options)
        text, calls = self._parsed(completion, kwargs)
        message = AIMessage(
            content=text,
            tool_calls=[
                tool_call(name=call.name, args=call.arguments, id=_call_id()) for call in calls
            ],
            usage_metadata=_usage(completion),
            response_metadata=self._metadata(completion),
        )
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        prompt, options = self._request(messages, stop, kwargs)
        pieces = self.engine.stream(prompt, **options)
        calling = _calls_possible(kwargs)
        text = shown = ""
        while True:
            try:
                text += next(pieces)
            except StopIteration as done:
                completion: Completion = done.value
                break
            visible = self.engine.calls.visible(text) if calling else text
            if len(visible) > len(shown):
                yield _chunk(visible[len(shown) :], run_manager)
                shown = visible
        said, calls = self._parsed(completion, kwargs)
        if not calls and len(said) > len(shown):  # what might have become a call
            yield _chunk(said[len(shown) :], run_manager)
        yield self._last_chunk(completion, calls)

    def _last_chunk(self, completion: Completion, calls: list[Call]) -> ChatGenerationChunk:
        message = AIMessageChunk(
            content="",
            tool_call_chunks=[
                tool_call_chunk(
                    name=call.name,
                    args=json.dumps(call.arguments, ensure_ascii=False),
                    id=_call_id(),
                    index=n,
                )
                for n, call in enumerate(calls)
            ],
            usage_metadata=_usage(completion),
            response_metadata=self._metadata(completion),
            chunk_position="last",
        )
        return ChatGenerationChunk(message=message)

    def _request(
        self, messages: list[BaseMessage], stop: list[str] | None, kwargs: Mapping[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """The rendered prompt and the engine's options for one call."""
        tools = kwargs.get("tools") or []
        options = {**self.template_options, **({"tools": tools} if tools else {})}
        prompt = self.engine.render(self._template.fitted(messages, tools), **options)
        calling = _calls_possible(kwargs)
        options = {
            "grammar": self._call_grammar(kwargs) if calling else kwargs.get("grammar"),
            "keep_special": calling,
            "stop": () if calling else stop or self.stop_sequences or (),
            "cancelled": kwargs.get("cancelled"),
        }
        for name in ("max_tokens", "temperature", "top_p", "seed"):
            options[name] = kwargs.get(name, getattr(self, name))
        return prompt, options

    def _call_grammar(self, kwargs: Mapping[str, Any]) -> str:
        choice = kwargs.get("tool_choice", "auto")
        return self.engine.calls.lark(
            schemas_of(kwargs["tools"]),
            text=choice == "auto",
            several=kwargs.get("parallel_tool_calls", True),
            only=None if choice in {"auto", "any"} else choice,
        )

    def _parsed(self, completion: Completion, kwargs: Mapping[str, Any]) -> tuple[str, list[Call]]:
        if not _calls_possible(kwargs):
            return completion.text, []
        if completion.finish_reason != "end":  # a call that was cut off is no call
            return self.engine.calls.visible(completion.text), []
        return self.engine.calls.parse(completion.text, schemas_of(kwargs["tools"]))

    def _metadata(self, completion: Completion) -> dict[str, Any]:
        return {
            "model_name": self.model_name,
            "model_provider": "transformers",
            "finish_reason": completion.finish_reason,
            "forward_passes": completion.forward_passes,
            "first_token_s": completion.first_token_s,
            "total_s": completion.total_s,
        }


def _calls_possible(kwargs: Mapping[str, Any]) -> bool:
    if kwargs.get("grammar") is not None:
        return False
    return bool(kwargs.get("tools")) and kwargs.get("tool_choice") != "none"


def _call_id() -> str:
    """Nine letters and digits, which every template accepts (Mistral's insists)."""
    return secrets.token_hex(5)[:9]


def _usage(completion: Completion) -> UsageMetadata:
    return UsageMetadata(
        input_tokens=completion.prompt_tokens,
        output_tokens=completion.generated_tokens,
        total_tokens=completion.prompt_tokens + completion.generated_tokens,
        input_token_details=InputTokenDetails(cache_read=completion.cached_tokens),
    )


def _chunk(piece: str, run_manager: CallbackManagerForLLMRun | None) -> ChatGenerationChunk:
    chunk = ChatGenerationChunk(message=AIMessageChunk(content=piece))
    if run_manager is not None:
        run_manager.on_llm_new_token(piece, chunk=chunk)
    return chunk
