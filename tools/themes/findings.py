"""What is said of the themes of reviews: most spoken of, complained of, praised, changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tools.metrics.significance import FEW
from tools.periods import Period
from tools.result import Cell, Chart, Column
from tools.review_quotes import says
from tools.themes.counting import Change, Counts, Voices, changes
from tools.themes.mentions import Flags, Floats, Ints
from tools.themes.quotes import Said, quoted, quotes
from tools.themes.reading import Reading
from tools.wording.statements import Role, Statement
from tools.wording.values import (
    Count,
    Entry,
    Listing,
    Name,
    Number,
    Points,
    Quote,
    Share,
    Span,
    Value,
)

SPOKEN = 5  # themes told in one sentence
LEAST = 3  # reviews of a theme that is told at all
TOLD = 3  # changes told

COLUMNS = (
    Column(name="theme", label=Name(en="Theme", zh="话题")),
    Column(name="reviews", label=Name(en="Reviews", zh="提到的评价"), unit="count"),
    Column(name="share", label=Name(en="Share of reviews", zh="占全部评价"), unit="share"),
    Column(name="praise", label=Name(en="Praise", zh="好评"), unit="count"),
    Column(name="complaints", label=Name(en="Complaints", zh="抱怨"), unit="count"),
    Column(name="stars", label=Name(en="Stars", zh="平均星级"), unit="rating"),
    Column(name="share_now", label=Name(en="Complaints lately", zh="近期抱怨"), unit="share"),
    Column(name="share_before", label=Name(en="Complaints before", zh="此前抱怨"), unit="share"),
    Column(name="quote", label=Name(en="In a customer’s words", zh="顾客原话")),
    Column(name="review_id", label=Name(en="Review", zh="评价编号")),
)


@dataclass(frozen=True)
class Findings:
    """What the reviews asked about say.

    Attributes:
        reading: All reviews of the store.
        voices: What each says of each theme.
        kept: Reviews that meet the conditions, whatever their day: `[n_reviews]`.
        within: Those of the days asked for.
        scope: How a sentence names them.
        periods: Days held against earlier ones, and these; `None` where reviews have no days.
        days: `[n_reviews]` flags of either.
        top_n: Themes listed.
    """

    reading: Reading
    voices: Voices
    kept: Flags
    within: Flags
    scope: Name
    periods: tuple[Period, Period] | None
    days: tuple[Flags, Flags] | None
    top_n: int

    @cached_property
    def names(self) -> list[Name]:
        """What each theme is called, by place."""
        return list(self.reading.mentions.themes.values())

    @cached_property
    def counts(self) -> Counts:
        """Reviews of the days asked for by theme."""
        return self.voices.counts(self.kept & self.within)

    @cached_property
    def recent(self) -> tuple[Counts, Counts] | None:
        """The same of the days compared, and of the days before."""
        if self.days is None:
            return None
        now, before = (self.voices.counts(self.kept & each) for each in self.days)
        return now, before

    @cached_property
    def changed(self) -> list[Change]:
        """Changes of the shares, those beyond chance first."""
        return changes(*self.recent) if self.recent else []

    @property
    def few(self) -> list[Statement]:
        """A caveat where there are hardly any reviews."""
        n = self.counts.reviews
        return [says("themes-few", "caveat", {"n": Count(n=n)})] if n < FEW else []

    def ranked(self, by: Ints) -> list[int]:
        """Places of the themes enough reviews speak of, by `by`, the largest first."""
        return [int(t) for t in np.argsort(-by, kind="stable") if by[t] >= LEAST]

    def scoped(
        self, message: str, role: Role, needs: tuple[str, ...] = (), **values: Value
    ) -> Statement:
        """A statement that names the scope and counts its reviews."""
        return says(
            message,
            role,
            {"scope": self.scope, "all": Count(n=self.counts.reviews), **values},
            needs,
        )

    def overview(self) -> list[Statement]:
        """What is spoken of most, complained of most and praised most, with a quote each."""
        order = self.ranked(self.counts.n)
        if not order:
            return [self.scoped("themes-none", "answer")]
        shares = self.counts.share(self.counts.n)
        entries = tuple(
            Entry(what=self.names[t], figure=Share(ratio=float(shares[t]), digits=0))
            for t in order[:SPOKEN]
        )
        answer = self.scoped("themes-overview", "answer", themes=Listing(items=entries))
        return [answer, *self.of_mood(-1, "highlight", 1), *self.of_mood(1, "highlight", 1)]

    def of_mood(self, mood: int, role: Role = "answer", most: int = SPOKEN) -> list[Statement]:
        """What is complained of (-1) or praised (1) most, the first with a quote."""
        counted = self.counts.bad if mood < 0 else self.counts.good
        kind = "bad" if mood < 0 else "good"
        order = self.ranked(counted)
        if not order:
            return [self.scoped(f"themes-no-{kind}", role)]
        first, rest = order[0], order[1:SPOKEN]
        values: dict[str, Value] = {
            "theme": self.names[first],
            "n": Count(n=int(counted[first])),
            "share": Share(ratio=float(self.counts.share(counted)[first]), digits=0),
            "rest": Quote(text="yes" if rest else "no"),
            "others": Listing(
                items=tuple(
                    Entry(what=self.names[t], figure=Count(n=int(counted[t]))) for t in rest
                )
            ),
        }
        needs = ("themes-few",) if self.few else ("themes-rough",)
        said_first = self.scoped(f"themes-most-{kind}", role, needs, **values)
        told = order[:most]
        return [said_first, *(q for t in told for q in self.quoted(t, mood, 1))]

    def quoted(self, theme: int, mood: int, most: int) -> list[Statement]:
        """Quotes on a theme."""
        kind = "bad" if mood < 0 else "good"
        return [
            says(f"themes-quote-{kind}", "highlight", {"theme": self.names[theme], **quoted(each)})
            for each in self.said_of(theme, mood, most)
        ]

    def said_of(self, theme: int, mood: int, most: int = 1) -> list[Said]:
        """The plainest complaints or praise of a theme in the reviews asked about."""
        return quotes(self.reading, theme, mood, self.kept & self.within, most)

    def one(self, theme: int) -> list[Statement]:
        """How one theme does: how often, how it is felt, in which words."""
        counts, name = self.counts, self.names[theme]
        n = int(counts.n[theme])
        if not n:
            return [self.scoped("themes-unspoken", "answer", theme=name)]
        few = [says("themes-few", "caveat", {"n": Count(n=n)})] if n < FEW else []
        needs = ("themes-few",) if few else ("themes-rough",)
        answer = self.scoped(
            "themes-one",
            "answer",
            needs,
            theme=name,
            n=Count(n=n),
            share=Share(ratio=n / counts.reviews, digits=0),
            good=Share(ratio=float(counts.good[theme]) / n, digits=0),
            bad=Share(ratio=float(counts.bad[theme]) / n, digits=0),
        )
        return [
            answer,
            *self._stars(theme),
            *self.quoted(theme, -1, 2),
            *self.quoted(theme, 1, 2),
            *self._one_changed(theme),
            *few,
        ]

    def _stars(self, theme: int) -> list[Statement]:
        own, others = self._rated(theme)
        if min(len(own), len(others)) < FEW:
            return []
        values = {"stars": float(own.mean()), "others": float(others.mean())}
        figures = {name: Number(value=value, digits=1) for name, value in values.items()}
        return [says("themes-stars", "highlight", {"theme": self.names[theme], **figures})]

    def _rated(self, theme: int) -> tuple[Floats, Floats]:
        speaks = np.zeros(len(self.kept), bool)
        speaks[self.voices.review[self.voices.theme == theme]] = True
        inside = self.kept & self.within & ~np.isnan(self.reading.stars)
        return self.reading.stars[inside & speaks], self.reading.stars[inside & ~speaks]

    def _one_changed(self, theme: int) -> list[Statement]:
        own = [each for each in self.changed if each.theme == theme]
        sure = [self.change(each, "highlight") for each in own if each.sure]
        if sure or not own or self.periods is None or self.recent is None:
            return sure
        now, before = self.recent
        worse = next((each for each in own if each.mood == "bad"), own[0])
        return [
            says(
                "themes-steady",
                "highlight",
                {
                    "theme": self.names[theme],
                    **self._spans(),
                    "mood": Quote(text=worse.mood),
                    "now": Share(ratio=worse.now),
                    "before": Share(ratio=worse.before),
                    "n": Count(n=now.reviews),
                    "n_before": Count(n=before.reviews),
                },
            )
        ]

    def what_changed(self, role: Role = "answer") -> list[Statement]:
        """The changes beyond chance, the largest first, or that there are none."""
        if self.periods is None or self.recent is None:
            return [says("themes-undated", role)] if role == "answer" else []
        now, before = self.recent
        sizes = {"n": Count(n=now.reviews), "n_before": Count(n=before.reviews)}
        if min(now.reviews, before.reviews) < FEW:
            if role != "answer":
                return []
            return [says("themes-change-few", role, {**self._spans(), **sizes})]
        sure = [each for each in self.changed if each.sure][:TOLD]
        if not sure:
            return [says("themes-no-change", role, {**self._spans(), **sizes})]
        first, *rest = sure
        told = [self.change(first, role), *(self.change(each, "highlight") for each in rest)]
        return [*told, says("themes-change-basis", "caveat", {**self._spans(), **sizes})]

    def change(self, change: Change, role: Role) -> Statement:
        """One change."""
        direction = "rose" if change.difference > 0 else "fell"
        return says(
            f"themes-{change.mood}-{direction}",
            role,
            {
                "theme": self.names[change.theme],
                **self._spans(),
                "now": Share(ratio=change.now),
                "before": Share(ratio=change.before),
                "points": Points(ratio=abs(change.difference)),
                "count": Count(n=change.n),
            },
        )

    def _spans(self) -> dict[str, Value]:
        assert self.periods is not None  # noqa: S101  # callers look first
        return {
            name: Span(first=each.first, last=each.last)
            for name, each in zip(("period", "earlier"), self.periods, strict=True)
        }

    def rows(self, order: Sequence[int], mood: int) -> tuple[dict[str, Cell], ...]:
        """A row for each theme of `order`, with the plainest words of that mood."""
        return tuple(self._row(theme, mood) for theme in order[: self.top_n])

    def _row(self, theme: int, mood: int) -> dict[str, Cell]:
        words = self.said_of(theme, mood) or self.said_of(theme, -mood)
        own, _others = self._rated(theme)
        shares = [each.share(each.bad)[theme] for each in self.recent or ()]
        return {
            "theme": self.names[theme].en,
            "reviews": int(self.counts.n[theme]),
            "share": float(self.counts.share(self.counts.n)[theme]),
            "praise": int(self.counts.good[theme]),
            "complaints": int(self.counts.bad[theme]),
            "stars": float(own.mean()) if len(own) else None,
            "share_now": float(shares[0]) if shares else None,
            "share_before": float(shares[1]) if shares else None,
            "quote": words[0].text.en if words else None,
            "review_id": words[0].ids.en if words else None,
        }


CHART = Chart(
    kind="bar",
    title=Name(en="Praise and complaints by theme", zh="各话题的好评与抱怨"),
    x="theme",
    y=("praise", "complaints"),
)
