"""A chat model that somebody else's process runs: any OpenAI-compatible server, by URL.

vLLM, llama.cpp's server, Ollama and `transformers serve` all speak this protocol.
"""

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any, ClassVar, Self, cast

import httpx2
import openai
from langchain_core.language_models import LanguageModelInput
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import ChatOpenAI

from tools.errors import ModelError, SettingsError
from tools.wording.values import Quote

logger = logging.getLogger(__name__)

LOOK_S = 10
"""Seconds a server may take to say which models it has."""


class ServedModel(ChatOpenAI):
    """A model on an OpenAI-compatible server; streams, and calls tools where the server does.

    It cannot be held to a grammar. `.bind(cancelled=event.is_set)` ends an answer before its next
    piece and closes the connection, which makes the server stop writing.
    """

    takes_grammar: ClassVar[bool] = False
    takes_cancelled: ClassVar[bool] = True

    @classmethod
    def connect(
        cls, url: str, key: str | None = None, model: str | None = None, **options: Any
    ) -> Self:
        """The model `model` on the server at `url`, both looked up before the first question.

        Args:
            url: Where the server listens, such as `http://localhost:8000/v1`.
            key: What it wants to be shown, if anything.
            model: The model's name there; the first one the server lists if not given.
            options: Fields of `ChatOpenAI`, such as `temperature` (default 0) and `max_tokens`.

        Raises:
            SettingsError: If nothing answers at `url`, or not as such a server does, or it has no
                such model.
        """
        defaults = {"temperature": 0.0, "max_tokens": 1024, "timeout": 120, "max_retries": 1}
        served = cls(
            model=model or "",
            base_url=_with_version(url),
            api_key=key or "none",  # the client insists on one
            stream_usage=True,
            use_responses_api=False,
            streaming=True,  # so that an answer can be stopped in the middle
            **{**defaults, **options},
        )
        names = served._listed()
        if model is None:
            if not names:
                raise SettingsError(
                    f"The server {served.address} does not say which models it has; name one with "
                    "STOREWISE_MODEL."
                )
            return served.model_copy(update={"model_name": names[0]})
        if model not in names:
            served._try(names)
        return served

    @property
    def address(self) -> str:
        """Where the server listens."""
        return str(self.openai_api_base)

    def _listed(self) -> list[str]:
        """The models the server says it has; none if it cannot say (some cannot)."""
        client = self.root_client.with_options(timeout=LOOK_S, max_retries=0)
        try:
            return [model.id for model in client.models.list().data]
        except openai.APIConnectionError as error:
            raise SettingsError(
                f"No server answers at {self.address} (STOREWISE_SERVER_URL); start it, or check "
                "its host and port."
            ) from error
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise SettingsError(
                f"The server {self.address} asks for another key; set STOREWISE_SERVER_KEY."
            ) from error
        except openai.InternalServerError:  # `transformers serve` without a hub cache
            return []
        except (openai.APIError, AttributeError, TypeError, ValueError) as error:
            raise SettingsError(
                f"{self.address} (STOREWISE_SERVER_URL) is not the address of an OpenAI-compatible "
                "server; it usually ends in /v1."
            ) from error

    def _try(self, names: list[str]) -> None:
        """Ask for one token of a model that is not listed: servers also run unlisted ones."""
        try:
            self.root_client.chat.completions.create(
                model=self.model_name,
                messages=[{"role": "user", "content": "Hi"}],
                max_tokens=1,
            )
        except openai.APIError as error:
            has = f"it has {', '.join(names[:5])}" if names else f"it says: {_reason(error)}"
            raise SettingsError(
                f"The server {self.address} has no model {self.model_name!r} (STOREWISE_MODEL); "
                f"{has}."
            ) from error

    def _get_request_payload(
        self, input_: LanguageModelInput, *, stop: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        payload = super()._get_request_payload(input_, stop=stop, **kwargs)
        if "max_completion_tokens" in payload:  # the name OpenAI gave up is the one all know
            payload["max_tokens"] = payload.pop("max_completion_tokens")
        return dict(payload)

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        with self._told():
            return super()._generate(messages, *args, **kwargs)

    def _stream(
        self,
        messages: list[BaseMessage],
        *args: Any,
        cancelled: Callable[[], bool] = lambda: False,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        if cancelled():
            return
        pieces = cast(Generator[ChatGenerationChunk], super()._stream(messages, *args, **kwargs))
        with self._told(), closing(pieces):
            for piece in pieces:
                yield piece
                if cancelled():
                    return

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong on the way becomes a sentence for the asker."""
        try:
            yield
        except (openai.APITimeoutError, httpx2.TimeoutException) as error:
            raise ModelError("server-slow", url=Quote(text=self.address)) from error
        except (openai.APIConnectionError, httpx2.TransportError) as error:
            raise ModelError("server-gone", url=Quote(text=self.address)) from error
        except openai.APIError as error:
            logger.warning("The server %s refused: %s", self.address, error)
            if "context" in str(error).lower():
                raise ModelError("prompt-too-long") from error
            reason = Quote(text=_reason(error))
            raise ModelError(
                "server-refused", url=Quote(text=self.address), reason=reason
            ) from error


def _with_version(url: str) -> str:
    """`url`, with the path that all these servers use when it has none."""
    address = url.rstrip("/")
    return address if httpx2.URL(address).path.strip("/") else f"{address}/v1"


def _reason(error: openai.APIError) -> str:
    """What the server said, on one line."""
    body = error.body if isinstance(error.body, dict) else {}
    said = body.get("message") or body.get("detail") or error.message
    return " ".join(str(said).split()).rstrip(".")[:200]
