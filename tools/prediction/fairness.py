"""Whether groups of customers are served alike: quality and selection by age, gender and region."""

import numpy as np
from numpy.typing import NDArray

from tools.prediction.comparison import Figure, bootstrapped
from tools.prediction.config import Group, Warned
from tools.prediction.features import Floats
from tools.prediction.scores import TOP, Ranking
from tools.query_metrics import MIN_PEOPLE
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Name, Share

DIMENSIONS = ("age_band", "gender", "region")
ENOUGH = 20  # buyers, and others, that a group needs for its quality to be told
CLEARLY_WORSE = 0.02  # ROC-AUC; less is no matter even where it is certain
CLEARLY_MORE = 0.1  # buyers beyond those expected, as a part of these
TOLD = ("roc_auc", "average_precision", "ece")

Mask = NDArray[np.bool_]


def groups_of(
    store: Store, user_ids: NDArray[np.object_], bought: Floats, probability: Floats
) -> tuple[Group, ...]:
    """How each group with enough buyers is served; nothing where the store has no such columns.

    Args:
        store: Whose users.
        user_ids: Who was judged: [n].
        bought: Who bought: [n].
        probability: What was expected: [n].
    """
    edge = np.sort(probability)[-max(1, round(len(probability) * TOP))]
    judged = _Judged(bought, probability, probability >= edge)
    found = []
    for dimension in DIMENSIONS:
        if f"users.{dimension}" in store.columns:
            values = _values(store, dimension, user_ids)
            for value in sorted(set(values) - {""}):
                own = values == value
                if judged.enough(own) and judged.enough(~own):
                    found.append(judged.group(dimension, value, own))
    return tuple(found)


def warnings(groups: tuple[Group, ...], store: Store) -> list[Statement]:
    """A sentence for each way a group of `groups` is served worse than the rest."""
    return [
        _sentence(group, warned, store.name_of(group.dimension, group.value))
        for group in groups
        for warned in group.warnings
    ]


def _sentence(group: Group, warned: Warned, name: Name) -> Statement:
    if warned == "served_worse":
        own, rest = group.figures["roc_auc"].value, group.rest["roc_auc"]
        values = {"own": Share(ratio=own), "rest": Share(ratio=rest)}
    else:
        own, expected = group.figures["base_rate"].value, group.figures["expected_rate"].value
        values = {"own": Share(ratio=own), "expected": Share(ratio=expected)}
    message = f"purchase-group-{warned.replace('_', '-')}"
    return Statement(message=message, role="caveat", values={"group": name, **values})


class _Judged:
    def __init__(self, bought: Floats, probability: Floats, selected: Mask) -> None:
        self.bought, self.probability, self.selected = bought, probability, selected

    def enough(self, own: Mask) -> bool:
        """Whether those of `own` are enough people, buyers and others."""
        buyers = self.bought[own].sum()
        others = own.sum() - buyers
        return bool(own.sum() >= MIN_PEOPLE and min(buyers, others) >= ENOUGH)

    def group(self, dimension: str, value: str, own: Mask) -> Group:
        n = int(own.sum())
        bought, probability, selected = self._of(own)
        ranking = Ranking(bought, probability)

        def figures(places: NDArray[np.int_]) -> dict[str, float]:
            quality = ranking.figures(0.5, places)
            return {name: quality[name] for name in TOLD} | {
                "selection_rate": float(selected[places].mean()),
                "base_rate": float(bought[places].mean()),
                "expected_rate": float(probability[places].mean()),
                "more_than_expected": float((bought[places] - probability[places]).mean()),
            }

        found = bootstrapped(figures, n)
        more = found.pop("more_than_expected")
        found["ece"] = Figure(value=found["ece"].value)  # see `scores.figures_of`
        rest = self._rest(~own)
        warned: list[Warned] = []
        auc = found["roc_auc"]
        if auc.high is not None and auc.high < rest["roc_auc"] - CLEARLY_WORSE:
            warned.append("served_worse")
        share = CLEARLY_MORE * found["expected_rate"].value
        if more.low is not None and more.low > max(0.0, rest["more_than_expected"]) + share:
            warned.append("overlooked")
        rest.pop("more_than_expected")
        return Group(
            dimension=dimension,
            value=value,
            users=n,
            buyers=int(bought.sum()),
            figures=found,
            rest=rest,
            warnings=tuple(warned),
        )

    def _rest(self, others: Mask) -> dict[str, float]:
        bought, probability, selected = self._of(others)
        quality = Ranking(bought, probability).figures(0.5)
        return {name: quality[name] for name in TOLD} | {
            "selection_rate": float(selected.mean()),
            "base_rate": float(bought.mean()),
            "expected_rate": float(probability.mean()),
            "more_than_expected": float((bought - probability).mean()),
        }

    def _of(self, those: Mask) -> tuple[Floats, Floats, Mask]:
        return self.bought[those], self.probability[those], self.selected[those]


def _values(store: Store, dimension: str, user_ids: NDArray[np.object_]) -> NDArray[np.str_]:
    table = store.table("users").select("user_id", dimension).to_pyarrow()
    known = dict(zip(table["user_id"].to_pylist(), table[dimension].to_pylist(), strict=True))
    return np.array([str(known.get(user) or "") for user in user_ids], dtype=str)
