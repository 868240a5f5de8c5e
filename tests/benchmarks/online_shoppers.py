"""Which sessions end in a purchase: UCI Online Shoppers Purchasing Intention (Sakar et al. 2019).

The estimators are those of the purchase predictor; five folds, stratified, drawn three times.
Codes (system, browser, region, traffic, kind of visitor, month) become one column for each value;
numbered ones and the month keep a column of their number too.
"""

import time
from collections import defaultdict

import duckdb
import numpy as np
from sklearn.metrics import precision_recall_curve
from sklearn.model_selection import StratifiedKFold

from tests.benchmarks.shops import SHARED
from tools.prediction.estimators import ESTIMATORS, logits
from tools.prediction.features import Floats
from tools.prediction.scores import Ranking

FILE = SHARED / "online_shoppers_intention.parquet"
CODES = ("OperatingSystems", "Browser", "Region", "TrafficType", "VisitorType", "Month")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FOLDS, SEEDS = 5, (0, 1, 2)
SHOWN = ("roc_auc", "average_precision", "brier")


def main() -> None:
    values, names, bought = sessions()
    print(f"{len(bought)} sessions, {len(names)} columns, {bought.mean():.3f} bought")
    for name in ESTIMATORS:
        if name != "recency":  # sessions have none
            compare(name, values, names, bought)


def compare(name: str, values: Floats, names: tuple[str, ...], bought: Floats) -> None:
    """Print the mean over folds and draws, and its spread over draws."""
    found: dict[str, list[list[float]]] = defaultdict(list)
    started = time.perf_counter()
    for seed in SEEDS:
        drawn: dict[str, list[float]] = defaultdict(list)
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(values, bought)
        for taught, asked in folds:
            model = ESTIMATORS[name].fit(values[taught], bought[taught], names)
            told = logits(model, values[asked])
            ranked = Ranking(bought[asked], 1 / (1 + np.exp(-told))).figures(0.5)
            for each in SHOWN:
                drawn[each].append(ranked[each])
            drawn["best_f1"].append(best_f1(bought[asked], told))
        for each, listed in drawn.items():
            found[each].append(listed)
    seconds = time.perf_counter() - started
    row = "".join(
        f"  {each} {np.mean(draws):.4f} ± {np.std(np.mean(draws, axis=1)):.4f}"
        for each, draws in found.items()
    )
    print(f"{name:20}{row}  ({seconds:.0f} s)", flush=True)


def best_f1(bought: Floats, told: Floats) -> float:
    """F1 of the buying class at the threshold that suits it best."""
    precision, recall, _ = precision_recall_curve(bought, told)
    return float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-12)))


def sessions() -> tuple[Floats, tuple[str, ...], Floats]:
    """Columns of every session, their names, and whether it ended in a purchase."""
    table = duckdb.sql(f"FROM '{FILE}'").to_arrow_table()
    columns: dict[str, Floats] = {}
    for name in table.column_names:
        column = table[name].to_numpy()
        if name in CODES:
            if name == "Month":
                column = np.array([MONTHS.index(month[:3]) for month in column])
            for value in np.unique(column.astype(str)):
                columns[f"{name}_{value}"] = (column.astype(str) == value).astype(float)
        if name not in ("Revenue", "VisitorType"):
            columns[name] = column.astype(float)
    bought = table["Revenue"].to_numpy(zero_copy_only=False).astype(float)
    return np.column_stack(list(columns.values())), tuple(columns), bought


if __name__ == "__main__":
    main()
