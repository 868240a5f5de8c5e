"""A change is made by an explicit yes of the customer it was told to, once, in time, as told."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest

from tests.tools.service.conftest import Clock
from tests.tools.service.tau2 import Json
from tests.tools.service.world import World, cancel
from tools.errors import ToolError
from tools.service.changes import CancelOrder
from tools.service.desk import ServiceDesk
from tools.service.proposals import Asker, Proposal
from tools.service.records import Order
from tools.service.rules import RULES
from tools.service.service import Service

YES = "Yes, please."
Records = Callable[[], Json]


@pytest.fixture
def order(tau2_db: Json) -> Json:
    return World(tau2_db).order("pending", paid="credit_card")


@pytest.fixture
def asker(order: Json) -> Asker:
    return Asker("s1", order["user_id"])


@pytest.fixture
def proposal(service: Service, asker: Asker, order: Json) -> Proposal:
    return service.proposals.propose(asker, cancelling(order))


def cancelling(order: Json) -> CancelOrder:
    return CancelOrder(order_id=order["order_id"], reason="no longer needed")


def refused(service: Service, asker: Asker, token: str, words: str = YES) -> str:
    with pytest.raises(ToolError) as error:
        service.proposals.confirm(asker, token, words)
    return error.value.statement.message


def logged(service: Service) -> list[tuple[str, str, str]]:
    with service.book.reading() as ledger:
        return ledger.connection.execute(
            "SELECT action, outcome, detail FROM log ORDER BY line"
        ).fetchall()


def test_a_proposal_changes_nothing(
    service: Service, asker: Asker, order: Json, records: Records
) -> None:
    before = records()
    service.proposals.propose(asker, cancelling(order))
    assert records() == before


def test_a_yes_makes_exactly_the_change(
    service: Service, asker: Asker, order: Json, proposal: Proposal, records: Records
) -> None:
    before = records()
    service.proposals.confirm(asker, proposal.token, YES)
    after = records()
    changed = [key for key in after if after[key] != before[key]]
    assert changed == [("orders", order["order_id"])]
    now = Order.model_validate_json(after[changed[0]])
    assert now.status == "cancelled"
    assert [p.kind for p in now.payments] == ["payment", "refund"]


@pytest.mark.parametrize(
    "words",
    [
        "ok",
        "Yes, but only if it is free",
        "maybe",
        "No",
        "什么时候退款？",
        "yes?",
        "",
        "ja",
        "Yesterday",
    ],
)
def test_anything_but_an_explicit_yes_changes_nothing(
    words: str, service: Service, asker: Asker, proposal: Proposal, records: Records
) -> None:
    before = records()
    assert refused(service, asker, proposal.token, words) == "service-needs-yes"
    assert records() == before


def test_a_token_is_used_once(
    service: Service, asker: Asker, proposal: Proposal, records: Records
) -> None:
    service.proposals.confirm(asker, proposal.token, YES)
    before = records()
    assert refused(service, asker, proposal.token) == "service-token-used"
    assert records() == before


def test_a_token_lapses(
    service: Service, asker: Asker, proposal: Proposal, clock: Clock, records: Records
) -> None:
    before = records()
    clock.pass_minutes(service.rules.proposal_minutes + 0.1)
    assert refused(service, asker, proposal.token) == "service-token-expired"
    assert records() == before


@pytest.mark.parametrize("stranger", ["another customer", "another conversation", "a guess"])
def test_a_token_is_good_for_its_customer_in_its_conversation_only(
    stranger: str, service: Service, asker: Asker, proposal: Proposal, tau2_db: Json,
    records: Records,
) -> None:  # fmt: skip
    before = records()
    other = next(user for user in tau2_db["users"] if user != asker.user_id)
    who, token = {
        "another customer": (Asker("s1", other), proposal.token),
        "another conversation": (Asker("s2", asker.user_id), proposal.token),
        "a guess": (asker, "a" * 32),
    }[stranger]
    assert refused(service, who, token) == "service-token-unknown"
    assert records() == before


def test_an_order_that_changed_meanwhile_is_not_changed(
    service: Service, asker: Asker, order: Json, proposal: Proposal, records: Records
) -> None:
    with service.book.writing() as ledger:
        now = ledger.order(order["order_id"])
        assert now is not None
        ledger.put(now.model_copy(update={"status": "processed"}))
    before = records()
    assert refused(service, asker, proposal.token) == "service-token-stale"
    assert records() == before


def test_a_price_that_changed_meanwhile_stops_the_change(
    service: Service, tau2_db: Json, records: Records, desk: ServiceDesk
) -> None:
    world = World(tau2_db)
    order = world.order("pending", paid="credit_card")
    world.enter(desk, order["user_id"])
    given = world.swap(order)
    desk.tools.change_items(**given)
    with service.book.writing() as ledger:
        product = ledger.product_of(given["new_item_ids"][0])
        assert product is not None
        dearer = tuple(
            v.model_copy(update={"price": v.price + Decimal(100)}) for v in product.variants
        )
        ledger.put(product.model_copy(update={"variants": dearer}))
    before = records()
    with pytest.raises(ToolError) as error:
        desk.settle(YES)
    assert error.value.statement.message == "service-token-stale"
    assert records() == before


def test_rules_edited_while_the_customer_thinks_stop_the_change(
    service: Service, asker: Asker, proposal: Proposal, records: Records
) -> None:
    before = records()
    rules = service.folder / "policies" / RULES
    rules.parent.mkdir()
    rules.write_text("cancel_reasons: [ordered by mistake]", encoding="utf-8")
    assert refused(service, asker, proposal.token) == "service-token-stale"
    assert records() == before


def test_two_yeses_at_the_same_moment_make_one_change(
    service: Service, asker: Asker, proposal: Proposal
) -> None:
    def confirm(_: int) -> str:
        try:
            service.proposals.confirm(asker, proposal.token, YES)
        except ToolError as error:
            return error.statement.message
        return "done"

    with ThreadPoolExecutor(4) as threads:
        outcomes = sorted(threads.map(confirm, range(4)))
    assert outcomes == ["done", *["service-token-used"] * 3]


def test_a_change_that_fails_half_way_leaves_nothing_behind(
    service: Service, asker: Asker, proposal: Proposal, records: Records,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = records()

    def break_off(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as broken:
        broken.setattr("tools.service.ledger.Ledger.log", break_off)
        with pytest.raises(RuntimeError):
            service.proposals.confirm(asker, proposal.token, YES)
    assert records() == before
    service.proposals.confirm(asker, proposal.token, YES)


def test_the_log_tells_what_was_proposed_refused_and_done(
    service: Service, asker: Asker, order: Json, proposal: Proposal
) -> None:
    refused(service, asker, proposal.token, "ok")
    service.proposals.confirm(asker, proposal.token, YES)
    with pytest.raises(ToolError):
        service.proposals.propose(asker, cancelling(order))
    lines = logged(service)
    assert [(action, outcome) for action, outcome, _ in lines] == [
        ("cancel_order", "proposed"),
        ("confirm", "refused"),
        ("cancel_order", "done"),
        ("cancel_order", "refused"),
    ]
    assert json.loads(lines[2][2])["order_id"] == order["order_id"]
    assert lines[3][2] == "service-cancel-not-pending"


def test_a_yes_counts_only_as_the_next_message(
    desk: ServiceDesk, tau2_db: Json, records: Records
) -> None:
    world = World(tau2_db)
    order, tool, given = cancel(world.order("pending"))
    world.enter(desk, order["user_id"])
    getattr(desk.tools, tool)(**given)
    before = records()
    assert desk.settle("Where is my other order?") == ()
    assert desk.settle(YES) == ()
    assert records() == before


def test_items_change_once_and_then_nothing_else(
    desk: ServiceDesk, tau2_db: Json, records: Records
) -> None:
    world = World(tau2_db)
    order = world.order("pending", paid="credit_card", has="gift_card")
    world.enter(desk, order["user_id"])
    desk.tools.change_items(**world.swap(order))
    assert desk.settle(YES)
    before, number = records(), order["order_id"]
    again = {"order_id": number, "payment_method_id": world.other(order, "gift_card")}
    for change in (
        lambda: desk.tools.change_items(**world.swap(order)),
        lambda: desk.tools.cancel_order(number, "no longer needed"),
        lambda: desk.tools.change_payment(**again),
        lambda: desk.tools.change_order_address(number, "1 New Street", "Boston", "USA", "02108"),
    ):
        with pytest.raises(ToolError) as error:
            change()
        assert error.value.statement.message == "service-items-changed-once"
    assert records() == before


def test_a_return_leaves_no_second_one_and_no_exchange(desk: ServiceDesk, tau2_db: Json) -> None:
    world = World(tau2_db)
    order = world.order("delivered", items=2)
    world.enter(desk, order["user_id"])
    first, second = (item["item_id"] for item in order["items"][:2])
    method = order["payment_history"][0]["payment_method_id"]
    desk.tools.return_items(order["order_id"], [first], method)
    assert desk.settle(YES)
    with pytest.raises(ToolError, match="already being returned"):
        desk.tools.return_items(order["order_id"], [second], method)
    with pytest.raises(ToolError, match="already being returned"):
        desk.tools.exchange_items(**world.swap(order))


def test_payment_changes_once_and_moves_gift_card_money_both_ways(
    service: Service, desk: ServiceDesk, tau2_db: Json
) -> None:
    world = World(tau2_db)
    order = world.order("pending", paid="gift_card", has="credit_card")
    world.enter(desk, order["user_id"])
    card = order["payment_history"][0]
    balance = world.methods(order)[card["payment_method_id"]]["balance"]
    desk.tools.change_payment(order["order_id"], world.other(order, "credit_card"))
    assert desk.settle(YES)
    with service.book.reading() as ledger:
        customer = ledger.customer(order["user_id"])
    assert customer is not None
    method = customer.payment(card["payment_method_id"])
    assert method is not None
    assert method.balance == Decimal(str(balance)) + Decimal(str(card["amount"]))
    with pytest.raises(ToolError, match="already been changed once"):
        desk.tools.change_payment(order["order_id"], card["payment_method_id"])


def test_only_one_customer_a_conversation(desk: ServiceDesk, tau2_db: Json) -> None:
    first, second = list(tau2_db["users"].values())[:2]
    desk.tools.find_customer(email=first["email"].upper())
    with pytest.raises(ToolError, match="only help with the account"):
        desk.tools.find_customer(email=second["email"])
    assert desk.session.user_id == first["user_id"]
    assert first["email"] in str(desk.tools.customer_details().facts("en"))


def test_guessing_who_she_is_ends_with_a_person(
    service: Service, desk: ServiceDesk, tau2_db: Json
) -> None:
    messages = []
    for n in range(service.rules.attempts):
        with pytest.raises(ToolError) as error:
            desk.tools.find_customer(email=f"guess{n}@example.com")
        messages.append(error.value.statement.message)
    assert messages[-1] == "service-too-many-attempts"
    assert desk.session.handed_over == "not recognised"
    with pytest.raises(ToolError, match="colleague"):
        desk.tools.find_customer(email=next(iter(tau2_db["users"].values()))["email"])


@pytest.mark.parametrize("given", [
    {}, {"first_name": "Noah", "last_name": "Brown"}, {"postcode": "80279"},
    {"first_name": "Noah", "last_name": "Brown", "postcode": "80278"}, {"email": "%"},
])  # fmt: skip
def test_a_part_of_who_she_is_is_not_enough(given: Json, desk: ServiceDesk) -> None:
    with pytest.raises(ToolError, match="could not find"):
        desk.tools.find_customer(**given)
    assert desk.session.user_id is None
