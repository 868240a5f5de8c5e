"""Every task's expected actions, taken through our tools with the customer's yes to each change."""

import json
from collections.abc import Callable
from copy import deepcopy

import pytest

from assistant.evaluation.tau2 import READS, TOOL_OF, YES
from tests.tools.service.tau2 import (
    TAU2,
    Json,
    RefusedError,
    Shop,
    in_cents,
    in_tau2_words,
    without_order_lists,
)
from tools.errors import ToolError
from tools.service.desk import ServiceDesk
from tools.service.records import Customer, Order
from tools.service.service import Service

TASKS: list[Json] = (
    json.loads((TAU2 / "tasks_train.json").read_text(encoding="utf-8")) if TAU2.exists() else []
)
KINDS: dict[str, tuple[str, type[Customer | Order]]] = {
    "customers": ("users", Customer),
    "orders": ("orders", Order),
}


def test_the_shop_is_kept_whole(service: Service, tau2_db: Json) -> None:
    with service.book.reading() as ledger:
        products = {p.product_id: in_tau2_words(p) for p in ledger.products()}
        users = {c.user_id: in_tau2_words(c) for c in ledger.customers()}
        orders = {o.order_id: in_tau2_words(o) for o in ledger.orders()}
        hers = {user: [o.order_id for o in ledger.orders(user)] for user in users}
    assert products == in_cents(tau2_db["products"])
    assert users == in_cents(without_order_lists(tau2_db["users"]))
    assert orders == in_cents(tau2_db["orders"])
    assert hers == {user: record["orders"] for user, record in tau2_db["users"].items()}


def test_all_tasks_are_there(tau2_db: Json) -> None:
    assert len(TASKS) == 74


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"task-{task['id']}")
def test_the_expected_actions_end_in_the_expected_state(
    task: Json, desk: ServiceDesk, tau2_db: Json, records: Callable[[], dict[tuple[str, str], str]]
) -> None:
    before, shop = records(), Shop(tau2_db)
    actions = task["evaluation_criteria"]["actions"]
    introduce(desk, actions, tau2_db)
    for action in actions:
        refused = takes_no_action(shop, action)
        act(desk, action, refused=refused)
    after = records()
    assert set(after) == set(before)
    ours: Json = {"users": {}, "orders": {}}
    for (table, key), record in after.items():
        if record != before[table, key]:
            name, kind = KINDS[table]
            ours[name][key] = in_tau2_words(kind.model_validate_json(record))
    theirs = shop.changed
    assert ours == {"users": without_order_lists(theirs["users"]), "orders": theirs["orders"]}


def takes_no_action(shop: Shop, action: Json) -> bool:
    """Take `action` in the benchmark's shop; whether its rules refuse it."""
    try:
        shop.act(action["name"], deepcopy(action["arguments"]))
    except RefusedError:
        return True
    return False


def introduce(desk: ServiceDesk, actions: list[Json], db: Json) -> None:
    """Where the task's own actions do not, let the customer say her name and postcode."""
    if any(action["name"].startswith("find_user_id") for action in actions):
        return
    orders = [db["orders"].get(action["arguments"].get("order_id")) for action in actions]
    owners = {order["user_id"] for order in orders if order}
    for user in owners:
        person = db["users"][user]
        desk.tools.find_customer(**person["name"], postcode=person["address"]["zip"])


def act(desk: ServiceDesk, action: Json, *, refused: bool) -> None:
    """One action; a change is proposed, and made on the customer's yes unless it is refused."""
    name, given = action["name"], dict(action["arguments"])
    if "zip" in given:
        given["postcode"] = given.pop("zip")
    tool = TOOL_OF.get(name)
    if tool is None:
        return  # a sum, which our tools reckon themselves
    if tool in READS:
        assert read(desk, tool, given) in (
            None, "service-no-such-customer", "service-no-order", "service-unknown-item"
        )  # fmt: skip
        return
    if name == "modify_user_address":
        assert given.pop("user_id") == desk.session.user_id
    change = getattr(desk.tools, tool)
    if refused:
        with pytest.raises(ToolError):
            change(**given)
        return
    result = change(**given)
    if name != "transfer_to_human_agents":
        assert result.facts("en")[-1].message == "service-ask-yes"
        assert desk.settle(YES)


def read(desk: ServiceDesk, tool: str, given: Json) -> str | None:
    """Use a tool that reads; some tasks expect one to fail, and then the message that says so."""
    key = {"product_id": "item", "item_id": "item"}
    given = {key.get(name, name): value for name, value in given.items() if name != "user_id"}
    try:
        getattr(desk.tools, tool)(**given)
    except ToolError as error:
        return error.statement.message
    return None
