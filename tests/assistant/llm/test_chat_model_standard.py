"""LangChain's own unit tests for chat models."""

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_tests.unit_tests import ChatModelUnitTests

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine


class TestChatTransformers(ChatModelUnitTests):
    @pytest.fixture(autouse=True)
    def _with_engine(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ChatTransformers

    @property
    def chat_model_params(self) -> dict:
        return {"engine": self.engine}
