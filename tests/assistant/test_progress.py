import pytest
from langchain_core.messages import AIMessage

from assistant.progress import Progress
from assistant.toolbox import Toolbox
from tests.small_store import small_store
from tools.query_metrics import MetricTools


@pytest.mark.parametrize(
    ("arguments", "dimension"),
    [({"group_by": "category"}, "category"), ({}, None)],
)
def test_only_figures_told_apart_put_something_first(arguments: dict, dimension: str | None):
    tools = Toolbox({"query_metrics": MetricTools(small_store()).query_metrics})
    call = tools.run("query_metrics", {"metrics": ["revenue"], "period": "all", **arguments}, "en")
    asked = AIMessage(content="", additional_kwargs={"then": "write to buyers of {winner}"})
    winner = Progress("", asked, 1, [call], []).winner
    assert (winner and winner.dimension) == dimension
