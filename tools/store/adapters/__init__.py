"""How files of each known kind become canonical tables, by the name of the kind."""

from tools.store.adapters.behaviour import rees46, taobao
from tools.store.adapters.canonical import canonical
from tools.store.adapters.complete_journey import complete_journey
from tools.store.adapters.contacts import contacts
from tools.store.adapters.contract import Adapter, Draft, Import
from tools.store.adapters.olist import olist
from tools.store.adapters.online_retail import online_retail
from tools.store.adapters.reviews import reviews
from tools.store.adapters.tau2 import tau2_retail
from tools.store.schema import TABLES

ADAPTERS: dict[str, Adapter] = {
    "online-retail": online_retail,
    "taobao": taobao,
    "rees46": rees46,
    "olist": olist,
    "complete-journey": complete_journey,
    "tau2-retail": tau2_retail,
    "contacts": contacts,
    "reviews": reviews,
    **{name: canonical(name) for name in TABLES if name != "reviews"},
}
"""Adapters by the kind of data they read."""

WHOLE_STORES = frozenset(
    {"online-retail", "taobao", "rees46", "olist", "complete-journey", "tau2-retail"}
)
"""Kinds that bring a store of their own: they replace every table of the workspace."""

__all__ = ["ADAPTERS", "WHOLE_STORES", "Adapter", "Draft", "Import"]
