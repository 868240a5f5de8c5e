"""What several rooms' tests share: the real bundled model, loaded once."""

import tempfile
from pathlib import Path

import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from assistant.llm.engine import Engine
from assistant.llm.loading import load_engine
from tools.errors import DataError


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Keep what the plugins store out of the project's folder."""
    kept = Path(tempfile.gettempdir()) / "storewise-tests"
    set_hypothesis_home_dir(kept / "hypothesis")
    config.option.benchmark_storage = (kept / "benchmarks").as_uri()


@pytest.fixture(scope="session")
def bundled_engine() -> Engine:
    """The real bundled model, fetched and converted when it is not there yet."""
    try:
        return load_engine(device="cpu")
    except DataError as error:
        pytest.skip(str(error))
