"""The demo store's contact data: names, e-mails and addresses made up for each customer.

They are drawn from random numbers of their own, so that everything else stays as it was, and go to
the service book only.
"""

from functools import cache
from typing import Any

from tools.service.records import Address, Customer
from tools.store.demo.config import DemoConfig, Rng, load_yaml
from tools.store.demo.customers import Customers, places


@cache
def people() -> dict[str, Any]:
    """The content of `people.yaml`."""
    content: dict[str, Any] = load_yaml("people.yaml")
    return content


def make_contacts(config: DemoConfig, customers: Customers) -> tuple[Customer, ...]:
    """A contact for each customer; e-mail addresses are unique, under a reserved domain."""
    rng = config.rng("contacts")
    regions = places()["regions"]
    return tuple(
        _contact(rng, user_id, n, regions[customers.region[n]], chinese=bool(customers.chinese[n]))
        for n, user_id in enumerate(customers.ids)
    )


def _contact(rng: Rng, user_id: str, n: int, region: dict[str, Any], *, chinese: bool) -> Customer:
    mainland = region["country"] == "CN"
    words = people()["chinese" if chinese or mainland else "english"]
    first, last = (_one(rng, list(words[part])) for part in ("first", "last"))
    number, flat = int(rng.integers(1, 400)), int(rng.integers(1, 30))
    street = _one(rng, people()["chinese" if mainland else "english"]["street"])
    spelled = (words["first"][first], words["last"][last]) if chinese or mainland else (first, last)
    place = people()["regions"][region["name"]]
    mailbox = ".".join(spelled).replace(" ", "").lower()
    return Customer(
        user_id=user_id,
        first_name=first,
        last_name=last,
        email=f"{mailbox}{n + 1}@example.com",
        address=Address(
            address1=f"{street}{number}号" if mainland else f"{number} {street}",
            address2=f"{flat}室" if mainland else f"Unit {flat}",
            city=place["city"],
            state=region["zh"] if mainland else region["name"],
            country=region["country"],
            postcode=_digits(rng, place["postcode"]),
        ),
    )


def _one(rng: Rng, words: list[str]) -> str:
    return words[int(rng.integers(len(words)))]


def _digits(rng: Rng, pattern: str) -> str:
    return "".join(str(rng.integers(10)) if c == "#" else c for c in pattern)
