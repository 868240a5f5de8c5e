"""How well interest tags foresee the category of later purchases, beside simpler rankings.

Run: `python -m tests.benchmarks.interest_tags WORKSPACE [--days 60]`. Each customer who bought in
the last days of the data is looked at as she stood before them; a hit is a category she then bought
from among the first k of a ranking. Prints a Markdown table.
"""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from ibis import _
from numpy.typing import NDArray

from assistant.settings import Settings
from assistant.workbench import Workbench
from tools.prediction.activity import actions
from tools.prediction.comparison import bootstrapped
from tools.segments.interests import Evidence, Interests, day_after


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--most", type=int, default=2000, help="customers looked at")
    asked = parser.parse_args()
    bench = Workbench(Settings(workspace=asked.workspace))
    interests = Interests(bench.store, bench.embedder.queries)
    cut = day_after(bench.store.today) - timedelta(days=asked.days)
    truth = later(interests, cut)
    chosen = sorted(truth)
    if len(chosen) > asked.most:
        chosen = [
            str(u) for u in np.random.default_rng(1).choice(chosen, asked.most, replace=False)
        ]
    evidence = interests.evidence(cut, chosen)
    prior = interests.prior(cut)
    bought = np.array([truth[user] for user in evidence.user_ids])
    rankings = {
        "popularity": np.tile(prior, (len(bought), 1)),
        "categories acted on": plain(interests, evidence),
        "interest tags": interests.scores(evidence, prior),
    }
    write = sys.stdout.write
    write(f"{len(bought)} customers, {asked.days} days, {len(prior)} categories\n\n")
    write("| ranking | hit@1 | hit@3 |\n|---|---|---|\n")
    for name, scores in rankings.items():
        cells = [cell(scores, bought, k) for k in (1, 3)]
        write(f"| {name} | {' | '.join(cells)} |\n")


def later(interests: Interests, cut: date) -> dict[str, NDArray[np.bool_]]:
    """Categories each customer bought from on and after `cut`: [n_tags]."""
    items = interests.store.table("items").filter(_.category.notnull())
    acts = actions(interests.store).filter(_.kind == "purchase", _.time.date() >= cut)
    pairs = acts.inner_join(items, "item_id").select("user_id", "category").distinct()
    places = {tag: place for place, tag in enumerate(interests.tags)}
    found: dict[str, NDArray[np.bool_]] = {}
    for row in pairs.to_pyarrow().to_pylist():
        own = found.setdefault(row["user_id"], np.zeros(len(places), dtype=bool))
        own[places[row["category"]]] = True
    return found


def plain(interests: Interests, evidence: Evidence) -> NDArray[np.float64]:
    """Weighted counts of the categories of items alone: no texts, no shrinkage."""
    scores = np.zeros((len(evidence.user_ids), len(interests.tags)))
    own = evidence.own[evidence.columns]
    known = own >= 0
    np.add.at(scores, (evidence.rows[known], own[known]), evidence.weights[known])
    return scores


def cell(scores: NDArray[np.float64], bought: NDArray[np.bool_], k: int) -> str:
    """Hit rate among the first `k`, with its interval."""
    first = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    hits = np.asarray(np.take_along_axis(bought, first, axis=1).sum(axis=1) > 0)
    found = bootstrapped(lambda rows: {"hit": float(hits[rows].mean())}, len(hits))["hit"]
    return f"{found.value:.3f} ({found.low:.3f}–{found.high:.3f})"


if __name__ == "__main__":
    main()
