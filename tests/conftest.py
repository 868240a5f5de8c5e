"""What several rooms' tests share: the real bundled model, loaded once."""

import pytest

from assistant.llm.engine import Engine
from assistant.llm.loading import load_engine
from tools.errors import DataError


@pytest.fixture(scope="session")
def bundled_engine() -> Engine:
    """The real bundled model, fetched and converted when it is not there yet."""
    try:
        return load_engine(device="cpu")
    except DataError as error:
        pytest.skip(str(error))
