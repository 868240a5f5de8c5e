"""How well purchases are predicted on real shops' last days."""

import time

from tests.benchmarks.shops import SHOPS
from tools.prediction.evaluation import evaluate


def main() -> None:
    for name, (make, horizon) in SHOPS.items():
        store = make()
        started = time.perf_counter()
        report = evaluate(store, horizon)
        seconds = time.perf_counter() - started
        print(
            f"\n{name}: cut {report['cut']}, {report['horizon_days']} days, {report['n_users']} "
            f"users, base rate {report['base_rate']:.3f}, {seconds:.1f} s; "
            f"serves {report['served']}"
        )
        columns = list(report["models"]["base_rate"])
        print(" " * 20 + "".join(f"{column:>19}" for column in columns))
        for model, scores in report["models"].items():
            print(f"{model:20}" + "".join(f"{scores[column]:19.3f}" for column in columns))


if __name__ == "__main__":
    main()
