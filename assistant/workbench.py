"""Puts a store's tools and its assistant together from the settings."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from assistant.agent import Chooser
from assistant.choosing import Vocabulary
from assistant.conversations import Conversations
from assistant.llm.chat_model import ChatTransformers
from assistant.llm.weights import BUNDLED
from assistant.reading import Reader
from assistant.routing import Router
from assistant.settings import Settings
from assistant.store_assistant import StoreAssistant
from assistant.toolbox import Tool, Toolbox
from retrieval.embedding import TorchEmbedder
from retrieval.review_index import ReviewIndex
from tools.about import AboutTools
from tools.errors import SettingsError
from tools.funnel import FunnelTools
from tools.lexicon import Lexicon
from tools.metrics.semantics import Semantics
from tools.prediction.tool import PurchaseTools
from tools.query_metrics import MetricTools
from tools.reviews import ReviewTools
from tools.store.store import Store


@dataclass(frozen=True)
class Workbench:
    """Everything one workspace offers, each part made when it is first needed."""

    settings: Settings

    @property
    def folder(self) -> Path:
        """The workspace."""
        return self.settings.workspace

    @property
    def models(self) -> Path:
        """Where the store's own trained models lie."""
        return self.folder / "models"

    @cached_property
    def store(self) -> Store:
        """The store, opened for reading."""
        return Store.open(self.folder, today=self.settings.today)

    @cached_property
    def embedder(self) -> TorchEmbedder:
        """The model that makes vectors of texts."""
        return TorchEmbedder.bundled(self.settings.cache)

    @cached_property
    def index(self) -> ReviewIndex:
        """The store's embedded reviews."""
        return ReviewIndex.open(self.folder / "index", self.embedder)

    def reviews(self) -> pa.Table:
        """The store's reviews as the index reads them, with their items' categories."""
        reviews = self.store.table("reviews")
        written = reviews.mutate(written_at=reviews.local_time)
        if "items" not in self.store.tables:
            return written.to_pyarrow()
        items = self.store.table("items").select("item_id", "category")
        return written.left_join(items, "item_id").drop("item_id_right").to_pyarrow()

    @property
    def predictor_ready(self) -> bool:
        """Whether a purchase predictor has been trained."""
        return (self.models / "purchase").exists()

    @cached_property
    def toolbox(self) -> Toolbox:
        """The marketer's tools; adding one is one line here."""
        tools: tuple[Tool, ...] = (
            MetricTools(self.store).query_metrics,
            FunnelTools(self.store).funnel,
            PurchaseTools(self.store, self.models).predict_purchase,
            ReviewTools(self.store, lambda: self.index).search_reviews,
            AboutTools(self.store).about_store,
        )
        return Toolbox({tool.__name__: tool for tool in tools})

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words this store's tools take, by argument name."""
        semantics = Semantics(self.store)
        return {"metrics": list(semantics.metrics), "group_by": list(semantics.dimensions)}

    @cached_property
    def conversations(self) -> Conversations:
        """Saved threads and feedback."""
        return Conversations(self.folder / "conversations.sqlite")

    @cached_property
    def model(self) -> ChatTransformers:
        """The chat model.

        Raises:
            SettingsError: If the settings say `none`.
        """
        if self.settings.model == "none":
            raise SettingsError(
                "STOREWISE_MODEL is 'none', so nothing can be asked in words; "
                "use `storewise tool`, or `storewise serve` for the tools as forms."
            )
        name = BUNDLED if self.settings.model == "bundled" else self.settings.model
        return ChatTransformers.load(name, cache=self.settings.cache, device=self.settings.device)

    @cached_property
    def assistant(self) -> StoreAssistant:
        """The assistant that answers questions about the store."""
        tools = self.toolbox.tools
        reader = Reader(Lexicon(self.store), self.store.calendar, self.store.today)
        router = Router.load(self.embedder.queries, tools, self.settings.cache)
        chooser = Chooser(tools, self.vocabulary, reader, router)
        return StoreAssistant(
            self.model,
            self.model.model_name,
            self.toolbox,
            chooser,
            self.conversations,
            self.settings.max_model_calls,
        )
