"""How well items are recommended on real shops' last days, beside RecTools' SASRec.

    python -m tests.benchmarks.item_recommendation [--shops NAME …] [--rectools PYTHON] [--seeds N]
        [--minutes M]

RecTools does not install beside Storewise's NumPy, so it runs in the interpreter PYTHON (one with
`pip install "rectools[torch]"`); without one its row is missing.
"""

import argparse
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from tests.benchmarks.shops import SHOPS
from tools.prediction.comparison import Figure
from tools.prediction.items.interactions import Interactions, Rows, places
from tools.prediction.items.judging import Trial
from tools.prediction.items.measures import LENGTH, figures
from tools.prediction.items.ranking import listed

SASREC = Path(__file__).with_name("sasrec.py")


def sasrec(trial: Trial, python: str, seed: int, minutes: int) -> dict[str, Figure]:
    """Figures of SASRec on the test period, its lists treated like all others."""
    knowledge = trial.knowledge(trial.cuts.test)
    truth = trial.truth(knowledge.seen)
    scores = _scores(knowledge.seen, truth.users, python, seed, minutes)
    return figures(listed(scores, knowledge, truth.users, LENGTH, None), truth)


def _scores(seen: Interactions, users: Rows, python: str, seed: int, minutes: int) -> csr_array:
    told = pd.DataFrame({
        "user_id": seen.user_ids[seen.user],
        "item_id": seen.item_ids[seen.item],
        "datetime": pd.Timestamp(seen.cut) - pd.to_timedelta(seen.age, unit="D"),
        "weight": 1.0,
    })  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{name}.parquet" for name in ("interactions", "users", "out")]
        told.to_parquet(files[0])
        pd.DataFrame({"user_id": seen.user_ids[users]}).to_parquet(files[1])
        words = [str(SASREC), *map(str, files), str(seed), str(minutes)]
        subprocess.run([python, *words], check=True)  # noqa: S603  ours
        found = pd.read_parquet(files[2])
    rows = places(seen.user_ids[users], found["user_id"].to_numpy(dtype=object))
    items = places(seen.item_ids, found["item_id"].to_numpy(dtype=object))
    score = 1 / found["rank"].to_numpy(dtype=np.float32)
    scores = csr_array((score, (rows, items)), shape=(len(users), seen.shape[1]))
    scores.sort_indices()
    return scores


def show(models: Mapping[str, Mapping[str, Figure]]) -> None:
    """Print a line a model."""
    columns = list(next(iter(models.values())))
    print(" " * 18 + "".join(f"{column:>25}" for column in columns))
    for model, own in models.items():
        cells = [
            f"{f.value:.4f}" + (f" ({f.low:.3f}-{f.high:.3f})" if f.low is not None else "")
            for f in own.values()
        ]
        print(f"{model:18}" + "".join(f"{cell:>25}" for cell in cells), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shops", nargs="+", default=list(SHOPS), choices=list(SHOPS))
    parser.add_argument("--rectools", metavar="PYTHON")
    parser.add_argument("--seeds", type=int, default=1, help="times SASRec is trained")
    parser.add_argument("--minutes", type=int, default=120, help="that SASRec learns, at most")
    asked = parser.parse_args()
    for name in asked.shops:
        make, horizon = SHOPS[name]
        started = time.perf_counter()
        trial = Trial.of(make(), horizon)
        comparison, _lessons = trial.judged()
        seconds = time.perf_counter() - started
        print(
            f"\n{name}: cut {comparison.cut}, {comparison.horizon_days} days, {comparison.n} "
            f"users, serves {comparison.served}, {seconds:.0f} s"
        )
        show(comparison.models)
        for seed in range(asked.seeds if asked.rectools else 0):
            show({f"sasrec seed {seed}": sasrec(trial, asked.rectools, seed, asked.minutes)})


if __name__ == "__main__":
    main()
