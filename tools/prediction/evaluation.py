"""How well everything is predicted on the store's last days, which no model saw."""

from collections.abc import Callable

from pydantic import BaseModel

from tools.errors import ToolError
from tools.prediction.comparison import Comparison, Task
from tools.prediction.config import Group, PurchaseConfig
from tools.prediction.contest import BEHAVIOUR
from tools.prediction.fairness import warnings
from tools.prediction.history import History
from tools.prediction.progress import Progress, no_progress
from tools.prediction.training import Run
from tools.store.store import Store
from tools.wording.speaker import Speaker

Judged = tuple[Comparison, tuple[Group, ...]]
Judge = Callable[[int | None], Judged]
DEEP: Task = "next_behaviour"
"""The task that only a Transformer is made for."""


class Report(BaseModel, frozen=True):
    """Everything that could be judged.

    Attributes:
        comparisons: One a task.
        groups: How groups of customers are served by the purchase model in use.
        warnings: Sentences about groups served worse than others.
        unable: Why a task could not be judged, in a sentence.
    """

    comparisons: tuple[Comparison, ...] = ()
    groups: tuple[Group, ...] = ()
    warnings: tuple[str, ...] = ()
    unable: dict[Task, str] = {}


def evaluate(
    store: Store,
    task: Task | None = None,
    horizon_days: int | None = None,
    transformer: bool = True,
    progress: Progress = no_progress,
) -> Report:
    """Judge one task, or every one; what cannot be judged says why.

    Args:
        store: Whose models.
        task: Only this one; by default all, but for `DEEP` without a Transformer.
        horizon_days: Days ahead; each task's own choice where `None`.
        transformer: Whether the behaviour Transformer competes, which takes minutes.
        progress: Told the part done, 0-1.
    """
    history, report = History(store), Report()
    judges = _judges(history, transformer)
    asked = tuple(judges) if task is None else (task,)
    if task is None and not transformer:
        asked = tuple(each for each in judges if each != DEEP)
    for i, each in enumerate(asked):
        try:
            comparison, groups = judges[each](horizon_days)
        except ToolError as error:
            unable = {**report.unable, each: str(error)}
            report = report.model_copy(update={"unable": unable})
        else:
            found = {"comparisons": (*report.comparisons, comparison)}
            report = report.model_copy(update=found | _told(groups, store))
        progress((i + 1) / len(asked))
    return report


def _told(groups: tuple[Group, ...], store: Store) -> dict[str, object]:
    if not groups:
        return {}
    said = tuple(Speaker("en").fact(statement).text for statement in warnings(groups, store))
    return {"groups": groups, "warnings": said}


def _judges(history: History, transformer: bool) -> dict[Task, Judge]:
    """How each task is judged; libraries that take seconds to import wait until then."""

    def purchase(days: int | None) -> Judged:
        card = _run(history, days, transformer).judge().card
        return card.comparison, card.groups

    def items(days: int | None) -> Judged:
        from tools.prediction.items.judging import judge

        until = _run(history, None, transformer).transformers.scorer if transformer else None
        return judge(history, days, until), ()

    def next_behaviour(days: int | None) -> Judged:
        from tools.prediction.behaviour.judging import judge

        return judge(history, days), ()

    def timing(days: int | None) -> Judged:
        from tools.prediction.timing.contest import judge
        from tools.prediction.timing.deep import rival

        rivals = {}
        if transformer:
            rivals[BEHAVIOUR] = rival(_run(history, None, transformer).transformers.scorer)
        return judge(history, rivals, days), ()

    def lifetime(days: int | None) -> Judged:
        from tools.prediction.lifetime.contest import judge

        return judge(history, days), ()

    return {
        "purchase": purchase,
        "items": items,
        "next_behaviour": next_behaviour,
        "timing": timing,
        "lifetime": lifetime,
    }


def _run(history: History, horizon_days: int | None, transformer: bool) -> Run:
    config = PurchaseConfig(transformer=transformer)
    if horizon_days:
        config = config.model_copy(update={"horizon_days": horizon_days})
    return Run.of(history, config)
