"""The store's data: canonical tables, workspaces, import, cleaning and the demo store."""

from tools.store.schema import TABLES
from tools.store.store import Store, StoreProfile

__all__ = ["TABLES", "Store", "StoreProfile"]
