"""Whether the reasons a trained predictor gives are those the demo store was made with.

`true_drivers WORKSPACE`: a demo store and its trained predictor. The simulator lets a visit end in
a purchase by the customer's loyalty, what she lately viewed and put in the cart, and lets her visit
until she is lost (`demo_truth.json`). Nothing there makes weekends or returns matter.
"""

import json
import sys
from datetime import timedelta
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from assistant.settings import Settings
from assistant.workbench import Workbench
from tools.prediction.history import History
from tools.prediction.saved import load
from tools.prediction.training import Run

SAMPLED = 3000
DRIVERS = {
    "frequency": "loyalty",
    "value": "loyalty",
    "cart": "recent cart",
    "views": "recent interest",
    "activity": "not lost",
    "recency": "not lost",
}
"""Theme of the reasons: what of the truth it should follow."""


def main(folder: str) -> None:
    bench = Workbench(Settings(workspace=Path(folder)))
    predictor = load(bench.models)
    run = Run.of(History(bench.store), predictor.card.config)
    run.windows = predictor.card.windows
    seen = run.seen(bench.store.today + timedelta(days=1))
    features = seen.features
    n = min(SAMPLED, len(features.user_ids))
    rows = np.sort(np.random.default_rng(1).choice(len(features.user_ids), n, replace=False))
    truth = json.loads((Path(folder) / "demo_truth.json").read_text(encoding="utf-8"))
    loyalty = truth["customers"]["loyalty"]
    facts = {
        "loyalty": np.array([loyalty[str(features.user_ids[i])] for i in rows]),
        "recent cart": features.column("carts_7d")[rows],
        "recent interest": features.column("views_7d")[rows],
        "not lost": -features.column("days_since_active")[rows],
    }
    themes = predictor.themes(seen, rows)
    weight = {theme: float(np.abs(told - told.mean()).mean()) for theme, told in themes.items()}
    whole = sum(weight.values())
    print("| theme of the reasons | share of all reasons | follows | rank correlation |")
    print("|---|---|---|---|")
    for theme in sorted(weight, key=lambda name: -weight[name]):
        driver = DRIVERS.get(theme)
        found = spearmanr(themes[theme], facts[driver]).statistic if driver else np.nan
        follows = f"{driver} | {found:.2f}" if driver else "nothing in the simulator | "
        print(f"| {theme} | {weight[theme] / whole:.1%} | {follows} |")


if __name__ == "__main__":
    main(sys.argv[1])
