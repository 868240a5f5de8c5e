"""The tool that says who one customer is, as far as the store's data tell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from ibis import _

from tools.errors import ToolError
from tools.prediction.customers.words import said
from tools.result import Cell, Column, Provenance, ToolResult, in_cells
from tools.segments.habits import habits_of
from tools.segments.interests import Embed, Floats, Interests, day_after
from tools.segments.rfm import Grid, grid_of
from tools.segments.segments import Segments
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Entry, Listing, Money, Name, Quote, Share

SHOWN = 8  # interests in the table
SPOKEN = 3  # interests named in a sentence
LEAST = 0.08  # a weaker interest is not worth telling
KEEN = 1.5  # times what is usual, to be called an interest


@dataclass(frozen=True)
class Interest:
    """A category with her interest in it and the usual one, 0-1."""

    name: Name
    share: float
    usual: float


@dataclass(frozen=True)
class ProfileTools:
    """Read-only questions about one customer.

    Attributes:
        segments: The store's segments.
        embed: Makes vectors of texts; called only when she did something.
        ahead: The tools that take a `user_id` and say what is expected of her, in this order;
            called only when she has ordered.
    """

    segments: Segments
    embed: Embed
    ahead: Callable[[], Sequence[Callable[..., ToolResult]]]

    def customer_profile(self, user_id: str = "") -> ToolResult:
        """Tell all that is known of one customer: segment, orders, interests, value, risk, habits.

        Use for "who is customer 123", "tell me about customer 123", "what is user 88 interested
        in". For one figure use the tool for it: `churn_risk`, `lifetime_value`, `predict_next`.

        Args:
            user_id: The customer's id.
        """
        if not user_id.strip():
            raise ToolError("profile-which")
        row = self._row(user_id.strip())
        user = str(row["user_id"])
        interests = self._interests(user)
        store = self.segments.store
        return ToolResult(
            tool="customer_profile",
            columns=_columns(interests),
            rows=tuple(_cells(interest) for interest in interests[:SHOWN]),
            statements=(
                *self._who(row),
                *_told(interests),
                *self._ahead(user, row),
                *self._habits(user),
                *self._consent(row),
            ),
            provenance=Provenance(
                tables=tuple(sorted({"users", "events", "orders", "reviews"} & store.tables)),
                period=(store.calendar[0], store.today),
                data_version=store.profile.data_version,
            ),
            currency=store.profile.currency,
        )

    def _row(self, user_id: str) -> dict[str, Any]:
        """What is known of the customer, and which segments she is in.

        Raises:
            ToolError: If there is no such customer.
        """
        rows = self.segments.memberships.filter(_.user_id.lower() == user_id.lower())
        found = rows.limit(1).to_pyarrow().to_pylist()
        if not found:
            day = Day(day=self.segments.store.today)
            raise ToolError("profile-unknown", user=Quote(text=user_id), day=day)
        return dict(found[0])

    def _who(self, row: dict[str, Any]) -> list[Statement]:
        """Her RFM segment and orders, and the other segments she is in."""
        mine = [s for s in self.segments.standard() if row[f"in_{s.id}"]]
        rfm = next((s for s in mine if s.family == "rfm"), None)
        others = tuple(s.label for s in mine if s.family == "behaviour")
        user = Quote(text=str(row["user_id"]))
        told: list[Statement] = []
        if rfm is None:
            told.append(said("profile-no-order", "answer", user=user))
        else:
            definition = Name(en=rfm.describe("en"), zh=rfm.describe("zh"))
            told.append(
                said("profile-who", "answer", user=user, segment=rfm.label, definition=definition,
                    orders=Count(n=row["orders"]), since=Count(n=row["since"]))
            )  # fmt: skip
            told += self._spent(row)
        if others:
            told.append(said("profile-also", "highlight", list=Listing(items=others)))
        return told

    def _spent(self, row: dict[str, Any]) -> list[Statement]:
        """What she has spent, and how many buyers spent less."""
        grid = self._grid
        if grid is None or not grid.spend:
            return []
        buyers = self.segments.memberships.filter(_.orders > 0)
        less = (buyers.spend < row["spend"]).mean().as_scalar().to_pyarrow().as_py()
        scores = [
            5 - int(np.searchsorted(grid.recency, row["since"])),
            1 if row["orders"] == 1 else 2 + int(np.searchsorted(grid.frequency, row["orders"])),
            1 + int(np.searchsorted(grid.spend, row["spend"])),
        ]
        return [
            said("profile-spent", "answer", spend=Money(amount=row["spend"]),
                mean=Money(amount=row["spend"] / row["orders"]), less=Share(ratio=less, digits=0),
                r=Count(n=scores[0]), f=Count(n=scores[1]), m=Count(n=scores[2]))
        ]  # fmt: skip

    @cached_property
    def _grid(self) -> Grid | None:
        people = self.segments.people(None)
        return grid_of(people) if people.sales is not None else None

    @cached_property
    def _classifier(self) -> Interests:
        return Interests(self.segments.store, self.embed)

    def _interests(self, user_id: str) -> list[Interest]:
        """Her interests, strongest against the usual first; none where nothing tells them."""
        found = self._classifier
        if not found.tags:
            return []
        cut = day_after(self.segments.store.today)
        evidence = found.evidence(cut, [user_id])
        if not evidence.user_ids:
            return []
        scores = found.scores(evidence, self._usual)[0]
        order = np.argsort(-scores, kind="stable")
        names = list(found.tags.values())
        return [Interest(names[i], float(scores[i]), float(self._usual[i])) for i in order]

    @cached_property
    def _usual(self) -> Floats:
        """What customers are interested in on the whole."""
        return self._classifier.prior(day_after(self.segments.store.today))

    def _ahead(self, user_id: str, row: dict[str, Any]) -> list[Statement]:
        """What the trained models expect of her; where one is missing, that is said."""
        if not row["orders"]:
            return []
        told: dict[str, Statement] = {}
        for tool in self.ahead():
            for statement in _answers(tool, user_id):
                told.setdefault(statement.message, statement)
        return list(told.values())

    def _habits(self, user_id: str) -> list[Statement]:
        habits = habits_of(self.segments.people(None), user_id)
        if not habits:
            return []
        parts = tuple(Entry(what=h.name, figure=Share(ratio=h.share, digits=0)) for h in habits)
        n = Count(n=max(habit.n for habit in habits))
        return [said("profile-habits", "highlight", list=Listing(items=parts), n=n)]

    def _consent(self, row: dict[str, Any]) -> list[Statement]:
        if "users.marketing_consent" not in self.segments.store.columns:
            return []
        given = row["marketing_consent"] is True
        return [said("profile-consent" if given else "profile-no-consent", "highlight")]


def _answers(tool: Callable[..., ToolResult], user_id: str) -> list[Statement]:
    """The tool's answer about her and what must be said with it, as highlights."""
    try:
        statements = tool(user_id=user_id).statements
    except ToolError as error:
        return [error.statement]
    needed = {statements[0].message, *statements[0].needs}
    return [
        own.model_copy(update={"role": "highlight"}) if own.role == "answer" else own
        for own in statements
        if own.message in needed
    ]


def _told(interests: list[Interest]) -> list[Statement]:
    """What she is interested in more than customers usually are."""
    keen = [i for i in interests if i.share >= max(KEEN * i.usual, LEAST)][:SPOKEN]
    if not interests:
        return []
    if not keen:
        return [said("profile-no-interest", "highlight")]
    parts = tuple(Entry(what=i.name, figure=Share(ratio=i.share, digits=0)) for i in keen)
    return [
        said("profile-interests", "answer", ("profile-interests-how",),
            list=Listing(items=parts), first=keen[0].name,
            usual=Share(ratio=keen[0].usual, digits=0)),
        said("profile-interests-how", "caveat"),
    ]  # fmt: skip


def _columns(interests: list[Interest]) -> tuple[Column, ...]:
    if not interests:
        return ()
    names = in_cells(interest.name for interest in interests)
    return (
        Column(name="interest", label=Name(en="Interest", zh="兴趣"), names=names),
        Column(name="share", label=Name(en="Strength", zh="强度"), unit="share"),
        Column(name="usual", label=Name(en="Usual", zh="一般顾客"), unit="share"),
    )


def _cells(interest: Interest) -> dict[str, Cell]:
    return {
        "interest": interest.name.en,
        "share": round(interest.share, 4),
        "usual": round(interest.usual, 4),
    }
