"""What the braces of a phrase stand for: offer, code, last day, thing, season."""

import re
from collections.abc import Mapping
from datetime import date

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from tools.drafts.models import Benefit, Brief, Discount, Objective, Offer, Schedule
from tools.wording.speaker import LOCALES
from tools.wording.values import Language, Name

YEN_OR_YUAN = frozenset({"CNY", "JPY"})
"""A shop's own customers know which of them ¥ is."""
_PROPER = re.compile(r"[A-Z]{2}|\d")


def slots(
    language: Language,
    store: str,
    currency: str,
    brief: Brief,
    offer: Offer,
    schedule: Schedule,
    things: Mapping[str, Name | None],
    names: Mapping[str, str],
    benefit: Benefit | None,
) -> dict[str, str]:
    """Slot to text in `language`, without those that nothing is known for.

    Args:
        language: Language of the copy.
        store: Name of the store.
        currency: ISO 4217 code of the offer's amounts.
        brief: What was asked for.
        offer: The offer.
        schedule: When it holds.
        things: `category`, `item`, `season`, `now`: what each is called.
        names: What the brand calls categories, by their label.
        benefit: What buyers praise.
    """
    named = {name: own.text(language) for name, own in things.items() if own is not None}
    if "category" in named:
        category = names.get(named["category"], named["category"])
        named["category"] = lowered(category) if language == "en" else category
    if brief.festival is not None:
        named["festival"] = brief.festival.text(language)
    if benefit is not None:
        named["benefit"] = benefit.name.text(language)
    about = named.get("category") if brief.category else None
    offered = offer_words(offer.discount, language, currency, brief.objective, about)
    if offered:
        named |= {"offer": offered, "until": day_words(schedule.ends, language)}
    if offer.code:
        named["code"] = offer.code
    return {"store": store, "since": day_words(schedule.starts, language), **named}


def offer_words(
    discount: Discount, language: Language, currency: str, objective: Objective, about: str | None
) -> str:
    """The offer as copy says it; empty without one.

    >>> offer_words(Discount(kind="percent", value=0.15), "zh", "CNY", "promote", "外套")
    '外套85折'
    >>> offer_words(Discount(kind="percent", value=0.15), "en", "CNY", "win_back", None)
    '15% off your next order'
    >>> offer_words(Discount(kind="amount", value=40, threshold=300), "zh", "CNY", "win_back", None)
    '满300元减40元'
    """
    if discount.kind == "none":
        return ""
    return (_english if language == "en" else _chinese)(discount, currency, objective, about)


def _english(discount: Discount, currency: str, objective: Objective, about: str | None) -> str:
    order = {"first_order": "your first order", "win_back": "your next order"}
    what = about or order.get(objective, "your order")
    if discount.kind == "free_shipping":
        return f"free shipping on {what}"
    if discount.kind == "percent":
        return f"{plain(discount.value * 100, 'en')}% off {what}"
    off = f"{money(discount.value, currency, 'en')} off {what}"
    least = money(discount.threshold, currency, "en")
    return f"{off} when you spend {least} or more" if discount.threshold else off


def _chinese(discount: Discount, currency: str, objective: Objective, about: str | None) -> str:
    order = {"first_order": "首单", "win_back": "下一单", "carts": "这一单"}
    what = about or order.get(objective, "全场")
    if discount.kind == "free_shipping":
        return f"{what}包邮"
    if discount.kind == "percent":
        return f"{what}{fold(discount.value)}折"
    off = money(discount.value, currency, "zh")
    if not discount.threshold:
        return f"{what}立减{off}"
    return f"{about or ''}满{money(discount.threshold, currency, 'zh')}减{off}"


def fold(share: float) -> str:
    """A share off as Chinese tells it, by what is paid.

    >>> fold(0.15), fold(0.2), fold(0.08)
    ('85', '8', '92')
    """
    paid = plain((1 - share) * 100, "zh")
    return paid.removesuffix("0") if "." not in paid else paid


def money(amount: float, currency: str, language: Language) -> str:
    """An amount as copy writes it, without decimals it does not need."""
    digits = plain(amount, language)
    if language == "zh" and currency == "CNY":
        return f"{digits}元"
    if currency in YEN_OR_YUAN:
        return f"¥{digits}"
    pattern = "¤#,##0" if amount == int(amount) else "¤#,##0.00"
    return str(format_currency(amount, currency, pattern, LOCALES[language], currency_digits=False))


def plain(number: float, language: Language) -> str:
    """`number` with the decimals it has, at most two; no separators in Chinese."""
    return str(
        format_decimal(
            round(number, 2), "#,##0.##" if language == "en" else "0.##", LOCALES[language]
        )
    )


def day_words(day: date, language: Language) -> str:
    """A day without its year, as a letter says it."""
    return str(format_date(day, "d MMMM" if language == "en" else "M月d日", LOCALES[language]))


def lowered(name: str) -> str:
    """A category's English name inside a sentence: "Bluetooth Speakers" is "Bluetooth speakers".

    >>> lowered("Coffee Makers"), lowered("Bluetooth Speakers"), lowered("TVs")
    ('coffee makers', 'Bluetooth speakers', 'TVs')
    """
    return " ".join(
        word if word in {"Bluetooth", "Wi-Fi"} or _PROPER.search(word) else word.lower()
        for word in name.split()
    )
