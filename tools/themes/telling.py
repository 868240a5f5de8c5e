"""What is said of themes: most spoken of, complained of and praised, one alone, what changed."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import stats

from tools.metrics.significance import FEW, SURE
from tools.review_quotes import says
from tools.themes.counting import Change
from tools.themes.findings import Findings
from tools.themes.months import trend
from tools.themes.quotes import quoted
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
TOLD = 3  # changes told, items named
LEAST_COMPLAINTS = 5  # about one item that is named for them
KINDS = {-1: "bad", 1: "good"}


def overview(found: Findings) -> list[Statement]:
    """What is spoken of most, complained of most and praised most, with a quote each."""
    order = found.ranked(found.counts.n)
    if not order:
        return [found.scoped("themes-none", "answer")]
    shares = found.counts.share(found.counts.n)
    entries = tuple(
        Entry(what=found.names[t], figure=Share(ratio=float(shares[t]), digits=0))
        for t in order[:SPOKEN]
    )
    answer = found.scoped("themes-overview", "answer", themes=Listing(items=entries))
    return [answer, *of_mood(found, -1, "highlight", 1), *of_mood(found, 1, "highlight", 1)]


def of_mood(
    found: Findings, mood: int, role: Role = "answer", most: int = SPOKEN
) -> list[Statement]:
    """What is complained of (-1) or praised (1) most, with quotes on the first `most`."""
    counted = found.counts.bad if mood < 0 else found.counts.good
    order = found.ranked(counted)
    if not order:
        return [found.scoped(f"themes-no-{KINDS[mood]}", role)]
    first, rest = order[0], order[1:SPOKEN]
    others = (Entry(what=found.names[t], figure=Count(n=int(counted[t]))) for t in rest)
    needs = ("themes-few",) if found.few else ("themes-rough",)
    leading = found.scoped(
        f"themes-most-{KINDS[mood]}", role, needs, theme=found.names[first],
        n=Count(n=int(counted[first])), rest=Quote(text="yes" if rest else "no"),
        share=Share(ratio=float(found.counts.share(counted)[first]), digits=0),
        others=Listing(items=tuple(others)),
    )  # fmt: skip
    return [leading, *(quote for t in order[:most] for quote in _quotes(found, t, mood, 1))]


def _quotes(found: Findings, theme: int, mood: int, most: int) -> list[Statement]:
    values: dict[str, Value] = {"theme": found.names[theme]}
    return [
        says(f"themes-quote-{KINDS[mood]}", "highlight", {**values, **quoted(each)})
        for each in found.said_of(theme, mood, most)
    ]


def one(found: Findings, theme: int, items: Mapping[str, Name]) -> list[Statement]:
    """How one theme does: how often, how it is felt, where, since when, in which words."""
    counts, name = found.counts, found.names[theme]
    n = int(counts.n[theme])
    if not n:
        return [found.scoped("themes-unspoken", "answer", theme=name)]
    few = [says("themes-few", "caveat", {"n": Count(n=n)})] if n < FEW else []
    answer = found.scoped(
        "themes-one", "answer", ("themes-few",) if few else ("themes-rough",), theme=name,
        n=Count(n=n), share=Share(ratio=n / counts.reviews, digits=0),
        good=Share(ratio=float(counts.good[theme]) / n, digits=0),
        bad=Share(ratio=float(counts.bad[theme]) / n, digits=0),
    )  # fmt: skip
    return [
        answer, *_stars(found, theme), *_worst(found, theme, items), *_quotes(found, theme, -1, 2),
        *_quotes(found, theme, 1, 2), *_one_changed(found, theme), *_trend(found, theme), *few,
    ]  # fmt: skip


def _stars(found: Findings, theme: int) -> list[Statement]:
    own, others = found.stars(theme)
    if min(len(own), len(others)) < FEW:
        return []
    values = {"stars": float(own.mean()), "others": float(others.mean())}
    figures = {name: Number(value=value, digits=1) for name, value in values.items()}
    return [says("themes-stars", "highlight", {"theme": found.names[theme], **figures})]


def _worst(found: Findings, theme: int, items: Mapping[str, Name]) -> list[Statement]:
    """Items of which more reviews complain than of the others, beyond chance.

    Exact binomial tests, guarded together (Benjamini & Hochberg 1995).
    """
    complains = np.zeros(len(found.kept), bool)
    complains[found.voices.review[found.voices.bad & (found.voices.theme == theme)]] = True
    ids = np.array(found.reading.table["item_id"].to_pylist(), object)[found.asked]
    bad = complains[found.asked]
    which, place = np.unique([str(item or "") for item in ids], return_inverse=True)
    n, hits = np.bincount(place), np.bincount(place, bad).astype(int)
    able = np.flatnonzero((hits >= LEAST_COMPLAINTS) & (which != ""))
    if len(which) < 2 or not len(able):
        return []
    usual = float(bad.mean())
    p = [stats.binomtest(int(hits[i]), int(n[i]), usual, "greater").pvalue for i in able]
    sure = able[stats.false_discovery_control(p) <= SURE]
    order = sorted(sure, key=lambda i: (-hits[i], which[i]))[:TOLD]
    entries = tuple(
        Entry(what=items.get(which[i], Name(en=which[i])), figure=Count(n=int(hits[i])))
        for i in order
    )
    if not entries:
        return []
    values: dict[str, Value] = {"items": Listing(items=entries), "usual": Share(ratio=usual)}
    return [says("themes-items", "highlight", values)]


def _trend(found: Findings, theme: int) -> list[Statement]:
    over = trend(found.months(theme))
    if over is None:
        return []
    kind = ("rose" if over.last > over.first else "fell") if over.sure else "none"
    values: dict[str, Value] = {
        "months": Count(n=over.months),
        "first": Share(ratio=over.first),
        "last": Share(ratio=over.last),
    }
    return [says(f"themes-trend-{kind}", "highlight", values)]


def _one_changed(found: Findings, theme: int) -> list[Statement]:
    own = [each for each in found.changed if each.theme == theme]
    sure = [_change(found, each, "highlight") for each in own if each.sure]
    if sure or not own:
        return sure
    worse = next((each for each in own if each.mood == "bad"), own[0])
    shares = {"now": Share(ratio=worse.now), "before": Share(ratio=worse.before)}
    values = {**_spans(found), **shares, "mood": Quote(text=worse.mood)}
    return [says("themes-steady", "highlight", values)]


def what_changed(found: Findings, role: Role = "answer") -> list[Statement]:
    """The changes beyond chance, the largest first, or that there are none."""
    if found.recent is None:
        return [says("themes-undated", role)] if role == "answer" else []
    now, before = found.recent
    sizes = {"n": Count(n=now.reviews), "n_before": Count(n=before.reviews)}
    values = {**_spans(found), **sizes}
    if min(now.reviews, before.reviews) < FEW:
        return [says("themes-change-few", role, values)] if role == "answer" else []
    sure = [each for each in found.changed if each.sure][:TOLD]
    if not sure:
        return [says("themes-no-change", role, values)]
    return [*_changes(found, sure, role), says("themes-change-basis", "caveat", values)]


def _changes(found: Findings, sure: Sequence[Change], role: Role) -> list[Statement]:
    first, *rest = sure
    worse = next((quote for quote in _quotes(found, first.theme, -1, 1)), None)
    told = [_change(found, first, role), *([worse] if worse and first.mood == "bad" else [])]
    return [*told, *(_change(found, each, "highlight") for each in rest)]


def _change(found: Findings, change: Change, role: Role) -> Statement:
    direction = "rose" if change.difference > 0 else "fell"
    values: dict[str, Value] = {
        "theme": found.names[change.theme],
        "now": Share(ratio=change.now),
        "before": Share(ratio=change.before),
        "points": Points(ratio=abs(change.difference)),
        "count": Count(n=change.n),
    }
    return says(f"themes-{change.mood}-{direction}", role, {**_spans(found), **values})


def _spans(found: Findings) -> dict[str, Value]:
    """Both periods compared; none where reviews have no days."""
    return {
        name: Span(first=each.first, last=each.last)
        for name, each in zip(("period", "earlier"), found.periods or (), strict=False)
    }
