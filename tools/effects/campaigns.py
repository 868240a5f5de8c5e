"""The campaigns of a store, found by name, part of a name or id, in either language."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ibis import _

from tools.effects.people import USUAL_DAYS
from tools.errors import ToolError, nearest
from tools.store.store import Store
from tools.wording.values import Listing, Name, Quote

SHOWN = 12  # campaigns that an error names


@dataclass(frozen=True)
class Campaign:
    """One campaign of the store.

    Attributes:
        id: Its id.
        name: What it is called in each language.
        channel: Channel it was sent on; empty if unknown.
        offer: What it offers in each language; `None` if unknown.
        first: First local day.
        last: Last local day as planned; `first` plus two weeks where no end is known.
        cost: What it cost, store currency; `None` if unknown.
        n_treated: People it was sent to.
        n_control: People held out at random.
    """

    id: str
    name: Name
    channel: str
    offer: Name | None
    first: date | None
    last: date | None
    cost: float | None
    n_treated: int
    n_control: int


def campaigns_of(store: Store) -> tuple[Campaign, ...]:
    """Every campaign, first to last.

    Raises:
        ToolError: If the store has no campaigns.
    """
    rows = store.table("campaigns").to_pyarrow().to_pylist()
    arms = _arms(store)
    zone = ZoneInfo(store.profile.time_zone)
    found = []
    for row in rows:
        sizes, sent = arms.get(row["campaign_id"], ({}, None))
        first = _local(row["starts_at"] or sent, zone)
        last = _local(row["ends_at"], zone) or (first and first + timedelta(days=USUAL_DAYS))
        cost = row["cost"]
        found.append(
            Campaign(
                id=row["campaign_id"],
                name=_name(store, row),
                channel=row["channel"] or "",
                offer=store.name_of("offer", row["offer"]) if row["offer"] else None,
                first=first,
                last=last,
                cost=None if cost is None else float(cost),
                n_treated=sizes.get("treatment", 0),
                n_control=sizes.get("control", 0),
            )
        )
    return tuple(sorted(found, key=lambda c: (c.first or date.max, c.id)))


def _arms(store: Store) -> dict[str, tuple[dict[str, int], datetime | None]]:
    """People by arm and the first moment of sending, by campaign id."""
    if "exposures" not in store.tables:
        return {}
    counted = store.table("exposures").filter(_.arm.notnull())
    counted = counted.group_by("campaign_id", "arm").aggregate(n=_.count(), sent=_.exposed_at.min())
    found: dict[str, tuple[dict[str, int], datetime | None]] = {}
    for row in counted.to_pyarrow().to_pylist():
        sizes, sent = found.get(row["campaign_id"], ({}, row["sent"]))
        sizes[row["arm"]] = row["n"]
        moments = [moment for moment in (sent, row["sent"]) if moment]
        found[row["campaign_id"]] = sizes, min(moments, default=None)
    return found


def _local(moment: datetime | None, zone: ZoneInfo) -> date | None:
    return moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).date() if moment else None


def _name(store: Store, row: dict[str, str | None]) -> Name:
    given = row["name"] or str(row["campaign_id"])
    labels = store.labels.get(("campaign", str(row["campaign_id"])), {})
    return Name(en=labels.get("en", given), zh=labels.get("zh"))


def named(campaigns: tuple[Campaign, ...], words: str) -> tuple[Campaign, ...]:
    """The campaigns that `words` mean: by id or whole name, else by part of a name.

    Raises:
        ToolError: If there is none; names those that come nearest.
    """
    wanted = _folded(words)
    called = [(_folded(n), c) for c in campaigns for n in (c.id, c.name.en, c.name.zh or "") if n]
    found = {c.id: c for name, c in called if name == wanted}
    if not found and wanted:
        found = {
            c.id: c for name, c in called if wanted in name or (name in wanted and len(name) > 3)
        }
    if not found:
        near = nearest(wanted, [name for name, _ in called], n=1)
        known = [c.name for name, c in called if name in near] or [c.name for c in campaigns]
        raise ToolError(
            "campaign-unknown",
            given=Quote(text=words),
            known=Listing(items=tuple(known[:SHOWN])),
        )
    return tuple(found.values())


def _folded(words: str) -> str:
    """Small letters and digits alone: "Queen’s Day" and "queens day" are one."""
    return re.sub(r"[\W_]+", "", words.casefold())
