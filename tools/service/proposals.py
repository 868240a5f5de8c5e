"""Changes in two steps: what would change is told, and made only on the customer's own yes.

`propose` checks the policy and writes nothing but the proposal; `confirm` makes exactly that
change, once, for the same customer in the same conversation, and only while everything it rests on
is as it was told. Both leave a line in the log.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tools.errors import ToolError
from tools.service.book import ServiceBook
from tools.service.changes import CHANGES, CancelOrder, Case, Change, ChangeAddress, Effect
from tools.service.changes.base import refuse
from tools.service.consent import NOTHING, About, answer_in
from tools.service.ledger import Ledger
from tools.service.records import Order, Product
from tools.service.rules import Rules
from tools.service.words import quoted
from tools.wording.statements import Statement

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Asker:
    """Who asks: the customer recognised in a conversation."""

    session_id: str
    user_id: str


@dataclass(frozen=True)
class Proposal:
    """A change that waits for a yes.

    Attributes:
        token: Secret that stands for it; good for one use.
        kind: Which change it is.
        says: What exactly will change.
        expires_at: When it lapses, UTC.
        about: What it concerns.
    """

    token: str
    kind: str
    says: tuple[Statement, ...]
    expires_at: datetime
    about: About = NOTHING


@dataclass(frozen=True)
class Proposals:
    """Changes proposed and confirmed in one service book.

    Attributes:
        book: The book.
        rules: Reads the store's rules as they stand now.
        today: Day that counts as today.
        clock: Tells the time, UTC.
    """

    book: ServiceBook
    rules: Callable[[], Rules]
    today: date
    clock: Clock = utc_now

    def propose(self, asker: Asker, change: Change) -> Proposal:
        """Check `change` against the policy and keep it as a proposal; nothing changes yet.

        Raises:
            ToolError: If the policy, or what the customer has, does not allow it; names the rule.
        """
        rules, now = self.rules(), self.clock()
        try:
            with self.book.writing() as ledger:
                case = self._case(ledger, asker, change, rules)
                effect = change.effect(case)
                token = secrets.token_urlsafe(24)
                expires = now + timedelta(minutes=rules.proposal_minutes)
                row = (
                    _digest(token), asker.session_id, asker.user_id,
                    CHANGES.dump_json(change).decode(), case.fingerprint, now.isoformat(),
                    expires.isoformat(),
                )  # fmt: skip
                ledger.connection.execute(
                    "INSERT INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", row
                )
                self._log(ledger, asker, change, "proposed")
        except ToolError as error:
            self._log_refusal(asker, change.kind, error)
            raise
        return Proposal(token, change.kind, effect.says, expires, _about(change, case.order))

    def confirm(self, asker: Asker, token: str, words: str) -> Effect:
        """Make the change that `token` stands for, on the customer's explicit yes.

        Args:
            asker: The same customer in the same conversation as it was proposed to.
            token: From `propose`.
            words: The customer's own message that is the yes.

        Raises:
            ToolError: If the words are no explicit yes, the token is unknown, used, lapsed or
                another customer's, or anything it rests on has changed since; nothing changes.
        """
        rules = self.rules()
        try:
            with self.book.writing() as ledger:
                change, seen = self._take(ledger, asker, token, words)
                case = self._case(ledger, asker, change, rules)
                if case.fingerprint != seen:
                    refuse("service-token-stale")
                effect = change.effect(case)
                ledger.put(effect.customer)
                if effect.order is not None:
                    ledger.put(effect.order, changed=True)
                self._log(ledger, asker, change, "done")
        except ToolError as error:
            self._log_refusal(asker, "confirm", error)
            raise
        return effect

    def withdraw(self, asker: Asker) -> None:
        """Drop the proposals of this conversation that still wait."""
        with self.book.writing() as ledger:
            ledger.connection.execute(
                "DELETE FROM proposals WHERE session_id = ? AND used_at IS NULL",
                (asker.session_id,),
            )

    def _take(self, ledger: Ledger, asker: Asker, token: str, words: str) -> tuple[Change, str]:
        """The change and the state it was proposed on; the token is used up from here on."""
        rows = ledger.connection.execute(
            "SELECT change, seen, expires_at, used_at FROM proposals "
            "WHERE token = ? AND session_id = ? AND user_id = ?",
            (_digest(token), asker.session_id, asker.user_id),
        ).fetchall()
        change = CHANGES.validate_json(rows[0][0]) if rows else None
        if change is None:
            refuse("service-token-unknown" if answer_in(words) == "yes" else "service-needs-yes")
        order = _ordered(ledger, asker, change)
        if answer_in(words, change.kind, _about(change, order)) != "yes":
            refuse("service-needs-yes")
        _, seen, expires, used = rows[0]
        now = self.clock()
        if used is not None:
            refuse("service-token-used")
        if now > datetime.fromisoformat(expires):
            refuse("service-token-expired")
        ledger.connection.execute(
            "UPDATE proposals SET used_at = ? WHERE token = ?", (now.isoformat(), _digest(token))
        )
        return change, seen

    def _case(self, ledger: Ledger, asker: Asker, change: Change, rules: Rules) -> Case:
        customer = ledger.customer(asker.user_id)
        if customer is None:
            refuse("service-not-recognised")
        order = _ordered(ledger, asker, change)
        return Case(customer, order, _products(ledger, change), rules, self.today)

    def _log(self, ledger: Ledger, asker: Asker, change: Change, outcome: str) -> None:
        detail = CHANGES.dump_json(change).decode()
        ledger.log(self.clock(), asker.session_id, asker.user_id, change.kind, outcome, detail)

    def _log_refusal(self, asker: Asker, action: str, error: ToolError) -> None:
        with self.book.writing() as ledger:
            ledger.log(
                self.clock(), asker.session_id, asker.user_id, action, "refused",
                error.statement.message,
            )  # fmt: skip


def own_order(ledger: Ledger, user_id: str, order_id: str) -> Order:
    """The customer's own order of that number, written with or without its sign.

    Raises:
        ToolError: If she has none; it is not said whether somebody else has.
    """
    wanted = order_id.strip().lstrip("#").casefold()
    hers = {o.order_id.lstrip("#").casefold(): o for o in ledger.orders(user_id)}
    if wanted not in hers:
        refuse("service-no-order", order=quoted(order_id, 30))
    return hers[wanted]


def _ordered(ledger: Ledger, asker: Asker, change: Change) -> Order | None:
    """The order a change concerns."""
    if isinstance(change, ChangeAddress):
        return None
    return own_order(ledger, asker.user_id, change.order_id)


def _about(change: Change, order: Order | None) -> About:
    """What a change concerns, as a yes may name it."""
    if order is None:
        return NOTHING
    every = isinstance(change, CancelOrder)
    ids = getattr(change, "item_ids", ())
    items = tuple(i.called for i in order.items if every or i.item_id in ids)
    return About(order.order_id, items)


def _products(ledger: Ledger, change: Change) -> dict[str, Product]:
    named = (*getattr(change, "item_ids", ()), *getattr(change, "new_item_ids", ()))
    found = {item_id: ledger.product_of(item_id) for item_id in named}
    return {item_id: product for item_id, product in found.items() if product is not None}


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
