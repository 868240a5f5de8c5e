"""Columns and charts of what is told of channels."""

from collections.abc import Sequence

from tools.channels.budget import Split
from tools.channels.performance import Channel
from tools.result import Chart
from tools.wording.values import Name, Unit

Heads = tuple[tuple[str, Name, Unit | None], ...]


def performance_chart(channels: Sequence[Channel]) -> Chart | None:
    """Bars of what the channels brought, if there are two."""
    for key, title in (
        ("profit", Name(en="Gross profit by channel", zh="各渠道毛利")),
        ("revenue", Name(en="Revenue by channel", zh="各渠道销售额")),
        ("visits", Name(en="Visits by channel", zh="各渠道访问次数")),
    ):
        if sum(getattr(channel, key) is not None for channel in channels) > 1:
            return Chart(kind="bar", title=title, x="channel", y=(key,))
    return None


def split_chart(found: Split) -> Chart | None:
    """Bars of the budget, if two channels get some."""
    if (found.spend > 0).sum() < 2:
        return None
    title = Name(en="Budget by channel", zh="各渠道预算")
    return Chart(kind="bar", title=title, x="channel", y=("spend",))


_CHANNEL: tuple[str, Name, Unit | None] = ("channel", Name(en="Channel", zh="渠道"), None)
PERFORMANCE: Heads = (
    _CHANNEL,
    ("visits", Name(en="Visits", zh="访问次数"), "count"),
    ("conversion", Name(en="Conversion rate", zh="转化率"), "share"),
    ("orders", Name(en="Orders", zh="订单数"), "count"),
    ("buyers", Name(en="Buyers", zh="买家数"), "count"),
    ("new", Name(en="New customers", zh="新客数"), "count"),
    ("revenue", Name(en="Revenue", zh="销售额"), "money"),
    ("profit", Name(en="Gross profit", zh="毛利"), "money"),
    ("spent", Name(en="Campaign cost", zh="活动花费"), "money"),
    ("returned", Name(en="Revenue per unit spent", zh="每单位花费带来的销售额"), "number"),
)
TIMES: Heads = (
    _CHANNEL,
    ("basis", Name(en="Judged by", zh="依据"), None),
    ("hour", Name(en="Hour", zh="时段"), None),
    ("weekday", Name(en="Day", zh="星期"), None),
    ("rate", Name(en="Rate", zh="比例"), "share"),
    ("low", Name(en="Rate, low", zh="比例下限"), "share"),
    ("high", Name(en="Rate, high", zh="比例上限"), "share"),
    ("n", Name(en="Messages or visits", zh="消息或访问数"), "count"),
    ("sent", Name(en="Messages sent", zh="已发送"), "count"),
)
SPLIT: Heads = (
    _CHANNEL,
    ("spend", Name(en="Spend", zh="投入"), "money"),
    ("low", Name(en="Spend, low", zh="投入下限"), "money"),
    ("high", Name(en="Spend, high", zh="投入上限"), "money"),
    ("campaigns", Name(en="Tested campaigns", zh="有对照的活动"), "count"),
    ("spent", Name(en="They cost", zh="其花费"), "money"),
    ("gained", Name(en="They brought", zh="其增量"), "money"),
    ("gained_low", Name(en="Brought, low", zh="增量下限"), "money"),
    ("gained_high", Name(en="Brought, high", zh="增量上限"), "money"),
)
