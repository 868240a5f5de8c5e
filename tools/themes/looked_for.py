"""What is said of searches: what people look for and do not find, and what is looked for more."""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy import stats

from tools.metrics.phrases import during, when
from tools.metrics.significance import SURE, two_proportions
from tools.periods import Period
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Chart, Column
from tools.review_quotes import says
from tools.themes.searches import Phrase, Searches
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Entry, Listing, Name, Quote, Share, Value

SPOKEN = 5
TOLD = 3

COLUMNS = (
    Column(name="query", label=Name(en="Searched for", zh="搜索词")),
    Column(name="searches", label=Name(en="Searches", zh="搜索次数"), unit="count"),
    Column(name="searches_before", label=Name(en="Searches before", zh="此前搜索"), unit="count"),
    Column(name="people", label=Name(en="People", zh="人数"), unit="count"),
    Column(name="missed", label=Name(en="Nothing opened", zh="未点开商品"), unit="count"),
    Column(name="missed_share", label=Name(en="Share of searches", zh="占该词搜索"), unit="share"),
    Column(name="items", label=Name(en="Items called so", zh="同名商品数"), unit="count"),
)
CHART = Chart(
    kind="bar",
    title=Name(en="Searches, and those without an item opened", zh="搜索与未点开商品的次数"),
    x="query",
    y=("searches", "missed"),
)


@dataclass(frozen=True)
class LookedFor:
    """What the searches of some days say.

    Attributes:
        now: Searches of the days asked for.
        before: Searches of the days before.
        periods: Both.
        scope: Who or what was kept, and the days, as a sentence names them.
    """

    now: Searches
    before: Searches
    periods: tuple[Period, Period]
    scope: Name

    def statements(self, about: str) -> list[Statement]:
        """The answer first: what was not found, what is searched most, or what changed."""
        if not self.now.n:
            return [says("themes-searches-none", "answer", {**self._spans()})]
        if about == "changes":
            return self._changed("answer")
        if about == "praise":
            return self._demand("answer")
        return [
            *self._unfound(),
            *self._demand("highlight"),
            *self._changed("highlight"),
            says("themes-searches-meaning", "caveat", {"least": Count(n=MIN_PEOPLE)}),
        ]

    def order(self, about: str) -> list[Phrase]:
        """The phrases of the table."""
        if about in ("praise", "changes"):
            return list(self.now.phrases)
        return self.now.unfound or list(self.now.phrases)

    def row(self, phrase: Phrase) -> dict[str, Cell]:
        """One phrase of the table."""
        return {
            "query": phrase.text,
            "searches": phrase.searches,
            "searches_before": self._earlier(phrase),
            "people": phrase.people,
            "missed": phrase.missed,
            "missed_share": phrase.rate,
            "items": phrase.items,
        }

    def _unfound(self) -> list[Statement]:
        values = self._whole()
        unfound = self.now.unfound
        if not unfound:
            return [says("themes-searches-all-found", "answer", {**values})]
        entries = [(phrase, phrase.missed) for phrase in unfound]
        needs = ("themes-searches-meaning",)
        answer = says(
            "themes-searches-unfound", "answer", {"queries": _listed(entries), **values}, needs
        )
        first = unfound[0]
        told = says(
            "themes-searches-first",
            "highlight",
            {
                "query": Quote(text=first.text),
                "searches": Count(n=first.searches),
                "people": Count(n=first.people),
                "share": Share(ratio=first.rate, digits=0),
            },
        )
        lacking = [phrase for phrase in unfound if not phrase.items]
        unopened = [(phrase, phrase.missed) for phrase in unfound if phrase.items]
        more = []
        if lacking:
            n, of = Count(n=len(lacking)), Count(n=len(unfound))
            whole = Quote(text="yes" if n == of else "no")
            more.append(
                says("themes-searches-lacking", "highlight", {"n": n, "of": of, "all": whole})
            )
        if unopened:
            queries = _listed(unopened)
            more.append(says("themes-searches-unopened", "highlight", {"queries": queries}))
        return [answer, told, *more]

    def _demand(self, role: Role) -> list[Statement]:
        entries = [(phrase, phrase.searches) for phrase in self.now.phrases]
        if not entries:
            return [
                says("themes-searches-few", role, {"least": Count(n=MIN_PEOPLE), **self._spans()})
            ]
        return [says("themes-searches-most", role, {"queries": _listed(entries), **self._whole()})]

    def _changed(self, role: Role) -> list[Statement]:
        """Phrases whose share of all searches changed beyond chance."""
        if not self.before.n:
            return (
                [says("themes-searches-no-before", role, {**self._spans()})]
                if role == "answer"
                else []
            )
        tested = [
            (phrase, p)
            for phrase in self.now.phrases
            if (
                p := two_proportions(
                    phrase.searches, self.now.n, self._earlier(phrase), self.before.n
                )
            )
            is not None
        ]
        guarded = stats.false_discovery_control([p for _, p in tested]) if tested else []
        sure = [phrase for (phrase, _), p in zip(tested, guarded, strict=True) if p <= SURE]
        sure.sort(key=lambda phrase: -abs(self._gain(phrase)))
        if not sure:
            return [says("themes-searches-steady", role, {**self._spans()})]
        return [
            says(
                "themes-searches-rose" if self._gain(phrase) > 0 else "themes-searches-fell",
                role if place == 0 else "highlight",
                {
                    "query": Quote(text=phrase.text),
                    "n": Count(n=phrase.searches),
                    "n_before": Count(n=self._earlier(phrase)),
                    **self._spans(),
                },
            )
            for place, phrase in enumerate(sure[:TOLD])
        ]

    def _earlier(self, phrase: Phrase) -> int:
        return next((p.searches for p in self.before.phrases if p.text == phrase.text), 0)

    def _gain(self, phrase: Phrase) -> float:
        return phrase.searches / self.now.n - self._earlier(phrase) / self.before.n

    def _whole(self) -> dict[str, Value]:
        return {
            "all": Count(n=self.now.n),
            "usual": Share(ratio=self.now.missed / self.now.n, digits=0),
            **self._spans(),
        }

    def _spans(self) -> dict[str, Value]:
        now, before = self.periods
        spans = {"period": during(now), "earlier": during(before), "when": when(now)}
        return {**spans, "scope": self.scope}


def _listed(entries: Sequence[tuple[Phrase, int]]) -> Listing:
    return Listing(
        items=tuple(
            Entry(what=Quote(text=f"“{phrase.text}”"), figure=Count(n=n))
            for phrase, n in entries[:SPOKEN]
        )
    )
