"""What goes together: rows and sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tools.periods import Period
from tools.prediction.customers.words import SPOKEN, said, worded
from tools.result import Cell, Chart, Column, in_cells
from tools.together.baskets import Kind
from tools.together.rules import MIN_BASKETS, Found, Rule
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Entry, Listing, Name, Number, Quote, Share, Span, Value


@dataclass(frozen=True)
class Asked:
    """A question with its names resolved.

    Attributes:
        name: What companions are looked for; `None` for any that go together.
        level: Whether single items or categories are told.
        days: Days counted.
    """

    name: Name | None
    level: str
    days: Period


@dataclass(frozen=True)
class Told:
    """Everything the sentences need.

    Attributes:
        asked: The question.
        found: What goes together.
        kind: What a basket is.
        with_it: Baskets that hold what was asked about.
        name: What a key is called.
    """

    asked: Asked
    found: Found
    kind: Kind
    with_it: int
    name: Callable[[str], Name]

    def given(self, rule: Rule) -> Name:
        """The one or two things of a rule that come first."""
        names = [self.name(key) for key in rule.given]
        if len(names) == 1:
            return names[0]
        return worded("together-both", one=names[0], two=names[1])

    @property
    def basket(self) -> Quote:
        """What a basket is, for a sentence to choose its word by."""
        return Quote(text=self.kind)


def span(first: date, last: date) -> dict[str, Value]:
    """The days there are data of."""
    return {"period": Span(first=first, last=last)}


def columns(told: Told, rules: Sequence[Rule]) -> tuple[Column, ...]:
    """Columns of the result."""
    one = in_cells([told.given(rule) for rule in rules])
    other = in_cells([told.name(rule.then) for rule in rules])
    basket = worded("together-basket", kind=told.basket)
    return (
        Column(name="given", label=Name(en="Who buys", zh="买了"), names=one),
        Column(name="then", label=Name(en="Also buys", zh="也买了"), names=other),
        Column(
            name="both",
            label=Name(en=f"{basket.en} with both", zh=f"同时包含的{basket.zh}数"),
            unit="count",
        ),
        Column(
            name="with_given", label=Name(en="With the first", zh="包含前者"), unit="count"
        ),
        Column(name="confidence", label=Name(en="Confidence", zh="置信度"), unit="share"),
        Column(name="support", label=Name(en="Support", zh="支持度"), unit="share"),
        Column(name="lift", label=Name(en="Lift (times chance)", zh="提升度（随机的倍数）"),
               unit="number"),
        Column(name="extra", label=Name(en="More than chance", zh="比随机多"), unit="count"),
        Column(name="p_value", label=Name(en="p-value", zh="p值")),
    )  # fmt: skip


def rows_of(told: Told, rules: Sequence[Rule]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result, most baskets beyond chance first."""
    return tuple(
        {
            "given": told.given(rule).en,
            "then": told.name(rule.then).en,
            "both": rule.both,
            "with_given": rule.with_given,
            "confidence": rule.confidence,
            "support": rule.support,
            "lift": rule.lift,
            "extra": round(rule.extra),
            "p_value": float(f"{rule.p_value:.2g}"),
        }
        for rule in rules
    )


def chart(told: Told, rules: Sequence[Rule]) -> Chart | None:
    """What goes with one thing, by how many of its baskets hold it."""
    pairs = [rule for rule in rules if len(rule.given) == 1]
    if told.asked.name is None or len(pairs) < 2 or len(pairs) < len(rules):
        return None
    name = told.asked.name
    title = Name(en=f"Also bought with {name.en}", zh=f"和{name.text('zh')}一起买的")
    return Chart(kind="bar", title=title, x="then", y=("confidence",))


def statements(told: Told, rules: Sequence[Rule]) -> list[Statement]:
    """Sentences about the rules, the answer first."""
    if not rules:
        return _nothing(told)
    pairs = [rule for rule in rules if len(rule.given) == 1]
    best = (pairs or list(rules))[0]
    return [
        _rule(told, best, "together-with" if told.asked.name else "together-best", "answer"),
        *_listed(told, pairs[1:]),
        *_closest(told, pairs),
        *_threes(told),
        _guard(told),
        said("together-cause", "caveat"),
    ]


def _rule(told: Told, rule: Rule, message: str, role: Role) -> Statement:
    """A rule in plain words: of 100 baskets with the one, so many also hold the other."""
    hundred = rule.confidence * 100
    return said(message, role, ("together-guard",), kind=told.basket,
        given=told.given(rule), then=told.name(rule.then), both=Count(n=rule.both),
        of=Count(n=rule.with_given), lift=Number(value=rule.lift),
        hundred=Number(value=hundred, digits=0 if hundred >= 10 else 1))  # fmt: skip


def _listed(told: Told, pairs: Sequence[Rule]) -> list[Statement]:
    """The next few pairs by name."""
    if not pairs:
        return []
    if told.asked.name is not None:
        entries = [
            Entry(what=told.name(rule.then), figure=Share(ratio=rule.confidence))
            for rule in pairs[:SPOKEN]
        ]
        return [said("together-with-list", "highlight", kind=told.basket,
            name=told.asked.name, list=Listing(items=tuple(entries)))]  # fmt: skip
    pairings = [
        worded("together-both", one=told.given(rule), two=told.name(rule.then))
        for rule in pairs[:SPOKEN]
    ]
    entries = [
        Entry(what=name, figure=Count(n=rule.both))
        for name, rule in zip(pairings, pairs, strict=False)
    ]
    listed = Listing(items=tuple(entries))
    return [said("together-list", "highlight", kind=told.basket, list=listed)]


def _closest(told: Told, pairs: Sequence[Rule]) -> list[Statement]:
    """The pair furthest beyond chance, where that is not the first."""
    closest = max(pairs, key=lambda rule: rule.lift, default=None)
    if closest is None or closest is pairs[0]:
        return []
    return [_rule(told, closest, "together-closest", "highlight")]


def _threes(told: Told) -> list[Statement]:
    """The best rule of three things."""
    best = next((rule for rule in told.found.rules if len(rule.given) == 2), None)
    return [_rule(told, best, "together-three", "highlight")] if best else []


def _guard(told: Told) -> Statement:
    return said("together-guard", "caveat", tested=Count(n=told.found.tested), kind=told.basket,
        baskets=Count(n=told.found.baskets), least=Count(n=MIN_BASKETS),
        level=Quote(text="one" if told.asked.name else "any"))  # fmt: skip


def _nothing(told: Told) -> list[Statement]:
    values: dict[str, Value] = {"kind": told.basket, "least": Count(n=MIN_BASKETS)}
    if told.asked.name is None:
        return [said("together-none", "answer", (), **values, tested=Count(n=told.found.tested),
            baskets=Count(n=told.found.baskets), level=Quote(text=told.asked.level))]  # fmt: skip
    message = "together-rare" if told.with_it < MIN_BASKETS else "together-none-with"
    return [said(message, "answer", (), **values, name=told.asked.name,
        n=Count(n=told.with_it))]  # fmt: skip
