"""A campaign without a holdout, in words: what can be compared, and that it proves nothing."""

from datetime import date

from tools.effects.campaigns import Campaign
from tools.effects.difference import Estimate
from tools.effects.figures import digits_of
from tools.effects.one_campaign import sureness
from tools.effects.without_holdout import BeforeAfter, Matched
from tools.prediction.customers.words import said
from tools.result import Cell, Column
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Money, Name, Number, Value


def told(
    campaign: Campaign, today: date, like: Matched | None, days: BeforeAfter | None
) -> list[Statement]:
    """What there is to say of `campaign`, the caution first."""
    found = [_comparison(campaign, like, days)]
    if like is not None:
        found.append(_conversion(like))
        found.append(said("campaign-matched-how", "caveat", unmatched=Count(n=like.unmatched)))
    if days is not None:
        found.append(_days(campaign, days))
    found.append(said("campaign-no-cause", "caveat"))
    if campaign.last is not None and campaign.last > today:
        end = Day(day=campaign.last)
        found.append(said("campaign-running", "caveat", name=campaign.name, day=end))
    found.append(said("campaigns-how", "highlight"))
    return found


def _comparison(campaign: Campaign, like: Matched | None, days: BeforeAfter | None) -> Statement:
    needs: tuple[str, ...] = ("campaign-no-cause",)
    if like is not None:
        return said(
            "campaign-matched",
            "answer",
            (*needs, "campaign-matched-how"),
            **_hundred(like.orders),
            name=campaign.name,
            sure=sureness(like.orders),
            n=Count(n=like.n_sent),
            other_n=Count(n=like.n_others),
        )
    if days is not None:
        needs = (*needs, "campaign-days")
    return said("campaign-unjudged", "answer", needs, name=campaign.name)


def _hundred(each: Estimate) -> dict[str, Value]:
    whole = each.times(100)
    digits = digits_of(whole.se)
    return {
        name: Number(value=getattr(whole, name), digits=digits) for name in ("value", "low", "high")
    }


def _conversion(like: Matched) -> Statement:
    return said("campaign-matched-conversion", "highlight", (), **_hundred(like.conversion))


def _days(campaign: Campaign, days: BeforeAfter) -> Statement:
    values: dict[str, Value] = {
        "name": campaign.name,
        "days": Count(n=days.days),
        "orders": Number(value=days.orders[0], digits=1),
        "before": Number(value=days.orders[1], digits=1),
    }
    if days.revenue is None:
        return said("campaign-days-orders", "highlight", ("campaign-no-cause",), **values)
    values["revenue"], values["revenue_before"] = (Money(amount=each) for each in days.revenue)
    return said("campaign-days", "highlight", ("campaign-no-cause",), **values)


def columns(like: Matched | None, days: BeforeAfter | None) -> tuple[Column, ...]:
    """Columns of `rows`."""
    if like is None and days is None:
        return ()
    names = {
        "orders each, against like customers": Name(
            en="orders each, against like customers", zh="人均订单（与同类顾客相比）"
        ),
        "orders a day, against before": Name(
            en="orders a day, against before", zh="日均订单（与之前相比）"
        ),
        "revenue a day, against before": Name(
            en="revenue a day, against before", zh="日均销售额（与之前相比）"
        ),
    }

    def column(name: str, en: str, zh: str) -> Column:
        return Column(name=name, label=Name(en=en, zh=zh), unit="number")

    return (
        Column(name="comparison", label=Name(en="comparison", zh="比较"), names=names),
        column("difference", "difference", "差异"),
        column("low", "lower end", "区间下限"),
        column("high", "upper end", "区间上限"),
    )


def rows(like: Matched | None, days: BeforeAfter | None) -> tuple[dict[str, Cell], ...]:
    """One row a comparison."""
    found: list[dict[str, Cell]] = []
    if like is not None:
        found.append(
            {
                "comparison": "orders each, against like customers",
                "difference": like.orders.value,
                "low": like.orders.low,
                "high": like.orders.high,
            }
        )
    for name, pair in (("orders", days and days.orders), ("revenue", days and days.revenue)):
        if pair:
            what = f"{name} a day, against before"
            gap = pair[0] - pair[1]
            found.append({"comparison": what, "difference": gap, "low": None, "high": None})
    return tuple(found)
