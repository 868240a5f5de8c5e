"""The service assistant over a small shop, without a chat model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.service import ServiceAssistant, ServiceTurn
from assistant.service.routing import ServiceRouter
from retrieval.embedding import TorchEmbedder
from tests.assistant.service.shop import Clock, make_shop
from tools.service.service import Service

Say = Callable[..., ServiceTurn]


@pytest.fixture(scope="session")
def router(tmp_path_factory: pytest.TempPathFactory) -> ServiceRouter:
    cache = tmp_path_factory.mktemp("router")
    return ServiceRouter.load(TorchEmbedder.bundled(cache).queries, cache)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> Service:
    return make_shop(tmp_path, clock)


@pytest.fixture
def assistant(service: Service, router: ServiceRouter) -> ServiceAssistant:
    return ServiceAssistant(service, router)


@pytest.fixture
def say(assistant: ServiceAssistant) -> Say:
    """Say something in a conversation; gives the finished turn."""

    def said(message: str, user: str | None = None, thread: str = "t1") -> ServiceTurn:
        *texts, turn = assistant.reply(thread, message, user)
        assert isinstance(turn, ServiceTurn)
        assert "".join(str(text) for text in texts) == turn.answer
        return turn

    return said
