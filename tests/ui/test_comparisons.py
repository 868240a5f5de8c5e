import re
from datetime import date

import pytest

from tools.prediction.comparison import Comparison, Figure
from tools.prediction.everything import PARTS
from tools.wording.values import Language
from ui.comparisons import comparisons_html
from ui.words import has_word

PURCHASE = Comparison(
    task="purchase",
    cut=date(2026, 10, 2),
    horizon_days=30,
    n=18154,
    chosen_by="average_precision",
    served="lightgbm",
    models={
        "base_rate": {"average_precision": Figure(value=0.046)},
        "lightgbm": {"average_precision": Figure(value=0.2143, low=0.1981, high=0.2312)},
    },
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ["Who will buy", "Boosted trees", "October 2, 2026", "18,154", "the 30 days", "in use"],
        ),
        ("zh", ["谁会购买", "提升树", "2026年10月2日", "18,154", "30 天", "正在使用"]),
    ],
)
def test_a_comparison_says_what_serves_and_shows_what_it_beat(
    language: Language, told: list[str]
) -> None:
    html = comparisons_html([PURCHASE], language)
    assert all(text in html for text in told)
    served, other = (re.search(rf"<tr[^>]*><td>{name}.*?</tr>", html) for name in _names(language))
    assert served is not None
    assert "class='served'" in served[0]
    assert "0.214<br><small>0.198–0.231</small>" in served[0]
    assert other is not None
    assert "served" not in other[0]


def _names(language: Language) -> tuple[str, str]:
    return ("Boosted trees", "Everyone alike") if language == "en" else ("提升树", "一视同仁")


def test_without_a_trained_model_it_says_what_to_run() -> None:
    assert "storewise train" in comparisons_html([], "en")
    assert "storewise train" in comparisons_html([], "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_task_and_competitor_has_a_name(language: Language) -> None:
    from tools.prediction.contest import BEHAVIOUR, BLEND
    from tools.prediction.estimators import ESTIMATORS
    from tools.prediction.items.judging import RECOMMENDERS
    from tools.prediction.lifetime.models import VALUE_MODELS
    from tools.prediction.timing.models import TIMING_MODELS

    models = {*ESTIMATORS, *VALUE_MODELS, *TIMING_MODELS, *(each.name for each in RECOMMENDERS)}
    missing = [
        name for name in {*models, BEHAVIOUR, BLEND} if not has_word(language, f"model-{name}")
    ]
    assert not missing
    assert all(has_word(language, f"task-{task}") for task in (*PARTS, "next_behaviour"))
