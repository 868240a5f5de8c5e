"""Edits a brief by talking: what the words change, and sentences that say what changed."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tools.drafts.models import CHANNELS, Brief, Discount, Draft
from tools.drafts.money import discount_in
from tools.drafts.offers import STEPS
from tools.drafts.reading import asked, channels_in, languages_in
from tools.drafts.slots import offer_words
from tools.errors import ToolError
from tools.lexicon import Lexicon
from tools.segments import Segments
from tools.wording.statements import Statement
from tools.wording.values import Count, Listing, Money, Name, Quote, Share, Span, Value

_I = re.IGNORECASE
# ruff: noqa: E501  # a list of words reads best on one line
_CHEAPER = re.compile(
    r"\bcheaper\b|less (?:expensive|costly)|lower (?:the )?(?:cost|budget)|save money|cut (?:the )?(?:cost|budget)|便宜|省钱|省一?点|降低?(?:成本|预算)|少花",
    _I,
)
_SMALLER = re.compile(
    r"(?:smaller|less|lower|reduce the|cut the) (?:discount|offer|coupon)|(?:优惠|折扣)(?:小|少|低)|少(?:优惠|打折)",
    _I,
)
_BIGGER = re.compile(
    r"(?:bigger|larger|more|higher|better) (?:discount|offer|coupon)|more generous|(?:优惠|折扣|力度)(?:再)?(?:大|多|高)|多(?:优惠|让利)",
    _I,
)
_ADDED = re.compile(
    r"\btoo\b|\balso\b|as well|\badd\b|\bplus\b|也|再加|加上|增加|同时|另外|还要", _I
)
_ONLY = re.compile(r"\bonly\b|\binstead\b|switch|change|\bjust\b|只|换成|改成|改为|改用|换为", _I)
_CLAUSE = re.compile(r"[,;.，；。、]|\band (?=\w+)", _I)
CHEAPER_BY = 0.75
"""What "cheaper" leaves of the budget."""


def revised(brief: Brief, draft: Draft, words: str, lexicon: Lexicon, segments: Segments) -> Brief:
    """`brief` with what `words` change.

    Raises:
        ToolError: If they change nothing that is understood, name days past, or describe people in
            words that are not understood.
    """
    change: dict[str, Any] = dict(asked(words, lexicon, segments.store.today, segments).fields)
    change.pop("objective", None)  # a draft for something else is another draft
    if "channels" in change and _adds(words, channels_in):
        change["channels"] = tuple(dict.fromkeys((*draft.channels, *change["channels"])))
    change |= _languages(brief, words) | _money(brief, draft, words, change)
    if change.get("filters"):
        change["filters"] = _merged(brief.filters, change["filters"])
    if not {k: v for k, v in change.items() if getattr(brief, k) != v}:
        raise ToolError("drafts-revise-unclear", words=Quote(text=words))
    return brief.model_copy(update=change)


def _adds(words: str, named: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether the clause of `words` that names something adds it to what there is."""
    clauses = [own for own in _CLAUSE.split(words) if named(own)]
    return any(_ADDED.search(own) and not _ONLY.search(own) for own in clauses)


def _languages(brief: Brief, words: str) -> dict[str, Any]:
    named = languages_in(words)
    if not named:
        return {}
    if _adds(words, languages_in):
        return {"languages": tuple(dict.fromkeys((*brief.languages, *named)))}
    return {"languages": named}


def _money(brief: Brief, draft: Draft, words: str, change: dict[str, Any]) -> dict[str, Any]:
    """Changes of budget and discount that are told as more or less."""
    found: dict[str, Any] = {}
    stated = discount_in(words) is not None
    if _CHEAPER.search(words):
        if "budget" not in change and brief.budget is not None:
            found["budget"] = round(brief.budget * CHEAPER_BY, 2)
        if not stated and (less := _step(draft.offer.discount, -1)) is not None:
            found["discount"] = less
    elif _SMALLER.search(words) and not stated:
        found["discount"] = _step(draft.offer.discount, -1) or Discount(kind="none")
    elif _BIGGER.search(words) and not stated and (more := _step(draft.offer.discount, 1)):
        found["discount"] = more
    return found


def _step(discount: Discount, by: int) -> Discount | None:
    """The next smaller or larger discount; `None` where there is none to change."""
    if discount.kind == "amount":
        value = float(max(5, round(discount.value * (1 + by / 4) / 5) * 5))
        return discount.model_copy(update={"value": value})
    if discount.kind != "percent":
        return None
    fits = [
        s for s in STEPS if (s > discount.value + 1e-9 if by > 0 else s < discount.value - 1e-9)
    ]
    if not fits:
        return None
    return Discount(kind="percent", value=min(fits) if by > 0 else max(fits))


def _merged(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """Filters of other dimensions stay."""
    renewed = {written.partition("=")[0] for written in now}
    return (*(own for own in before if own.partition("=")[0] not in renewed), *now)


def changes(before: Draft, after: Draft) -> tuple[Statement, ...]:
    """What differs between two versions, a sentence each."""
    found = [*_asked_changes(before.brief, after.brief), *_planned_changes(before, after)]
    return tuple(found or [_told("copy")])


def _told(what: str, **values: Value) -> Statement:
    return Statement(message=f"drafts-changed-{what}", role="answer", values=values)


def _asked_changes(old: Brief, new: Brief) -> Iterator[Statement]:
    if new.budget is not None and new.budget != old.budget:
        yield _told("budget", new=Money(amount=new.budget))
    if new.languages != old.languages:
        yield _told("languages", new=Listing(items=tuple(LANGUAGES[own] for own in new.languages)))
    if new.tone != old.tone:
        yield _told(f"tone-{new.tone}")
    if new.holdout is not None and new.holdout != old.holdout:
        yield _told("holdout", new=Share(ratio=new.holdout, digits=0))


def _planned_changes(before: Draft, after: Draft) -> Iterator[Statement]:
    if after.offer.discount != before.offer.discount:
        yield _told("offer", old=offer_name(before), new=offer_name(after))
    if after.channels != before.channels:
        yield _told("channels", new=Listing(items=tuple(CHANNELS[own] for own in after.channels)))
    if after.audience.rule != before.audience.rule:
        yield _told("audience", new=after.audience.label)
    days, was = (own.schedule for own in (after, before))
    if (days.starts, days.ends) != (was.starts, was.ends):
        yield _told("dates", new=Span(first=days.starts, last=days.ends))
    n, before_n = after.audience.n_treated, before.audience.n_treated
    if n != before_n:
        yield _told("contacts", old=Count(n=before_n), new=Count(n=n))


LANGUAGES = {"en": Name(en="English", zh="英文"), "zh": Name(en="Chinese", zh="中文")}


def offer_name(draft: Draft) -> Name:
    """The offer as the draft's copy says it, in both languages."""
    about = draft.category if draft.brief.category else None
    discount, currency, aim = draft.offer.discount, draft.currency, draft.brief.objective
    if discount.kind == "none":
        return Name(en="no offer", zh="不带优惠")
    return Name(
        en=offer_words(discount, "en", currency, aim, about.en if about else None),
        zh=offer_words(discount, "zh", currency, aim, (about.zh or about.en) if about else None),
    )
