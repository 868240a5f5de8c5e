"""How well everything is predicted on the store's last days, which no model saw."""

from collections.abc import Callable, Mapping

from pydantic import BaseModel

from tools.errors import ToolError
from tools.prediction.comparison import Comparison, Task
from tools.prediction.config import Group, PurchaseConfig
from tools.prediction.fairness import warnings
from tools.prediction.history import History
from tools.prediction.training import Progress, Run, no_progress
from tools.store.store import Store
from tools.wording.speaker import Speaker

Judge = Callable[[History, int | None], Comparison]


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


def judge(
    history: History, horizon_days: int | None = None, progress: Progress = no_progress
) -> Comparison:
    """Every purchase model on the last `horizon_days` of `history`; 30 days where `None`.

    Where the data are short the horizon shrinks to a sixth of them. Everything before `cut` is all
    that training, choosing and calibrating see.

    Raises:
        ToolError: If the data are too short or have too few buyers.
    """
    return _purchase(history, horizon_days, progress)[0]


JUDGES: Mapping[Task, Judge] = {}
"""How each task but purchases is judged."""


def evaluate(
    store: Store,
    task: Task | None = None,
    horizon_days: int | None = None,
    progress: Progress = no_progress,
) -> Report:
    """Judge one task, or every one; what cannot be judged says why."""
    history, report = History(store), Report()
    tasks: tuple[Task, ...] = ("purchase", *JUDGES) if task is None else (task,)
    for i, each in enumerate(tasks):
        try:
            report = _with(report, each, history, horizon_days)
        except ToolError as error:
            unable = {**report.unable, each: str(error)}
            report = report.model_copy(update={"unable": unable})
        progress((i + 1) / len(tasks))
    return report


def _with(report: Report, task: Task, history: History, horizon_days: int | None) -> Report:
    if task != "purchase":
        found = JUDGES[task](history, horizon_days)
        return report.model_copy(update={"comparisons": (*report.comparisons, found)})
    found, groups = _purchase(history, horizon_days, no_progress)
    told = warnings(groups, history.store)
    said = tuple(Speaker("en").fact(statement).text for statement in told)
    return report.model_copy(
        update={"comparisons": (found, *report.comparisons), "groups": groups, "warnings": said}
    )


def _purchase(
    history: History, horizon_days: int | None, progress: Progress
) -> tuple[Comparison, tuple[Group, ...]]:
    config = PurchaseConfig(horizon_days=horizon_days) if horizon_days else PurchaseConfig()
    card = Run.of(history, config).judge(progress).card
    return card.comparison, card.groups
