"""A question about one customer that asks for her profile and for something else."""

import pytest

from assistant.hers import of_one_customer
from tests.routes import among


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("u01 full picture + will she leave", "will she leave"),
        ("u01 的画像，外加流失概率", "流失概率"),
        ("everything on u01 plus her odds of leaving", "her odds of leaving"),
        ("u01 and u02: will they leave", None),
        ("the profile of our page and its funnel", None),
    ],
)
def test_her_profile_and_something_else_are_two_parts(question: str, second: str | None) -> None:
    found = of_one_customer(
        question, lambda _: among(["churn_risk"]), lambda text: [w for w in ["u01"] if w in text]
    )
    assert (found[1] if found else None) == second
