"""Training every model of a store, one after the other; each is swapped in when it is whole."""

from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel

from tools.errors import ToolError
from tools.prediction.comparison import Comparison, Task
from tools.prediction.config import ModelCard, PurchaseConfig
from tools.prediction.progress import Progress, no_progress, within
from tools.prediction.retraining import train as train_purchase
from tools.prediction.saved import load
from tools.store.store import Store

PARTS: dict[Task, float] = {"purchase": 0.55, "items": 0.25, "timing": 0.1, "lifetime": 0.1}
"""Tasks with models of their own, and the part of the time each takes."""


class Serving(BaseModel, frozen=True):
    """What serves after a training.

    Attributes:
        purchase: Card of the purchase model.
        others: The other tasks' models, compared.
        unable: Why a task has no model, in a sentence.
    """

    purchase: ModelCard | None = None
    others: dict[Task, Comparison] = {}
    unable: dict[Task, str] = {}

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The models that serve beside those they beat, one comparison a task."""
        first = () if self.purchase is None else (self.purchase.comparison,)
        return (*first, *self.others.values())


def train_all(
    store: Store,
    models_folder: Path,
    progress: Progress = no_progress,
    force: bool = False,
    transformer: bool = True,
) -> Serving:
    """Train every model the data allow; those that serve go on serving until theirs is whole.

    Args:
        store: Whose models.
        models_folder: Folder of the workspace's models.
        progress: Told the part done, 0-1.
        force: Take the new purchase model even where the old one did better.
        transformer: Whether the behaviour Transformer competes, which takes minutes.

    Raises:
        ToolError: If the data allow none.
    """
    done, found, last = 0.0, Serving(), None
    for task, part in PARTS.items():
        try:
            own = within(progress, done, part)
            if task == "purchase":
                config = PurchaseConfig(transformer=transformer)
                card = train_purchase(store, models_folder, config, own, force)
                found = found.model_copy(update={"purchase": card})
            else:
                comparison = _train(task, store, models_folder, own)
                found = found.model_copy(update={"others": {**found.others, task: comparison}})
        except ToolError as error:
            last = error
            found = found.model_copy(update={"unable": {**found.unable, task: str(error)}})
        done += part
        progress(done)
    if last is not None and len(found.unable) == len(PARTS):
        raise last
    return found


def served(models_folder: Path) -> Serving:
    """The models that serve now."""
    found = Serving()
    for task in PARTS:
        try:
            if task == "purchase":
                found = found.model_copy(update={"purchase": load(models_folder).card})
            else:
                others = {**found.others, task: _LOADS[task](models_folder)}
                found = found.model_copy(update={"others": others})
        except ToolError as error:
            found = found.model_copy(update={"unable": {**found.unable, task: str(error)}})
    return found


def _train(task: Task, store: Store, models_folder: Path, progress: Progress) -> Comparison:
    if task == "items":
        from tools.prediction.items.training import train as train_items  # slow libraries

        return train_items(store, models_folder, progress).comparison
    if task == "timing":
        from tools.prediction.timing.training import train as train_timing

        return train_timing(store, models_folder, progress).comparison
    from tools.prediction.lifetime.training import train as train_lifetime

    return train_lifetime(store, models_folder, progress).comparison


def _items(models_folder: Path) -> Comparison:
    from tools.prediction.items.saved import load as load_items

    return load_items(models_folder).card.comparison


def _timing(models_folder: Path) -> Comparison:
    from tools.prediction.timing.saved import load as load_timing

    return load_timing(models_folder).card.comparison


def _lifetime(models_folder: Path) -> Comparison:
    from tools.prediction.lifetime.saved import load as load_lifetime

    return load_lifetime(models_folder).card.comparison


_LOADS: dict[Task, Callable[[Path], Comparison]] = {
    "items": _items,
    "timing": _timing,
    "lifetime": _lifetime,
}
