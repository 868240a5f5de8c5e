# ruff: noqa: E501  # a pattern reads best on one line
"""What a question's words say of figures: which, of whom, of when, split and ordered how."""

import re
from collections.abc import Sequence

from assistant.choices import choice
from assistant.cues import cue
from assistant.open_arguments import OneOf, Slot, Vocabulary, dimension_of
from assistant.ordering import of_the_list
from assistant.reading import Reading
from tools.drafts.reading import channel_in
from tools.places import PLACES

CALENDAR = frozenset({"day", "week", "month", "quarter", "year", "weekday", "hour"})
"""Dimensions that only words for them ask for ("monthly", "哪天"): never guessed."""

_COME_BACK = re.compile(
    r"\b(?:again|(?:came|come|coming|were|are) back|return\w*|re-?order\w*)\b"
    r"|再[买下来次]|又|回[头来购]|复购",
    re.IGNORECASE,
)
"""Words of coming again: the later of two times is then when they did."""

TWINS = (
    ("gross_profit", "gross_margin", "as_rate"),
    ("gross_margin", "gross_profit", "as_amount"),
)
"""Metrics of which one tells as a share what the other tells as an amount, and the cue for it."""


_AMOUNT = r"(?:amounts?|yuan|rmb|cash|dollars|money|absolute (?:terms|numbers|figures))"
_RATE = r"(?:%|per ?cent(?:age)?s?|pct|rates?|ratios?)"
_ZH_AMOUNT = r"(?:绝对[值额]|金额|银码|钱数|数额|几多钱|多少钱|真金白银|毛利额)"
_ZH_RATE = r"(?:百分比|百分点|比率|比例|毛利率|百分数|率)"
_ZH_NO = r"(?:不是|唔系|唔係|而非|不要|唔要|别给|不看|唔睇|不用|唔使|别看|莫看)(?:给|看|按|要|讲|说|用|算|报)?(?:我)?"


def _declined(wanted: str, not_wanted: str, zh_wanted: str, zh_not: str) -> re.Pattern[str]:
    """Words that want the one and decline the other, in either order."""
    no = rf"\b(?:not|rather than|instead of|never mind|no) (?:(?:as|in|the|a|an|by|its) )*{not_wanted}"
    return re.compile(
        rf"\b{wanted}\b[^.?!]{{0,12}}{no}|{no}[^.?!]{{0,16}}\b{wanted}\b"
        rf"|{zh_wanted}[^。？?！!]{{0,6}}{_ZH_NO}{zh_not}|{_ZH_NO}{zh_not}[^。？?！!]{{0,8}}{zh_wanted}",
        re.IGNORECASE,
    )


TWINS_DECLINED = (
    ("gross_margin", "gross_profit", _declined(_AMOUNT, _RATE, _ZH_AMOUNT, _ZH_RATE)),
    ("gross_profit", "gross_margin", _declined(_RATE, _AMOUNT, _ZH_RATE, _ZH_AMOUNT)),
)
"""Twins of which the one is declined by how it is told, for the other."""

EVERYONE = {"gender=female", "gender=male"}
"""What two filters leave all people in, once they are no longer told apart."""

_EVERYWHERE = re.compile(
    r"\b(?:whole|entire) (?:store|shop|business|site|catalogue)\b|\b(?:store|shop|site)-?wide\b|全店|全站|整个(?:店|站|网站)",
    re.IGNORECASE,
)
"""Words that narrow a figure no longer."""

PERSONAL = ("gender", "age_band", "customer_type")
"""Dimensions that tell people apart wherever they are."""

_EVERYBODY = re.compile(
    r"\b(?:every(?:one|body)|all (?:the |our )?(?:customers|people|shoppers|buyers|genders|ages)|anyone|men and women alike|both (?:sexes|genders))\b(?! (?:else|but|except))|(?:所有|全部|全体)(?:的)?(?:人|客人|顾客|客户|用户|买家)(?!群)|不(?:分|论|管|限)(?:男女|老少|年龄|性别|新老)|男女(?:都|全)(?:算|要|看)",
    re.IGNORECASE,
)
"""Words that no longer tell people apart."""

_INSTEAD = re.compile(
    r"\b(?:instead|rather|sorry|wrong|i mean(?:t)?|actually|correction|not that one)\b|换成|改成|改为|错了|讲错|说错|打错|应该是|不是",
    re.IGNORECASE,
)
"""Words by which what is left out now is left out in place of what was."""

MAX_METRICS = 5
"""Most metrics one call asks for."""

_USUAL = ("none", "previous_period", "year_ago")
"""What figures are held against where no other time is named for it."""

REACHED_BY = ("channel=sms", "channel=email", "channel=push")
"""What a list of people is sent by, where nobody asks what they came through."""

OVERVIEW = ("revenue", "orders", "conversion_rate")
"""What a question that names no metric is about: all of it overall, the first for groups."""


def metrics(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """Those named or carried over; else what such a question is taken to mean."""
    known = vocabulary["metrics"]
    named = list(in_contrast(reading.words, reading.metrics)) or retold(
        reading.words, reading.carried.get("metrics", ())
    )
    if named:
        return OneOf([named[:MAX_METRICS]])
    usual = [word for word in OVERVIEW if word in known] or known[:1]
    return OneOf([usual if reading.overview and not reading.groupings else usual[:1]])


def retold(text: str, metrics: Sequence[str]) -> list[str]:
    """`metrics` of a figure before, as shares or as amounts where a follow-up wants those.

    >>> retold("as a percentage, please", ["gross_profit"]), retold("by brand", ["gross_profit"])
    (['gross_margin'], ['gross_profit'])
    """
    twins = {old: new for old, new, wants in TWINS if cue(wants, text)}
    return [twins.get(metric, metric) for metric in metrics]


def in_contrast(text: str, metrics: Sequence[str]) -> tuple[str, ...]:
    """`metrics` as amounts where shares are declined for them, and the other way round.

    >>> in_contrast("margin by brand, in yuan not percent", ["gross_margin"])
    ('gross_profit',)
    """
    for old, new, declined in TWINS_DECLINED:
        if old in metrics and new not in metrics and declined.search(text):
            return tuple(new if name == old else name for name in metrics)
    return tuple(metrics)


def group_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """The first dimension named, else the calendar where a development is asked for.

    One that this store does not tell is asked for all the same, so that the answer says so.
    """
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    if named := known or reading.groupings:
        return OneOf(list(named[:1]))
    if reading.trend:
        return OneOf([reading.grain])
    if reading.carried:
        old = reading.carried.get("group_by")
        return OneOf([None if len(reading.named(str(old))) == 1 else old])
    if reading.top_n and "item" in vocabulary["group_by"] and reading.metrics != ("new_users",):
        return OneOf(["item"])  # a number of what is not named is of items
    groups = [word for word in vocabulary["group_by"] if word not in CALENDAR]
    return OneOf([None, *groups] if reading.ranking and not reading.overview else [None])


def then_by(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """The second dimension named."""
    known = [word for word in reading.groupings if word in vocabulary["group_by"]]
    if reading.trend and len(known) == 1 and known[0] not in CALENDAR:
        return OneOf([reading.grain])  # groups, each over time
    carried = None if known or reading.trend else reading.carried.get("then_by")
    return OneOf(known[1:2] or [carried])


def period(reading: Reading, _: Vocabulary) -> Slot | None:
    """The first time named, else the one of the call before."""
    tokens = reading.periods[:1] or tuple(filter(None, [reading.carried.get("period")]))
    if not tokens and reading.named("campaign"):
        tokens = ("all",)  # a campaign has its own days
    return OneOf(tokens) if tokens else None


def cohorts(reading: Reading, vocabulary: Vocabulary) -> Slot | None:
    """The time in which those asked about came; from the first to the last where several do."""
    if len(reading.periods) < 2 or _COME_BACK.search(reading.words):
        return period(reading, vocabulary)
    first, last = min(reading.periods), max(reading.periods)
    months = re.fullmatch(r"\d{4}-\d{2}", first) and re.fullmatch(r"\d{4}-\d{2}", last)
    return OneOf([f"{first}..{last}"]) if months else period(reading, vocabulary)


def compare(reading: Reading, _: Vocabulary) -> Slot:
    """What the words hold the figures against, else what the call before did."""
    if reading.carried and reading.compare in _USUAL and cue("uncompared", reading.words):
        return OneOf(["none"])
    if reading.compare != "none":
        return OneOf([reading.compare])
    carried = reading.carried.get("compare", "none")
    if reading.periods and carried not in ("none", "previous_period", "year_ago"):
        carried = "previous_period"  # the period it was held against was another's
    overview = reading.overview and not reading.groupings and not reading.carried
    return OneOf(["previous_period" if overview else carried])


def filters(reading: Reading, _: Vocabulary) -> OneOf:
    """The values named, and those of the call before that nothing of their kind replaces."""
    replaced = {dimension_of(new) for new in reading.filters if "!=" not in new}
    replaced |= {*reading.groupings} - {reading.carried.get("group_by")}
    replaced |= {*reading.widened}
    if not replaced.isdisjoint(PLACES):
        replaced |= {*PLACES}
    replaced |= _left_out_instead(reading)
    if reading.users:
        return OneOf([[*reading.filters]])  # one customer is no group
    if _EVERYBODY.search(reading.words):
        replaced |= {*PERSONAL}
    carried = () if _EVERYWHERE.search(reading.words) else reading.carried.get("filters") or ()
    kept = [old for old in carried if dimension_of(old) not in replaced]
    if reading.carried.get("group_by") != "gender" or reading.groupings:
        kept = [old for old in kept if not {*carried} >= EVERYONE or old not in EVERYONE]
    return OneOf([[*dict.fromkeys([*kept, *reading.filters])]])


def _left_out_instead(reading: Reading) -> set[str]:
    """Dimensions of which what is left out takes the place of what the call before asked for."""
    out = {dimension_of(new) for new in reading.filters if "!=" in new}
    old = reading.carried.get("filters") or ()
    narrowed = {dimension_of(one) for one in old if "!=" not in one}
    return out if _INSTEAD.search(reading.words) else out & narrowed


def of_others(reading: Reading, vocabulary: Vocabulary) -> OneOf:
    """The filters of tools that do not tell new customers from others."""
    named = filters(reading, vocabulary).values[0]
    return OneOf([[w for w in named if dimension_of(w) != "customer_type"]])


def people(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """The filters less days and hours, and channels that people are only to be reached by."""
    named = of_others(reading, vocabulary).values[0]
    of_people = [written for written in named if dimension_of(written) not in CALENDAR]
    return OneOf([[written for written in of_people if written not in REACHED_BY]])


def advised(reading: Reading, vocabulary: Vocabulary) -> Slot:
    """The filters, and the channel of what is to be sent ("the best hour for a mail")."""
    named = filters(reading, vocabulary).values[0]
    sends = choice("channel_advice", "goal", reading.words) == "send_time"
    channel = channel_in(reading.words) if sends else None
    if channel is None or any(dimension_of(written) == "channel" for written in named):
        return OneOf([named])
    return OneOf([[*named, f"channel={channel}"]])


def top_n(reading: Reading, _: Vocabulary) -> Slot | None:
    """How many groups are wanted."""
    carried = None if reading.groupings else reading.carried.get("top_n")
    return OneOf([reading.top_n or carried]) if reading.top_n or carried else None


def order(reading: Reading, _: Vocabulary) -> Slot:
    """Which groups are wanted, highest unless the words say otherwise."""
    listed = of_the_list(reading.words, was_cut=bool(reading.carried.get("top_n")))
    said = reading.order != "highest" or (cue("highest", reading.words) and not listed)
    kept = None if said else reading.carried.get("order")
    return OneOf([reading.order if reading.groupings else kept or reading.order])
