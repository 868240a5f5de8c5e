"""How well purchases are predicted on real shops, at several cuts in turn.

Each cut is judged as if the data ended after its period. One cut of a small shop says little about
calibration (see `ECE by chance`), so the figures of all cuts are shown together as well.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np

from assistant.settings import Settings
from assistant.workbench import Workbench
from tests.benchmarks.shops import SHOPS
from tools.prediction import estimators
from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.config import PurchaseConfig
from tools.prediction.features import Floats
from tools.prediction.history import History
from tools.prediction.scores import calibration_error, error_by_chance
from tools.prediction.training import Judged, Run
from tools.store.store import Store

PERIODS = {"online-retail": 4, "taobao": 3, "complete-journey": 6}
SHOWN = ("average_precision", "roc_auc", "brier", "ece", "ece_by_chance", "lift_at_10", "f1")
SERVED = "(what served)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shops", nargs="*", help="of these alone; or a workspace's folder")
    parser.add_argument("--periods", type=int, help="periods judged")
    parser.add_argument("--seed", type=int, default=estimators.SEED, help="of trees, Transformer")
    parser.add_argument("--quick", action="store_true", help="leave the Transformer out")
    given = parser.parse_args()
    for name in given.shops or SHOPS:
        make, horizon = _shop(name)
        config = PurchaseConfig(horizon_days=horizon, transformer=not given.quick)
        with _seeded(given.seed):
            judge_all(name, make(), config, given.periods or PERIODS.get(name, 3))


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    settings = partial(BehaviourSettings, seed=seed)
    trees = patch.object(estimators, "SEED", seed)
    with trees, patch("tools.prediction.sequential.BehaviourSettings", settings):
        yield


def _shop(name: str) -> tuple[Callable[[], Store], int]:
    if name in SHOPS:
        return SHOPS[name]
    return lambda: Workbench(Settings(workspace=Path(name))).store, 30


def judge_all(name: str, store: Store, config: PurchaseConfig, periods: int) -> None:
    """Print every model's figures at each of the last `periods` periods, and over all."""
    history, horizon = History(store), config.horizon_days
    last = Run.of(history, config).plan.test + timedelta(days=horizon)
    said: dict[str, list[tuple[Floats, Floats]]] = defaultdict(list)
    figures: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for back in range(periods):
        started = time.perf_counter()
        run = Run.of(history, config, end=last - back * timedelta(days=horizon))
        judged = run.judge()
        seconds, card = time.perf_counter() - started, judged.card
        print(
            f"\n{name}, {horizon} days from {card.cut}: {card.comparison.n} users, base rate "
            f"{card.base_rate:.3f}, {seconds:.1f} s; {card.served} serves"
        )
        for model, found in card.comparison.models.items():
            row = {each: found[each].value for each in SHOWN}
            _print(model, row)
            for key in (model, SERVED) if model == card.served else (model,):
                figures[key].append(row)
                said[key].append(_said(run, judged, model))
    print(f"\n{name}, mean of {periods} periods; calibration over all of them together")
    for model, rows in figures.items():
        mean = {each: float(np.mean([row[each] for row in rows])) for each in SHOWN}
        bought, probability = (np.concatenate(part) for part in zip(*said[model], strict=True))
        mean["ece"] = calibration_error(bought, probability)
        mean["ece_by_chance"] = error_by_chance(probability)
        _print(model, mean)


def _said(run: Run, judged: Judged, model: str) -> tuple[Floats, Floats]:
    calibration = judged.trials.calibration(model, run.plan.validation)
    bought, logits = judged.trials.bought[run.plan.test], judged.trials.logits[model]
    return bought, calibration.probability(logits[run.plan.test])


def _print(model: str, row: Mapping[str, float]) -> None:
    print(f"  {model:20}" + "".join(f" {name} {row[name]:.3f}" for name in SHOWN), flush=True)


if __name__ == "__main__":
    main()
