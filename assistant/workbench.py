"""Puts a store's tools and its assistant together from the settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.conversations import Conversations
from assistant.marketer import READ_FIRST, TOOLS
from assistant.settings import Settings
from assistant.time_limit import TimeLimit
from assistant.toolbox import Toolbox
from tools.errors import SettingsError
from tools.store.store import Store

# Models, indexes and their libraries take seconds to import: each waits until it is needed.
if TYPE_CHECKING:
    from assistant.composing import Composition
    from assistant.llm.chat_model import ChatTransformers
    from assistant.llm.server import ServedModel
    from assistant.open_arguments import Vocabulary
    from assistant.service import ServiceAssistant
    from assistant.store_assistant import StoreAssistant
    from retrieval.embedding import Embedder, TorchEmbedder
    from retrieval.review_index import ReviewIndex
    from tools.drafts import Drafts
    from tools.effects.uploads import Uploads
    from tools.prediction.customers.base import CustomerBase
    from tools.prediction.items.tool import ItemTools
    from tools.prediction.timing.tool import TimingTools
    from tools.segments import Segments
    from tools.service.service import Service


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
        from retrieval.embedding import TorchEmbedder

        return TorchEmbedder.bundled(self.settings.cache)

    @cached_property
    def index(self) -> ReviewIndex:
        """The store's reviews, to search in: of the model set, or of the one before it.

        A model newly set serves once `storewise index` is through with it.
        """
        index = self.index_to_make
        if index.ready:
            return index
        for model in index.vectors.others_ready():
            return index.of(self._review_embedder(model))
        return index

    @cached_property
    def index_to_make(self) -> ReviewIndex:
        """The store's reviews by the embedding model set, to bring up to date.

        Raises:
            SettingsError: If there is no such model, or the Chroma server does not answer.
        """
        from assistant.search_models import opened_index

        return opened_index(self.settings, self._review_embedder)

    def _review_embedder(self, model: str) -> Embedder:
        """The embedding model of this name.

        Raises:
            SettingsError: If there is none.
        """
        from assistant.search_models import BUNDLED_EMBEDDER, sentence_embedder

        if model in ("bundled", BUNDLED_EMBEDDER):
            return self.embedder
        return sentence_embedder(model, self.settings)

    @cached_property
    def customers(self) -> CustomerBase:
        """Everyone who bought, read once for all tools about them."""
        from tools.prediction.customers.base import CustomerBase

        return CustomerBase(self.store)

    @cached_property
    def items(self) -> ItemTools:
        """Advice on items, for all who ask for it: what users did with items is read once."""
        from tools.prediction.items.tool import ItemTools

        return ItemTools(self.store, self.models)

    @cached_property
    def timing(self) -> TimingTools:
        """Predictions of when customers buy again."""
        from tools.prediction.timing.tool import TimingTools
        from tools.result import ToolResult

        def recommend_items(user_id: str, top_n: int) -> ToolResult:
            return self.items.recommend_items(user_id, top_n=top_n)

        return TimingTools(self.customers, self.models, self.segments, recommend_items)

    @cached_property
    def segments(self) -> Segments:
        """Groups of customers: the standard ones, and those saved in the workspace."""
        from tools.segments import Segments

        return Segments(self.store, self.folder / "segments")

    @cached_property
    def uploads(self) -> Uploads:
        """Tables of tests that people uploaded."""
        from tools.effects.uploads import Uploads

        return Uploads(self.folder / "uploads")

    def drafts(self, worded: bool) -> Drafts:
        """Campaign drafts, worded by the chat model or by the brand's first phrases alone."""
        return self._worded_drafts if worded else self._plain_drafts

    @cached_property
    def _plain_drafts(self) -> Drafts:
        from tools.drafts import Drafts, FirstWriter

        return Drafts(self.store, self.folder, FirstWriter())

    @cached_property
    def _worded_drafts(self) -> Drafts:
        from assistant.drafting import ModelWriter
        from tools.drafts import Drafts

        writer = ModelWriter(self.model, self.model.model_name, self.composition)
        return Drafts(self.store, self.folder, writer)

    @property
    def predictor_ready(self) -> bool:
        """Whether a purchase predictor has been trained."""
        return (self.models / "purchase").exists()

    @cached_property
    def toolbox(self) -> Toolbox:
        """The marketer's tools."""
        return Toolbox({name: make(self) for name, make in TOOLS.items()}, self._limit)

    def toolbox_with(self, name: str) -> Toolbox:
        """A box of one tool, made without loading what only the others need.

        Raises:
            SettingsError: If there is no such tool.
        """
        if name not in TOOLS:
            raise SettingsError(f"No tool {name!r}. Tools: {', '.join(sorted(TOOLS))}.")
        return Toolbox({name: TOOLS[name](self)}, self._limit)

    def read_ahead(self) -> Iterator[str]:
        """Run the tools that keep what they read, so that the first who asks need not wait for it.

        Yields:
            Each tool's name, before it runs.
        """
        for name, arguments in READ_FIRST:
            yield name
            self.toolbox.run(name, arguments, "en")

    @property
    def _limit(self) -> TimeLimit:
        """How long a tool may take; a query that takes longer is interrupted."""
        return TimeLimit(self.settings.tool_timeout_s, self.store.interrupt)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words this store's tools take, by argument name."""
        from tools.metrics import Semantics

        semantics = Semantics(self.store)
        return {"metrics": list(semantics.metrics), "group_by": list(semantics.dimensions)}

    @cached_property
    def conversations(self) -> Conversations:
        """Saved threads and feedback."""
        return Conversations(self.folder / "conversations.sqlite")

    @cached_property
    def model(self) -> ChatTransformers | ServedModel:
        """The chat model, in this process or on a server.

        Raises:
            SettingsError: If the settings say `none`, or the server does not answer or has no such
                model.
        """
        if self.settings.model == "none":
            raise SettingsError(
                "STOREWISE_MODEL is 'none', so nothing can be asked in words; "
                "use `storewise tool`, or `storewise serve` for the tools as forms."
            )
        return self.served if self.settings.server_url else self._loaded()

    @cached_property
    def served(self) -> ServedModel:
        """The chat model on the server that `server_url` names.

        Raises:
            SettingsError: If the server does not answer or has no such model.
        """
        from assistant.llm.server import ServedModel

        settings = self.settings
        return ServedModel.connect(
            str(settings.server_url),
            settings.server_key.get_secret_value() if settings.server_key else None,
            None if settings.model == "bundled" else settings.model,
        )

    def _loaded(self) -> ChatTransformers:
        from assistant.llm.chat_model import ChatTransformers
        from assistant.llm.weights import BUNDLED

        name = BUNDLED if self.settings.model == "bundled" else self.settings.model
        return ChatTransformers.load(name, cache=self.settings.cache, device=self.settings.device)

    @cached_property
    def service(self) -> Service:
        """The store's customer service, on a connection of its own beside the marketer's."""
        from tools.service.service import Service
        from tools.store.store import Store

        store = Store.open(self.folder, today=self.settings.today)
        return Service(store, embedder=lambda: self.embedder, reviews=lambda: self.index)

    @cached_property
    def service_assistant(self) -> ServiceAssistant:
        """The assistant that answers the store's customers."""
        from assistant.service import ServiceAssistant
        from assistant.service.routing import ServiceRouter

        router = ServiceRouter.load(self.embedder.queries, self.settings.cache)
        if self.settings.model == "none":
            return ServiceAssistant(self.service, router)
        calls = self.composition == "free"
        return ServiceAssistant(self.service, router, lambda: self.model, calls=calls)

    @property
    def composition(self) -> Composition:
        """How answers are written, as the settings say or as suits the model."""
        if self.settings.composition != "auto":
            return self.settings.composition
        bundled = self.settings.model == "bundled" and self.settings.server_url is None
        return "facts" if bundled else "woven"

    @cached_property
    def assistant(self) -> StoreAssistant:
        """The assistant that answers questions about the store."""
        from assistant.learning import learned_chooser
        from assistant.query_examples import QueryExamples
        from assistant.sql_writing import QueryWriter
        from assistant.store_assistant import StoreAssistant
        from tools.sql.links import Links
        from tools.sql.tool import SqlTools

        chooser = learned_chooser(self)
        examples = QueryExamples(self.embedder.queries, self.settings.cache)
        return StoreAssistant(
            self.model,
            self.model.model_name,
            self.toolbox,
            chooser,
            self.conversations,
            self.settings.max_model_calls,
            self.composition,
            QueryWriter(SqlTools(self.store), Links(chooser.reader.lexicon), examples),
        )
