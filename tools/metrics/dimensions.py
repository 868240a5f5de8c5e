"""What figures can be split by and kept to: each dimension declared once."""

from dataclasses import dataclass
from typing import Literal

from tools.metrics.prices import PRICE_BANDS
from tools.wording.speaker import Speaker
from tools.wording.values import Language, Name

Home = Literal["clock", "fact", "derived", "items", "users"]


@dataclass(frozen=True)
class Dimension:
    """One way to split figures.

    Attributes:
        name: What the tools call it.
        label: What a person calls it.
        home: Where its value lies: on the clock of what is counted, on the counted row itself or
            derived from it, or on the row's item or user.
        column: Column there; for the clock, the calendar unit.
        values: Names of values that every store shares.
    """

    name: str
    label: Name
    home: Home
    column: str
    values: tuple[tuple[str, Name], ...] = ()

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other words for it, English and Chinese (`vocabulary.ftl`)."""
        return synonyms(f"words-dimension-{self.name}")

    @property
    def ordered(self) -> bool:
        """Whether its groups have an order of their own (time, hours, age bands)."""
        return self.home == "clock" or self.name == "age_band"

    @property
    def is_time(self) -> bool:
        """Whether its groups follow one another in time, once each."""
        return self.name in TIME_UNITS


def synonyms(message: str) -> tuple[str, ...]:
    """The words listed under `message`, English before Chinese."""
    lists = (Speaker(language).message(message) for language in LANGUAGES)
    return tuple(word.strip() for words in lists for word in words.split(";"))


LANGUAGES: tuple[Language, Language] = ("en", "zh")
TIME_UNITS = ("day", "week", "month", "quarter", "year")
WEEKDAYS = (
    ("1", Name(en="Monday", zh="周一")),
    ("2", Name(en="Tuesday", zh="周二")),
    ("3", Name(en="Wednesday", zh="周三")),
    ("4", Name(en="Thursday", zh="周四")),
    ("5", Name(en="Friday", zh="周五")),
    ("6", Name(en="Saturday", zh="周六")),
    ("7", Name(en="Sunday", zh="周日")),
)
HOURS = tuple((str(h), Name(en=f"{h:02}:00–{h:02}:59", zh=f"{h}点")) for h in range(24))
CHANNELS = (
    ("direct", Name(en="direct", zh="直接访问")),
    ("search", Name(en="search", zh="搜索")),
    ("organic", Name(en="organic search", zh="自然搜索")),
    ("organic_search", Name(en="organic search", zh="自然搜索")),
    ("paid_search", Name(en="paid search", zh="付费搜索")),
    ("email", Name(en="email", zh="邮件")),
    ("sms", Name(en="SMS", zh="短信")),
    ("push", Name(en="push notifications", zh="推送")),
    ("social", Name(en="social media", zh="社交媒体")),
    ("paid_social", Name(en="paid social", zh="社交广告")),
    ("ads", Name(en="ads", zh="广告")),
    ("display", Name(en="display ads", zh="展示广告")),
    ("affiliate", Name(en="affiliates", zh="联盟推广")),
    ("referral", Name(en="referral", zh="外部推荐")),
    ("live", Name(en="live streaming", zh="直播")),
    ("livestream", Name(en="live streaming", zh="直播")),
    ("app", Name(en="app", zh="App")),
)
DEVICES = (
    ("mobile", Name(en="mobile", zh="手机")),
    ("phone", Name(en="phone", zh="手机")),
    ("desktop", Name(en="desktop", zh="电脑")),
    ("pc", Name(en="desktop", zh="电脑")),
    ("tablet", Name(en="tablet", zh="平板")),
    ("app", Name(en="app", zh="App")),
    ("web", Name(en="web", zh="网页")),
)
GENDERS = (
    ("female", Name(en="women", zh="女性")),
    ("male", Name(en="men", zh="男性")),
    ("other", Name(en="other genders", zh="其他性别")),
)
CUSTOMER_TYPES = (
    ("new", Name(en="new customers", zh="新客")),
    ("returning", Name(en="returning customers", zh="老客")),
)
PRICES = tuple((band, Name(en=f"priced {band}", zh=f"单价{band}")) for band in PRICE_BANDS)

D = Dimension
DIMENSIONS: dict[str, Dimension] = {
    dimension.name: dimension
    for dimension in (
        D("day", Name(en="day", zh="日期"), "clock", "day"),
        D("week", Name(en="week", zh="周"), "clock", "week"),
        D("month", Name(en="month", zh="月份"), "clock", "month"),
        D("quarter", Name(en="quarter", zh="季度"), "clock", "quarter"),
        D("year", Name(en="year", zh="年份"), "clock", "year"),
        D("weekday", Name(en="weekday", zh="星期"), "clock", "weekday", WEEKDAYS),
        D("hour", Name(en="hour of the day", zh="时段"), "clock", "hour", HOURS),
        D("category", Name(en="category", zh="品类"), "items", "category"),
        D("brand", Name(en="brand", zh="品牌"), "items", "brand"),
        D("item", Name(en="item", zh="商品"), "fact", "item_id"),
        D("channel", Name(en="channel", zh="渠道"), "fact", "channel", CHANNELS),
        D("device", Name(en="device", zh="设备"), "fact", "device", DEVICES),
        D("campaign", Name(en="campaign", zh="营销活动"), "fact", "campaign_id"),
        D(
            "customer_type", Name(en="customer type", zh="新老客"), "derived", "customer_type",
            CUSTOMER_TYPES,
        ),
        D("price_band", Name(en="price band", zh="价格带"), "derived", "price_band", PRICES),
        D("region", Name(en="region", zh="地区"), "users", "region"),
        D("country", Name(en="country", zh="国家"), "users", "country"),
        D("age_band", Name(en="age band", zh="年龄段"), "users", "age_band"),
        D("gender", Name(en="gender", zh="性别"), "users", "gender", GENDERS),
    )
}  # fmt: skip
"""Every dimension by name."""
