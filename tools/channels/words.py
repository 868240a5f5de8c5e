"""What is said of channels: statements over figures that others computed."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from tools.channels.budget import Response, Split
from tools.channels.performance import Channel
from tools.channels.timing import WITHIN, BestTime
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.phrases import between
from tools.metrics.significance import FEW, SURE, two_proportions
from tools.prediction.customers.words import said
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Entry,
    Figurelike,
    Listing,
    Money,
    Name,
    Number,
    Quote,
    Share,
)

Naming = Callable[[str], Name]
SPOKEN = 3


def about_performance(
    channels: Sequence[Channel], name: Naming, days: tuple[date, date], filtered: bool
) -> list[Statement]:
    """Which channel brings most, converts best, wins new customers, and what campaigns cost."""
    told = [_best(channels, name, between(*days))]
    if told[0].message == "channels-nothing":
        return told
    told += _conversion(channels, name)
    told += _new(channels, name)
    told += _spend(channels, name, filtered)
    return [*told, said("channels-credited", "caveat")]


def _best(channels: Sequence[Channel], name: Naming, period: Name) -> Statement:
    for key in ("profit", "revenue", "visits"):
        amounts = [(getattr(c, key), c) for c in channels if getattr(c, key)]
        if amounts:
            break
    else:
        return said("channels-nothing", "answer", period=period)
    amounts.sort(key=lambda pair: -pair[0])
    total = sum(amount for amount, _ in amounts)
    money = key != "visits"
    figures: list[tuple[str, Figurelike]] = [
        (c.name, Money(amount=amount) if money else Count(n=amount)) for amount, c in amounts
    ]
    rest = [Entry(what=name(n), figure=figure) for n, figure in figures[1 : 1 + SPOKEN]]
    return said(
        "channels-best" if rest else "channels-one",
        "answer",
        ("channels-credited",),
        channel=name(figures[0][0]),
        what=Quote(text=key),
        amount=figures[0][1],
        share=Share(ratio=float(amounts[0][0] / total), digits=0),
        period=period,
        rest=Listing(items=tuple(rest)),
        conversion=Share(ratio=amounts[0][1].conversion or 0.0, digits=2),
        visits=Count(n=amounts[0][1].visits or 0),
    )


def _conversion(channels: Sequence[Channel], name: Naming) -> list[Statement]:
    able = [c for c in channels if c.conversion is not None and (c.visits or 0) >= FEW]
    if len(able) < 2:
        return []
    high = max(able, key=lambda c: c.conversion or 0.0)
    low = min(able, key=lambda c: c.conversion or 0.0)
    p = two_proportions(high.converted or 0, high.visits or 0, low.converted or 0, low.visits or 0)
    entries = [Entry(what=name(c.name), figure=Share(ratio=c.conversion or 0.0, digits=2))
               for c in (high, low)]  # fmt: skip
    # The extremes of many: the level is shared out among all pairs (Bonferroni).
    sure = p is not None and p * len(able) * (len(able) - 1) / 2 < SURE
    message = "channels-conversion" if sure else "channels-conversion-alike"
    return [
        said(
            message,
            "highlight",
            ("channels-credited",),
            high=entries[0],
            low=entries[1],
            visits=Count(n=high.visits or 0),
            others=Count(n=low.visits or 0),
        )
    ]


def _new(channels: Sequence[Channel], name: Naming) -> list[Statement]:
    known = sorted((c for c in channels if c.new), key=lambda c: -(c.new or 0))
    if not known:
        return []
    listed = [Entry(what=name(c.name), figure=Count(n=c.new or 0)) for c in known[:SPOKEN]]
    total = Count(n=sum(c.new or 0 for c in known))
    alone = Quote(text="yes" if len(channels) == 1 else "no")
    return [said("channels-new", "highlight", total=total, alone=alone,
                 channel=name(known[0].name), list=Listing(items=tuple(listed)))]  # fmt: skip


def _spend(channels: Sequence[Channel], name: Naming, filtered: bool) -> list[Statement]:
    if not channels or channels[0].spent is None:
        return [] if filtered else [said("channels-no-cost", "caveat")]
    paid = [c for c in channels if c.spent]
    if not paid:
        return [said("channels-no-spend", "highlight")]
    able = [c for c in paid if c.returned is not None]
    told = [
        said(
            "channels-spend",
            "highlight",
            ("channels-credited",),
            spent=Money(amount=float(sum(c.spent or 0.0 for c in paid))),
            list=Listing(items=tuple(
                Entry(what=name(c.name), figure=Money(amount=c.spent or 0.0)) for c in paid)),
        )
    ]  # fmt: skip
    if able:
        returned = [Entry(what=name(c.name), figure=Number(value=c.returned or 0.0, digits=1))
                    for c in sorted(able, key=lambda c: -(c.returned or 0.0))]  # fmt: skip
        listing = Listing(items=tuple(returned))
        told.append(said("channels-returned", "highlight", ("channels-credited",), list=listing))
    return told


def about_times(times: Sequence[BestTime], name: Naming) -> list[Statement]:
    """When to send on each channel, or why that cannot be told and when its people are there."""
    told = [_time(time, name) for time in times if time.basis == "response"]
    dumb = [time for time in times if time.basis != "response"]
    active = [time for time in dumb if time.hour is not None]
    alike = len({time.hour for time in active}) == 1
    beside = "channels-active" if alike else "channels-active-each"
    for why in dict.fromkeys(time.why for time in dumb):
        these = [time for time in dumb if time.why == why]
        hours = sorted({hour for time in these for hour in time.hours_sent})
        told.append(
            said(
                f"channels-time-{why.replace('_', '-')}",
                "answer",
                (beside,) if any(time.hour is not None for time in these) else (),
                list=Listing(items=tuple(name(time.channel) for time in these)),
                sent=Count(n=sum(time.sent for time in these)),
                hours=Listing(items=tuple(_hour(hour) for hour in hours)),
            )
        )
    if active:
        told.append(_active(active, name, beside, alike))
    return told


def _time(time: BestTime, name: Naming) -> Statement:
    return said(
        "channels-time",
        "answer",
        channel=name(time.channel),
        hour=_hour(time.hour or 0),
        weekday=_weekday(time.weekday or 1),
        day=Quote(text="yes" if time.weekday else "no"),
        rate=Share(ratio=time.rate),
        low=Share(ratio=time.low),
        high=Share(ratio=time.high),
        average=Share(ratio=time.average),
        n=Count(n=time.n),
        sent=Count(n=time.sent),
        days=Count(n=WITHIN.days),
    )


def _active(times: Sequence[BestTime], name: Naming, message: str, alike: bool) -> Statement:
    """When the channels' people are in the store."""
    return said(
        message,
        "highlight",
        hour=_hour(times[0].hour or 0),
        list=Listing(items=tuple(
            name(t.channel) if alike else _at(name(t.channel), _hour(t.hour or 0)) for t in times)),
        n=Count(n=sum(time.n for time in times)),
        share=Share(ratio=float(np.average([t.rate for t in times], weights=[t.n for t in times]))),
    )  # fmt: skip


def _at(what: Name, hour: Name) -> Name:
    return Name(en=f"{what.en} ({hour.en})", zh=f"{what.zh or what.en}（{hour.zh}）")


def _hour(hour: int) -> Name:
    return dict(DIMENSIONS["hour"].values)[str(hour)]


def _weekday(day: int) -> Name:
    return dict(DIMENSIONS["weekday"].values)[str(day)]


def about_budget(known: Response, found: Split, name: Naming, assumed: bool) -> list[Statement]:
    """How to split a budget, and what the tests behind it say."""
    needs = ("channels-tested", "channels-curve")
    target = Quote(text="profit" if known.profit else "revenue")
    given = Money(amount=found.budget)
    order = [i for i in np.argsort(-found.spend) if found.spend[i] > 0]
    told = []
    if not order:
        told.append(said("channels-keep-all", "answer", needs, budget=given, target=target))
    else:
        listed = [Entry(what=name(known.channels[i]), figure=Money(amount=float(found.spend[i])))
                  for i in order]  # fmt: skip
        told.append(
            said(
                "channels-split",
                "answer",
                (*needs, "channels-sure" if found.net[1] > 0 else "channels-unsure"),
                budget=given,
                list=Listing(items=tuple(listed)),
                gain=Money(amount=found.gain[0]),
                low=Money(amount=found.gain[1]),
                high=Money(amount=found.gain[2]),
                cost=Money(amount=float(found.spend.sum())),
                kept=Money(amount=found.kept),
                keep=Quote(text="yes" if found.kept > 0.01 * found.budget else "no"),
                target=target,
            )
        )
        sure = "channels-sure" if found.net[1] > 0 else "channels-unsure"
        net = [Money(amount=x) for x in found.net]
        told.append(said(sure, "caveat", net=net[0], low=net[1], high=net[2], target=target))
    if assumed:
        told.append(said("channels-budget-assumed", "caveat", budget=given))
    return [*told, *evidence(known, name), said("channels-curve", "caveat")]


def evidence(known: Response, name: Naming) -> list[Statement]:
    """What tested campaigns cost and brought, together and by channel."""
    half = 1.96 * float(np.sqrt((known.gained_se**2).sum()))
    gained = float(known.gained.sum())
    target = Quote(text="profit" if known.profit else "revenue")
    each = [Entry(what=name(c), figure=Number(value=float(g / s), digits=2))
            for c, g, s in sorted(zip(known.channels, known.gained, known.spent, strict=True),
                                  key=lambda row: -row[1] / row[2])]  # fmt: skip
    return [
        said(
            "channels-tested",
            "highlight",
            n=Count(n=int(known.n.sum())),
            cost=Money(amount=float(known.spent.sum())),
            gained=Money(amount=gained),
            low=Money(amount=gained - half),
            high=Money(amount=gained + half),
            target=target,
        ),
        said("channels-each", "highlight", ("channels-alike",) if not known.apart else (),
             list=Listing(items=tuple(each)), target=target),
        *([] if known.apart else [said("channels-alike", "caveat")]),
    ]  # fmt: skip
