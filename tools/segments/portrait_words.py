"""Rows and sentences about one segment."""

import numpy as np

from tools.metrics.dimensions import DIMENSIONS
from tools.prediction.customers.words import said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Chart, Column, in_cells
from tools.segments.portrait import FOLLOWED, Portrait, Trait
from tools.segments.wording import dashed
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Entry, Listing, Money, Name, Number, Points, Quote, Share

SPOKEN = 3  # values named in a sentence
LISTED = 8  # values of one dimension in the table


def columns(traits: list[Trait]) -> tuple[Column, ...]:
    """Columns of the result, given its rows."""
    dimensions = in_cells(DIMENSIONS[trait.dimension].label for trait in traits)
    names = in_cells(trait.name for trait in traits)
    return (
        Column(name="about", label=Name(en="About", zh="方面"), names=dimensions),
        Column(name="value", label=Name(en="Value", zh="取值"), names=names),
        Column(name="people", label=Name(en="People", zh="人数"), unit="count"),
        Column(name="share", label=Name(en="Their mean share", zh="平均占比"), unit="share"),
        Column(name="usual", label=Name(en="Of others", zh="其他人平均占比"), unit="share"),
        Column(name="beyond_chance", label=Name(en="Beyond chance", zh="差异显著"), names=YES),
    )  # fmt: skip


ASIDE = "segments-aside"
BUYERS = Name(en="buyers", zh="买家")
EVERYONE = Name(en="people known then", zh="已知顾客")
YES = {
    "defines": Name(en="defines it", zh="定义条件"),
    "yes": Name(en="yes", zh="是"),
    "no": Name(en="no", zh="否"),
}


def shown(portrait: Portrait) -> list[Trait]:
    """The commonest values of each dimension that enough people share."""
    found: list[Trait] = []
    for dimension in dict.fromkeys(trait.dimension for trait in portrait.traits):
        own = [
            t for t in portrait.traits if t.dimension == dimension and t.inside.people >= MIN_PEOPLE
        ]
        found += sorted(own, key=lambda t: -t.inside.share)[:LISTED]
    return found


def rows_of(portrait: Portrait, traits: list[Trait]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result: the values in `traits`."""
    return tuple(
        {
            "about": DIMENSIONS[trait.dimension].label.en,
            "value": trait.name.en,
            "people": trait.inside.people,
            "share": round(trait.inside.share, 4),
            "usual": round(trait.others.share, 4) if trait.others.people >= MIN_PEOPLE else None,
            "beyond_chance": _kind(portrait, trait),
        }
        for trait in traits
    )


def _kind(portrait: Portrait, trait: Trait) -> str:
    if portrait.defines(trait):
        return "defines"
    return "yes" if trait in portrait.telling else "no"


def chart(portrait: Portrait) -> Chart:
    """How common each value is in the segment and among others."""
    label = portrait.segment.label
    return Chart(
        kind="bar",
        title=Name(en=f"{label.en}: how they differ", zh=f"{label.zh or label.en}：有何不同"),
        x="value",
        y=("share", "usual"),
    )


def statements(portrait: Portrait) -> tuple[Statement, ...]:
    """Sentences about the segment."""
    n = int(portrait.inside.sum())
    if n < MIN_PEOPLE:
        return (_few(portrait, n), *_aside(portrait))
    bought = portrait.buyers
    return (
        _who(portrait, n),
        *_aside(portrait),
        *_money(portrait),
        *_habits(portrait, "category", "segments-one-buys" if bought else "segments-one-views"),
        *_differs(portrait),
        *_habits(portrait, "channel", "segments-one-channels" if bought else "segments-one-visits"),
        *_reach(portrait, n),
        *_followed(portrait),
        *_advice(portrait),
    )


def _definition(portrait: Portrait) -> Name:
    return Name(en=portrait.segment.describe("en"), zh=portrait.segment.describe("zh"))


def _few(portrait: Portrait, n: int) -> Statement:
    """Nobody is in it, or too few to say more."""
    message = "segments-one-nobody" if n == 0 else "segments-one-few"
    label, needs = portrait.segment.label, _needs(portrait)
    definition, n_least = _definition(portrait), Count(n=MIN_PEOPLE)
    return said(message, "answer", needs, segment=label, definition=definition, n=n_least)


def _needs(portrait: Portrait) -> tuple[str, ...]:
    return (ASIDE,) if portrait.segment.aside else ()


def _aside(portrait: Portrait) -> list[Statement]:
    """What of the description was taken for no condition, where it may have been meant as one."""
    left = portrait.segment.aside
    return [said(ASIDE, "caveat", words=Quote(text=left))] if left else []


def _who(portrait: Portrait, n: int) -> Statement:
    segment = portrait.segment
    everyone = len(portrait.inside)
    return said(
        "segments-read" if segment.words else "segments-one", "answer", _needs(portrait),
        segment=segment.label, people=Count(n=n), definition=_definition(portrait),
        share=Share(ratio=n / everyone), all=Count(n=everyone),
    )  # fmt: skip


def _money(portrait: Portrait) -> list[Statement]:
    spend, orders = portrait.column("spend"), portrait.column("orders")
    inside, others = portrait.inside & (orders > 0), portrait.others & (orders > 0)
    if not spend.sum() or inside.sum() < MIN_PEOPLE or others.sum() < MIN_PEOPLE:
        return []
    since = portrait.column("since").astype(float)[inside]
    return [
        said(
            "segments-one-money", "highlight",
            revenue=Money(amount=float(spend[inside].sum())),
            share=Share(ratio=float(spend[inside].sum() / spend.sum())),
            spend=Money(amount=float(spend[inside].mean())),
            usual=Money(amount=float(spend[others].mean())),
            orders=Number(value=float(orders[inside].mean())),
            usual_orders=Number(value=float(orders[others].mean())),
            since=Count(n=round(float(np.median(since)))),
        )
    ]  # fmt: skip


def _habits(portrait: Portrait, dimension: str, message: str) -> list[Statement]:
    """The commonest values of `dimension`."""
    own = _common(portrait, dimension)
    if not own:
        return []
    top = sorted(own, key=lambda t: -t.inside.share)[:SPOKEN]
    parts = [Entry(what=t.name, figure=Share(ratio=t.inside.share, digits=0)) for t in top]
    n = Count(n=own[0].inside.n)
    return [said(message, "highlight", list=Listing(items=tuple(parts)), n=n)]


def _common(portrait: Portrait, dimension: str) -> list[Trait]:
    """Values of `dimension` that enough people in the segment share."""
    own = [trait for trait in portrait.traits if trait.dimension == dimension]
    return [trait for trait in own if trait.inside.people >= MIN_PEOPLE]


def _differs(portrait: Portrait) -> list[Statement]:
    told = portrait.telling[:SPOKEN]
    if not told:
        return [said("segments-one-alike", "highlight")]
    parts = [_difference(trait) for trait in told]
    return [
        said("segments-one-differs", "highlight", ("segments-beyond-chance",),
            list=Listing(items=tuple(parts)), more=told[0].name,
            share=Share(ratio=told[0].inside.share),
            usual=Share(ratio=told[0].others.share)),
        said("segments-beyond-chance", "caveat", n=Count(n=len(portrait.traits))),
    ]  # fmt: skip


def _difference(trait: Trait) -> Entry:
    return Entry(what=trait.name, figure=Points(ratio=trait.inside.share - trait.others.share))


def _reach(portrait: Portrait, n: int) -> list[Statement]:
    if "users.marketing_consent" not in portrait.segments.store.columns:
        return []
    agreed = portrait.column("marketing_consent")[portrait.inside]
    known = int(sum(agreed == True))  # noqa: E712  # unknown is no consent
    share = Share(ratio=known / n)
    return [said("segments-one-reach", "highlight", n=Count(n=known), share=share)]


def _followed(portrait: Portrait) -> list[Statement]:
    found = portrait.followed
    if found is None:
        return []
    return [
        said("segments-one-followed", "highlight",
            whom=BUYERS if portrait.buyers else EVERYONE,
            n=Count(n=found.n), days=Count(n=FOLLOWED),
            ordered=Count(n=found.ordered), share=Share(ratio=found.ordered / found.n),
            usual=Share(ratio=found.usual))
    ]  # fmt: skip


def _advice(portrait: Portrait) -> list[Statement]:
    """What is commonly done with such customers, and the evidence here."""
    if portrait.segment.family == "own":
        return []
    evidence: tuple[str, ...] = ("segments-advice-untested",)
    if portrait.followed is not None:
        evidence = ("segments-one-followed", *evidence)
    role: Role = "highlight"
    return [
        said(f"segments-advice-{dashed(portrait.segment.id)}", role, evidence),
        said("segments-advice-untested", "caveat"),
    ]
