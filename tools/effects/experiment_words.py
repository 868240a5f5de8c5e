"""An experiment's answer in words, with its table."""

from pathlib import Path

from tools.effects.columns import LeftOut
from tools.effects.difference import Estimate, is_binary
from tools.effects.experiment import TOLD, Experiment
from tools.effects.figures import digits_of, interval
from tools.effects.table import Trial
from tools.prediction.customers.words import said
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import Count, Language, Listing, Name, Number, Quote, Share, Value

TOOL = "experiment"
RARE = 0.001  # p below which outcomes are missing for a reason
SUSPECT = 3  # columns that differ between random arms and still may be of after


def answer(experiment: Experiment, source: str = "") -> ToolResult:
    """`experiment` as a tool's result; `source` names the file it was read from."""
    ranking = experiment.ranking
    sizes = experiment.trial.sizes
    return ToolResult(
        tool=TOOL,
        columns=_columns(experiment) if ranking else (),
        rows=_rows(experiment),
        statements=tuple(_statements(experiment)),
        chart=_chart() if ranking else None,
        provenance=Provenance(
            tables=(Path(source).name,) if source else (), row_count=sizes[0] + sizes[1]
        ),
    )


def why(experiment: Experiment, language: Language = "en") -> str:
    """The recommendation and its reason, as one sentence."""
    return Speaker(language).fact(_advice(experiment)).text


def _advice(experiment: Experiment) -> Statement:
    advice = experiment.recommendation
    values: dict[str, Value] = {
        **interval(experiment.effect, experiment.binary),
        "treatment": Quote(text=experiment.arms[0]),
        "outcome": Quote(text=experiment.name),
        "ranked": Quote(text="yes" if experiment.ranking else "no"),
        "cost": _amount(experiment, experiment.cost),
    }
    needs = ["experiment-effect"]
    if experiment.ranking is not None:
        place = experiment.ranking.at(advice.share or 0) if advice.why in ("better", "pays") else 2
        first, rest = experiment.ranking.uplift[place], experiment.ranking.rest[place]
        values |= interval(first, experiment.binary, "first_")
        values |= interval(rest, experiment.binary, "rest_")
        values["share"] = Share(ratio=experiment.ranking.shares[place], digits=0)
        needs.append("experiment-ranking")
    return said(f"experiment-{advice.why}", "answer", tuple(needs), **values)


def _amount(experiment: Experiment, amount: float) -> Number:
    factor = 100.0 if experiment.binary else 1.0
    return Number(value=amount * factor, digits=digits_of(experiment.effect.se * factor))


def _statements(experiment: Experiment) -> list[Statement]:
    told = [_advice(experiment), _effect(experiment)]
    told += [_ranking(experiment), said("experiment-how", "caveat")] if experiment.ranking else []
    return [*told, *_cautions(experiment), *_left_out(experiment)]


def _effect(experiment: Experiment) -> Statement:
    return told_effect(
        "experiment-effect",
        experiment.effect,
        experiment.means,
        experiment.trial,
        outcome=experiment.name,
        treatment=experiment.arms[0],
        control=experiment.arms[1],
    )


def told_effect(
    message: str, effect: Estimate, means: tuple[float, float], trial: Trial, **names: str
) -> Statement:
    """Both arms' means and the effect, as `message` says them; `names` are quoted."""
    binary = is_binary(trial.outcome)
    shown: dict[str, Value] = {
        name: Share(ratio=mean, digits=2) if binary else Number(value=mean, digits=2)
        for name, mean in zip(("mean", "other_mean"), means, strict=True)
    }
    return said(
        message,
        "highlight",
        (),
        **interval(effect, binary),
        **shown,
        **{name: Quote(text=text) for name, text in names.items()},
        n=Count(n=trial.sizes[0]),
        other_n=Count(n=trial.sizes[1]),
        sure=Quote(text="yes" if effect.sure else "no"),
    )


def _ranking(experiment: Experiment) -> Statement:
    ranking = experiment.ranking
    assert ranking is not None  # noqa: S101  # the caller looked
    values: dict[str, Value] = {}
    for share in TOLD:
        found = ranking.uplift[ranking.at(share)]
        values |= interval(found, experiment.binary, f"at{share:.0%}_".replace("%", ""))
        values[f"share{share:.0%}".replace("%", "")] = Share(ratio=share, digits=0)
    values |= interval(ranking.everyone, experiment.binary, "all_")
    values |= interval(ranking.qini, experiment.binary, "qini_")
    values["better"] = Quote(text="yes" if ranking.qini.low > 0 else "no")
    return said("experiment-ranking", "highlight", ("experiment-how",), **values)


def _cautions(experiment: Experiment) -> list[Statement]:
    trial, told = experiment.trial, []
    if experiment.ranking is None:
        told.append(said("experiment-unlearnable", "caveat"))
    elif experiment.n_ranked < len(trial.outcome):
        told.append(said("experiment-drawn", "caveat", n=Count(n=experiment.n_ranked)))
    differing = [each for each in trial.left_out if each.reason == "differs"]
    if len(differing) > SUSPECT and len(differing) > trial.columns // 3:
        told.append(said("experiment-not-random", "caveat", n=Count(n=len(differing))))
    if trial.unit is not None and trial.clusters is not None:
        n = Count(n=len(set(trial.clusters.tolist())))
        told.append(said("experiment-units", "caveat", unit=Quote(text=trial.unit), n=n))
    if trial.without_outcome:
        apart = Quote(text="yes" if trial.attrition < RARE else "no")
        n = Count(n=trial.without_outcome)
        told.append(said("experiment-missing", "caveat", n=n, apart=apart))
    return told


def _left_out(experiment: Experiment) -> list[Statement]:
    """Columns not learned from, by reason."""
    by_reason: dict[str, list[LeftOut]] = {}
    for each in experiment.trial.left_out:
        by_reason.setdefault(each.reason, []).append(each)
    return [
        said(
            f"experiment-left-{reason}",
            "caveat",
            columns=Listing(items=tuple(Name(en=each.column) for each in found)),
            n=Count(n=len(found)),
        )
        for reason, found in by_reason.items()
        if reason != "unit"
    ]


def _columns(experiment: Experiment) -> tuple[Column, ...]:
    points = (" (points)", "（百分点）") if experiment.binary else ("", "")

    def column(name: str, en: str, zh: str) -> Column:
        return Column(name=name, label=Name(en=en + points[0], zh=zh + points[1]), unit="number")

    return (
        Column(name="first", label=Name(en="ranked first", zh="排名靠前"), unit="share"),
        column("uplift", "their uplift", "这部分人的增量"),
        column("low", "lower end", "区间下限"),
        column("high", "upper end", "区间上限"),
        column("rest", "uplift of the rest", "其余人的增量"),
        column("rest_low", "lower end of the rest", "其余人下限"),
        column("rest_high", "upper end of the rest", "其余人上限"),
    )


def _rows(experiment: Experiment) -> tuple[dict[str, Cell], ...]:
    ranking = experiment.ranking
    if ranking is None:
        return ()
    factor = 100.0 if experiment.binary else 1.0
    return tuple(
        {
            "first": share,
            "uplift": first.value * factor,
            "low": first.low * factor,
            "high": first.high * factor,
            "rest": rest.value * factor,
            "rest_low": rest.low * factor,
            "rest_high": rest.high * factor,
        }
        for share, first, rest in zip(ranking.shares, ranking.uplift, ranking.rest, strict=True)
    )


def _chart() -> Chart:
    title = Name(en="Uplift by share of people ranked first", zh="按排名靠前的人群比例看增量")
    return Chart(kind="line", title=title, x="first", y=("uplift",), band=("low", "high"))
