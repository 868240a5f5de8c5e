"""What a campaign draft is made of; everything in it is kept as JSON."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field, model_validator

from tools.wording.statements import Statement
from tools.wording.values import Language, Name

Objective = Literal["win_back", "clear_stock", "first_order", "carts", "thank_loyal", "promote"]
Channel = Literal["email", "sms", "push", "app", "mini_program", "social", "live_stream"]
OfferKind = Literal["percent", "amount", "free_shipping", "none"]
Tone = Literal["plain", "warm"]
Status = Literal["draft", "approved", "exported"]

CHANNELS: dict[Channel, Name] = {
    "email": Name(en="e-mail", zh="邮件"),
    "sms": Name(en="text message", zh="短信"),
    "push": Name(en="push notification", zh="推送"),
    "app": Name(en="in-app message", zh="应用内消息"),
    "mini_program": Name(en="mini-program message", zh="小程序消息"),
    "social": Name(en="social post", zh="社交媒体"),
    "live_stream": Name(en="live stream", zh="直播"),
}
OBJECTIVES: dict[Objective, Name] = {
    "win_back": Name(en="win back customers who stopped buying", zh="唤回许久没下单的顾客"),
    "clear_stock": Name(en="clear stock", zh="清理库存"),
    "first_order": Name(en="turn registered customers into buyers", zh="促成注册用户的首单"),
    "carts": Name(en="bring back abandoned carts", zh="挽回加购未下单"),
    "thank_loyal": Name(en="thank the best customers", zh="回馈老顾客"),
    "promote": Name(en="sell more", zh="提升销售"),
}


class Frozen(BaseModel, frozen=True, extra="forbid"):
    """Parts of a draft never change; a revision is a new draft."""


class Discount(Frozen):
    """What the customer gets.

    Attributes:
        kind: `percent` off, an `amount` off an order, free shipping, or nothing.
        value: Share off, 0-1, for `percent`; money for `amount`; else 0.
        threshold: Least order value for it, in the store's currency; 0 without one.
    """

    kind: OfferKind
    value: float = Field(0.0, ge=0)
    threshold: float = Field(0.0, ge=0)


class Brief(Frozen):
    """What the marketer asked for, as it was understood.

    Attributes:
        goal: Her words.
        budget: Most that messages and coupons may cost, store currency; `None` without a limit.
        segment: Id, name or words of a segment; `None` lets the objective choose.
        filters: Whom else it is limited to, as `dimension=value` of `users`.
        category: Category the campaign is about.
        festival: Festival it is held on, if any.
        discount: The offer, when she named one; `None` lets code choose it.
        starts, ends: Days in the store's time zone; `None` lets code choose.
        channels: Channels, when she named some.
        holdout: Share of the audience not written to; `None` lets code choose.
        languages: Languages of the copy; the first is that of the document.
        tone: Which of the brand's phrases come first.
        seed: Of every random draw.
    """

    goal: str
    objective: Objective = "promote"
    budget: float | None = None
    segment: str | None = None
    filters: tuple[str, ...] = ()
    category: str | None = None
    festival: Name | None = None
    discount: Discount | None = None
    starts: date | None = None
    ends: date | None = None
    channels: tuple[Channel, ...] = ()
    holdout: float | None = Field(None, gt=0, lt=1)
    languages: tuple[Language, ...] = ("en",)
    tone: Tone = "plain"
    seed: int = 7

    @property
    def language(self) -> Language:
        """Language of the document."""
        return self.languages[0]


class Audience(Frozen):
    """Who is written to, and how it came to that many.

    Attributes:
        segment: Id of the segment.
        label: Its name.
        rule: Its definition in words.
        n_segment: Customers the segment and the filters pick.
        n_no_consent: Of these, without consent to marketing.
        n_capped: Of those with consent, written to too recently.
        n_overlap: Of the rest, in a campaign that runs at the same time.
        running: Those campaigns.
        n_reachable: Who is left.
        n_unaffordable: Of these, those the budget leaves out, drawn at random.
        n_treated: Who gets the message.
        n_control: Who is held out at random.
        fingerprint: SHA-256 of the ids and arms, first 16 hex digits.
    """

    segment: str
    label: Name
    rule: Name
    n_segment: int
    n_no_consent: int
    n_capped: int
    n_overlap: int
    running: tuple[Name, ...] = ()
    dates_known: bool = True
    n_reachable: int = 0
    n_unaffordable: int = 0
    n_treated: int = 0
    n_control: int = 0
    fingerprint: str = ""


class Offer(Frozen):
    """The offer and its limits.

    Attributes:
        discount: What the customer gets.
        source: Who chose it: the brief, past campaigns, the ladder of discounts, or `no_costs`
            where nothing can be given away because the items' costs are not known.
        code: Coupon code; empty without one.
        max_off: Most taken off one order; `None` where the offer fixes it.
        max_redemptions: Coupons given out in all; `None` without a budget or coupon.
        n_items: Items it is valid for.
        n_excluded: Items left out because it would sell them below cost plus the least margin.
        margin_before, margin_after: Share of price kept over cost, without and with it, mean of
            the items it is valid for weighted by price.
    """

    discount: Discount
    source: Literal["brief", "past", "ladder", "no_costs", "none"]
    code: str = ""
    max_off: float | None = None
    max_redemptions: int | None = None
    n_items: int = 0
    n_excluded: int = 0
    margin_before: float | None = None
    margin_after: float | None = None


class Schedule(Frozen):
    """When; days and hours in the store's time zone.

    Attributes:
        given: Whether the dates come from the brief.
        hour: Hour of sending, 0-23.
        basis: What the hour rests on: answers to messages sent at different times, visits on the
            channel, orders of the store, or nothing but habit.
        n_hour: Messages, visits or orders counted in that hour.
    """

    starts: date
    ends: date
    given: bool
    weekday: int
    hour: int = Field(ge=0, le=23)
    basis: Literal["response", "activity", "orders", "usual"] = "usual"
    n_hour: int = 0

    @property
    def days(self) -> int:
        """Days it runs, both ends counted."""
        return (self.ends - self.starts).days + 1


class Copy(Frozen):
    """The words for one channel in one language: part to text, in order of reading."""

    channel: Channel
    language: Language
    parts: dict[str, str]
    author: Literal["patterns", "model"] = "patterns"


class Cost(Frozen):
    """What one contact costs.

    Attributes:
        per_contact: Cost of one contact over all channels of the draft; `None` when unknown.
        n_campaigns: Past campaigns it is the median of.
    """

    per_contact: float | None
    n_campaigns: int = 0


class Estimate(Frozen):
    """A value with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


class Forecast(Frozen):
    """What the campaign should bring.

    Attributes:
        basis: `past` where campaigns with a holdout tell, `unknown` where none does.
        n_past: Campaigns with a holdout it rests on.
        factor: Orders of the treated over orders without the campaign, of a new campaign.
        base_rate: Share of such customers who order in as many days without it.
        n_base: Customers that share was counted on.
        order_value: Mean order of theirs before the offer; `n_orders` of them.
        margin: Share of the order that stays after the cost of goods; `None` when unknown.
        redemption: Share of the treated customers' orders that use the coupon.
        extra_orders, profit: Of the whole campaign, against not running it.
        chance: Probability that the profit is above zero.
        send_cost: Of all contacts; `None` when unknown.
        coupon_cost: Expected amount given away.
        worth: What a contact is expected to bring before what it costs.
        break_even: Factor at which the profit is zero; `None` where nothing can reach it.
    """

    basis: Literal["past", "unknown"]
    n_past: int = 0
    factor: Estimate | None = None
    base_rate: float | None = None
    n_base: int = 0
    order_value: float | None = None
    n_orders: int = 0
    margin: float | None = None
    redemption: float | None = None
    extra_orders: Estimate | None = None
    profit: Estimate | None = None
    chance: float | None = None
    send_cost: float | None = None
    coupon_cost: float | None = None
    worth: float | None = None
    break_even: float | None = None


class TestPlan(Frozen):
    """The A/B design.

    Attributes:
        share_control: Share held out at random.
        detectable: Smallest difference in conversion found four times in five, absolute.
        expected: Difference expected, absolute.
        needed: People per arm that would be needed for the expected difference.
        check_day: Day of the one look on the way.
    """

    __test__ = False  # not a test case, whatever its name says

    share_control: float
    detectable: float | None = None
    expected: float | None = None
    needed: int | None = None
    check_day: date | None = None


class Benefit(Frozen):
    """What buyers praise.

    Attributes:
        name: As copy says it.
        n_praise: Reviews of 4-5 stars that speak of it.
        n: Reviews with stars that speak of it.
    """

    key: str
    name: Name
    n_praise: int
    n: int


class Draft(Frozen):
    """One version of a campaign draft."""

    id: str
    version: int = 1
    status: Status = "draft"
    brief: Brief
    title: Name
    store: str
    currency: str
    data_version: str
    today: date
    audience: Audience
    offer: Offer
    schedule: Schedule
    channels: tuple[Channel, ...]
    cost: Cost
    forecast: Forecast
    test: TestPlan
    benefit: Benefit | None = None
    category: Name | None = None
    copies: tuple[Copy, ...] = ()
    changes: tuple[Statement, ...] = ()
    writer: str = "none"

    @model_validator(mode="after")
    def _dated(self) -> "Draft":
        if self.schedule.ends < self.schedule.starts:
            raise ValueError("A campaign ends after it starts")
        return self
