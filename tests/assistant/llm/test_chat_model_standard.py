"""LangChain's own suites for chat models: unit tests on a tiny one, the rest on the real one."""

from typing import Any, Literal

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_tests.integration_tests import ChatModelIntegrationTests
from langchain_tests.unit_tests import ChatModelUnitTests

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine


class TestTinyModel(ChatModelUnitTests):
    @pytest.fixture(autouse=True)
    def _with_engine(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ChatTransformers

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"engine": self.engine}


@pytest.mark.local_model
class TestBundledModel(ChatModelIntegrationTests):
    @pytest.fixture(autouse=True)
    def _with_engine(self, bundled_engine: Engine) -> None:
        self.engine = bundled_engine

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ChatTransformers

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"engine": self.engine, "max_tokens": 120}

    @property
    def supported_usage_metadata_details(
        self,
    ) -> dict[Literal["invoke", "stream"], list[Any]]:
        return {"invoke": ["cache_read_input"], "stream": ["cache_read_input"]}

    def invoke_with_cache_read_input(self, *, stream: bool = False) -> AIMessage:
        model = ChatTransformers(engine=self.engine, max_tokens=4)
        question = "Name the four seasons of the year, in the order in which they come."
        model.invoke(question)
        if not stream:
            return model.invoke(question)
        whole = None
        for chunk in model.stream(question):
            whole = chunk if whole is None else whole + chunk
        assert isinstance(whole, AIMessage)
        return whole
