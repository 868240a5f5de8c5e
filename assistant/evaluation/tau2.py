"""τ²-bench's retail tasks as conversations with our service desk.

What should become of the records is found by taking the task's expected actions through our own
tools, with the customer's yes to each; `tests/tools/service` checks that against the benchmark's
documentation.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from tools.errors import DataError, ToolError
from tools.service.desk import ServiceDesk

TOOL_OF: Mapping[str, str] = {
    "find_user_id_by_email": "find_customer",
    "find_user_id_by_name_zip": "find_customer",
    "get_user_details": "customer_details",
    "get_order_details": "find_order",
    "get_product_details": "item_details",
    "get_item_details": "item_details",
    "cancel_pending_order": "cancel_order",
    "exchange_delivered_order_items": "exchange_items",
    "modify_pending_order_items": "change_items",
    "modify_pending_order_payment": "change_payment",
    "modify_pending_order_address": "change_order_address",
    "modify_user_address": "change_address",
    "return_delivered_order_items": "return_items",
    "transfer_to_human_agents": "hand_over",
}
"""Our tool for each of the benchmark's; `calculate` has none, our tools reckon themselves."""
READS = ("find_customer", "customer_details", "find_order", "item_details", None)
ARGUMENT_OF: Mapping[str, str] = {"zip": "postcode", "product_id": "item", "item_id": "item"}
YES = "Yes, please go ahead."


class Task(BaseModel, frozen=True):
    """One task of the benchmark.

    Attributes:
        task_id: Its number.
        opening: What the customer knows and wants, in her own words.
        manner: How she behaves.
        actions: Expected calls of the benchmark's tools, in order.
        told: What the answers should tell her.
    """

    task_id: str
    opening: str
    manner: str
    actions: tuple[tuple[str, dict[str, Any]], ...]
    told: tuple[str, ...]

    @property
    def changes(self) -> int:
        """How many changes are expected."""
        return sum(TOOL_OF.get(name) not in READS for name, _ in self.actions)


def load_tasks(path: Path) -> tuple[Task, ...]:
    """The tasks of a file, or of the `tasks*.json` in a folder.

    Raises:
        DataError: If there is no such file, or it is not one of tasks.
    """
    files = sorted(path.glob("tasks*.json")) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise DataError(f"There is no tasks*.json in {str(path)!r}.")
    try:
        return tuple(_task(raw) for raw in json.loads(files[0].read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{files[0].name!r} does not hold τ²-bench's tasks.") from error


def _task(raw: dict[str, Any]) -> Task:
    said, wanted = raw["user_scenario"]["instructions"], raw["evaluation_criteria"]
    known = (said.get("known_info"), said.get("reason_for_call"), said.get("unknown_info"))
    return Task(
        task_id=str(raw["id"]),
        opening=" ".join(part for part in known if part),
        manner=said.get("task_instructions") or "",
        actions=tuple((action["name"], action["arguments"]) for action in wanted["actions"]),
        told=tuple(wanted.get("communicate_info") or ()),
    )


def as_ours(name: str, arguments: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Our call for one of the benchmark's; `None` where we need none."""
    if name not in TOOL_OF:
        return None
    given = {ARGUMENT_OF.get(key, key): value for key, value in arguments.items()}
    given.pop("user_id", None)  # our tools know whom they serve
    return TOOL_OF[name], given


def replay(desk: ServiceDesk, task: Task) -> None:
    """Take the task's expected actions at `desk`, saying yes to each change.

    What the rules refuse stays as it is, as in the benchmark.
    """
    _introduce(desk, task)
    for name, arguments in task.actions:
        call = as_ours(name, arguments)
        if call is None or call[0] == "hand_over":
            continue
        try:
            getattr(desk.tools, call[0])(**call[1])
        except ToolError:
            continue
        desk.settle(YES)


def _introduce(desk: ServiceDesk, task: Task) -> None:
    """Recognise the customer of a task whose own actions do not: the owner of its first order."""
    if any(TOOL_OF.get(name) == "find_customer" for name, _ in task.actions):
        return
    with desk.service.book.reading() as ledger:
        for _, arguments in task.actions:
            order = ledger.order(arguments.get("order_id", ""))
            if order is not None and (customer := ledger.customer(order.user_id)):
                break
        else:
            return
    desk.tools.find_customer(email=customer.email)
