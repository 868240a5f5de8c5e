"""τ²-bench's shop imported once; each test works on its own copy of the service book."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tools.service.tau2 import TAU2, Json, written
from tools.service.book import BOOK
from tools.service.desk import ServiceDesk
from tools.service.service import Service
from tools.store.importing import import_data
from tools.store.store import Store


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture(scope="session")
def tau2_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not TAU2.exists():
        pytest.skip("τ²-bench's retail shop is not beside the repository")
    workspace = tmp_path_factory.mktemp("tau2")
    import_data("tau2-retail", TAU2, workspace)
    return workspace


@pytest.fixture(scope="session")
def tau2_db(tau2_workspace: Path) -> Json:
    db: Json = json.loads((TAU2 / "db.json").read_text(encoding="utf-8"))
    return db


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def tau2_store(tau2_workspace: Path) -> Store:
    return Store.open(tau2_workspace)


@pytest.fixture
def service(tau2_store: Store, tmp_path: Path, clock: Clock) -> Service:
    assert tau2_store.folder is not None
    shutil.copy(tau2_store.folder / BOOK, tmp_path / BOOK)
    return Service(replace(tau2_store, folder=tmp_path), clock)


@pytest.fixture
def desk(service: Service) -> ServiceDesk:
    return ServiceDesk(service)


@pytest.fixture
def records(service: Service) -> Callable[[], dict[tuple[str, str], str]]:
    """All records of the book as they are written, to compare before and after."""

    def now() -> dict[tuple[str, str], str]:
        with service.book.reading() as ledger:
            return written(ledger)

    return now
