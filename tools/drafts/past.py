"""What past campaigns say of a new one: what a contact cost, and how many coupons were used."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ibis import _

from tools.drafts.models import CHANNELS, Channel, Cost
from tools.effects import CampaignEffect
from tools.store.store import Store


def costs(store: Store) -> dict[Channel, Cost]:
    """What a contact cost on each channel: the median over its past campaigns.

    Everything a campaign cost counts, for its `cost` is not split up.
    """
    if not {"campaigns.cost", "campaigns.channel", "exposures.campaign_id"} <= store.columns:
        return {}
    sent = store.table("exposures").filter(_.arm.fill_null("treatment") == "treatment")
    counts = sent.group_by("campaign_id").aggregate(n=_.count())
    plans = store.table("campaigns").filter(_.cost.notnull())
    rows = plans.inner_join(counts, "campaign_id").select("channel", "cost", "n")
    each: dict[Channel, list[float]] = {}
    for row in rows.to_pyarrow().to_pylist():
        if row["channel"] in CHANNELS:
            each.setdefault(row["channel"], []).append(float(row["cost"]) / row["n"])
    return {name: Cost(per_contact=median(own), n_campaigns=len(own)) for name, own in each.items()}


@dataclass(frozen=True)
class Redemption:
    """How treated buyers of past campaigns used the campaign's coupon.

    Attributes:
        share: Of all of them together.
        most: Of those of the campaign with the largest share.
    """

    share: float
    most: float


def redemption(store: Store, effects: Sequence[CampaignEffect]) -> Redemption | None:
    """What share of treated buyers used the coupon of their campaign.

    A campaign's coupon is the one most of the orders from it used. `None` where no past campaign
    had one.
    """
    wanted = {"orders.coupon", "orders.campaign_id"}
    if not wanted <= store.columns or not effects:
        return None
    orders = store.table("orders").filter(_.coupon.notnull(), _.campaign_id.notnull())
    used = orders.group_by("campaign_id", "coupon").aggregate(n=_.count())
    rows = used.order_by("campaign_id", _.n.desc()).to_pyarrow().to_pylist()
    shared = _everyday(store)
    most: dict[str, int] = {}
    for row in rows:
        if row["coupon"] not in shared:
            most.setdefault(row["campaign_id"], row["n"])
    buyers = {own.campaign_id: own.bought_treated for own in effects if own.bought_treated}
    pairs = [(n, buyers[name]) for name, n in most.items() if name in buyers]
    if not pairs:
        return None
    share = sum(n for n, _all in pairs) / sum(of for _n, of in pairs)
    return Redemption(min(1.0, share), min(1.0, max(n / of for n, of in pairs)))


def _everyday(store: Store) -> frozenset[str]:
    """Coupons used with three campaigns or more: those of the store, not of a campaign."""
    orders = store.table("orders").filter(_.coupon.notnull(), _.campaign_id.notnull())
    spread = orders.group_by("coupon").aggregate(n=_.campaign_id.nunique())
    rows = spread.filter(_.n >= 3).to_pyarrow()["coupon"].to_pylist()
    return frozenset(str(coupon) for coupon in rows)
