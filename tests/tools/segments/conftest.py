"""One simulated shop for the whole room, read once."""

from pathlib import Path

import pytest

from tests.tools.prediction.customers.shop import shop
from tools.segments import Segments


@pytest.fixture(scope="session")
def busy() -> Segments:
    """Segments of 300 simulated customers (`tests.tools.prediction.customers.shop`)."""
    return Segments(shop(), Path("none"))
