"""How many users a second the trained purchase predictor scores: `scoring_speed WORKSPACE`.

The users' features (or sequences) are read once beforehand and timed apart.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np

from assistant.settings import Settings
from assistant.workbench import Workbench
from tools.prediction.contest import Blend
from tools.prediction.history import History
from tools.prediction.saved import load
from tools.prediction.training import Run

REPEATS = 3


def main(folder: str) -> None:
    bench = Workbench(Settings(workspace=Path(folder)))
    predictor = load(bench.models)
    run = Run.of(History(bench.store), predictor.card.config)
    run.windows = predictor.card.windows
    started = time.perf_counter()
    seen = run.seen(bench.store.today + timedelta(days=1))
    n = len(seen.features.user_ids)
    print(f"{n} users, {predictor.card.served} serves")
    print(f"reading the features: {n / (time.perf_counter() - started):,.0f} users/s")
    show("probabilities", n, lambda: predictor.probability(seen))
    if isinstance(predictor.model, Blend):
        for name, part in predictor.model.parts.items():
            show(f"  of which {name}", n, lambda part=part: part.logits(seen))
    rows = np.arange(min(n, 500))
    show("reasons", len(rows), lambda: predictor.themes(seen, rows))


def show(what: str, n: int, work: Callable[[], object]) -> None:
    """Print the best of a few runs."""
    seconds = []
    for _ in range(REPEATS + 1):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    print(f"{what}: {n / min(seconds[1:]):,.0f} users/s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
