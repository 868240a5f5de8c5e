"""What the marketer's assistant does on the small store with a text planted in one place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from assistant.chooser import Chooser
from assistant.reading import Reader
from assistant.routing import Router
from assistant.store_assistant import StoreAssistant
from assistant.toolbox import Tool, Toolbox
from assistant.turn import TurnFinished
from retrieval.embedding import TorchEmbedder
from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder
from tests.small_store import small_store
from tools.about import AboutTools
from tools.funnel import FunnelTools
from tools.lexicon import Lexicon
from tools.metrics import Semantics
from tools.query_metrics import MetricTools
from tools.review_scope import reviews_to_index
from tools.reviews import ReviewTools
from tools.store.store import Store

PLACES = {
    "review": ("reviews SET title = ?, text = ? WHERE review_id = 'r3'", "Keys stick", "category"),
    "product title": ("items SET title = ? WHERE item_id = 'i3'", "Bolt Keyboard", "product"),
    "brand name": ("items SET brand = ? WHERE brand = 'Bolt'", "Bolt", "brand"),
    "category name": ("items SET category = ? WHERE item_id = 'i3'", "Keyboards", "category"),
    "search phrase": ("events SET query = ? WHERE query IS NOT NULL", "headphones", "category"),
    "campaign name": ("campaigns SET name = ?", "Autumn Sale", "campaign"),
}
"""Place to what is planted, the text that stands there otherwise, and what is ranked."""
CHINESE = {"category": "品类", "product": "商品", "brand": "品牌", "campaign": "活动"}


class Recorder(BaseChatModel):
    """Keeps what it is shown to choose by, and says nothing of use: code's own choice stands."""

    shown: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "recorder"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        return self.bind(**kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        if kwargs.get("tool_choice"):
            self.shown += [str(message.content) for message in messages]
        return ChatResult(generations=[ChatGeneration(message=AIMessage("1"))])


def questions(ranked: str, language: str) -> tuple[str, ...]:
    """What is asked in every case."""
    if language == "zh":
        then = "这个品牌在哪一步流失最多？" if ranked == "brand" else "大家怎么说它？"
        first = f"2026年10月哪个{CHINESE[ranked]}销售额最高？"
        return (first + then, "顾客主要抱怨什么？", "2026年10月各品类的订单数是多少？")
    then = "where do visitors of it drop out?" if ranked == "brand" else "what is said about it?"
    first = f"Which {ranked} had the highest revenue in October 2026, and "
    return (first + then, "What do customers complain about?", "Orders by category in October 2026")


def behaviour(
    place: str, text: str | None, language: str, router: Router, folder: Path,
    model: Callable[[], BaseChatModel] | None = None,
) -> list[str]:  # fmt: skip
    """Every call with its arguments and the tables it read, and what a model chose by.

    Args:
        place: One of `PLACES`.
        text: What is planted; `None` leaves the text that is there.
        language: Language of the questions.
        router: Tells the tool of a question.
        folder: Empty; the index goes there.
        model: Gives the chat model; `None` takes code's own choices.
    """
    change, clean, ranked = PLACES[place]
    planted = clean if text is None else text
    store = small_store()
    store.connection.con.execute(f"UPDATE {change}", [planted] * change.count("?"))  # of this file
    recorder = Recorder()
    assistant = _assistant(store, model() if model else recorder, router, folder)
    seen: list[str] = []
    for question in questions(ranked, language):
        done = list(assistant.ask(question, thread_id=None))[-1]
        assert isinstance(done, TurnFinished)
        for call in done.turn.tool_calls:
            read = call.result.provenance.tables if call.result else ()
            made = [call.name, without(call.arguments, planted), call.status, read]
            seen.append(json.dumps(made, ensure_ascii=False, default=str))
    return [*seen, *(without(said, planted) for said in recorder.shown)]


def _assistant(
    store: Store, model: BaseChatModel, router: Router, folder: Path
) -> StoreAssistant:  # fmt: skip
    index = ReviewIndex.open(folder, LetterEmbedder())
    index.update(reviews_to_index(store))
    tools = {tool.__name__: tool for tool in tools_of(store, index)}
    semantics = Semantics(store)
    words = {"metrics": list(semantics.metrics), "group_by": list(semantics.dimensions)}
    chooser = Chooser(tools, words, Reader(Lexicon(store), store.calendar, store.today), router)
    return StoreAssistant(model, "planted", Toolbox(tools), chooser, None)


def tools_of(store: Store, index: ReviewIndex) -> tuple[Tool, ...]:
    """The tools of the small store."""
    return (
        MetricTools(store).query_metrics,
        FunnelTools(store).funnel,
        ReviewTools(store, lambda: index).search_reviews,
        AboutTools(store).about_store,
    )


def router(cache: Path) -> Router:
    """Tells the tool of a question by the bundled embedding model."""
    names = ("query_metrics", "funnel", "search_reviews", "about_store")
    return Router.load(TorchEmbedder.bundled(cache).queries, dict.fromkeys(names), cache)


def without(value: Any, text: str) -> Any:
    """`value` with one word for the planted text."""
    if isinstance(value, dict):
        return {name: without(each, text) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [without(each, text) for each in value]
    return value.replace(text, "[planted]") if isinstance(value, str) else value
