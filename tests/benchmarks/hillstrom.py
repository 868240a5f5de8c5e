"""Hillstrom's e-mail experiment, the half of it that lies beside the project, through `analyse`.

python -m tests.benchmarks.hillstrom
"""

import time

from tests.benchmarks.shops import SHARED
from tools.effects.experiment import Experiment, analyse

FILE = SHARED / "hillstrom_email_half.parquet"
MAILS = ("Womens E-Mail", "Mens E-Mail")


def cell(found: Experiment, share: float) -> str:
    assert found.ranking is not None
    uplift = found.ranking.uplift[found.ranking.at(share)]
    return f"{uplift.value:.4f} ({uplift.low:.4f} to {uplift.high:.4f})"


def main() -> None:
    names = (
        "mail",
        "effect",
        "uplift@10%",
        "uplift@30%",
        "uplift@50%",
        "30% less everyone",
        "Qini",
    )
    print(f"| {' | '.join(names)} | advice | s |")
    print("|---|---|---|---|---|---|---|---|---|")
    for mail in MAILS:
        began = time.perf_counter()
        found = analyse(FILE, "segment", mail, "No E-Mail", "visit")
        took = time.perf_counter() - began
        effect, ranking = found.effect, found.ranking
        assert ranking is not None
        gain = ranking.gain[ranking.at(0.3)]
        print(
            f"| {mail} | {effect.value:.4f} ({effect.low:.4f} to {effect.high:.4f})"
            f" | {cell(found, 0.1)} | {cell(found, 0.3)} | {cell(found, 0.5)}"
            f" | {gain.value:.4f} ({gain.low:.4f} to {gain.high:.4f})"
            f" | {ranking.qini.value:.4f} ({ranking.qini.low:.4f} to {ranking.qini.high:.4f})"
            f" | {found.recommendation.advice} | {took:.1f} |"
        )


if __name__ == "__main__":
    main()
