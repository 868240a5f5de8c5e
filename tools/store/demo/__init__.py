"""The demo store: a seeded simulator of an online shop whose truth is written beside its data."""

from tools.store.demo.config import DemoConfig
from tools.store.demo.create import TRUTH, create_demo

__all__ = ["TRUTH", "DemoConfig", "create_demo"]
