"""Every setting of Storewise, read once at the start and handed down as arguments."""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.errors import SettingsError


class Settings(BaseSettings):
    """What the operator may choose; each is also an environment variable `STOREWISE_<NAME>`.

    Attributes:
        workspace: Folder that holds one store: data, index, models, conversations.
        cache: Folder for converted model weights, shared by all workspaces.
        model: `bundled`, `none` (tools as forms, no conversation), or a path or hub id of any
            transformers causal language model with a chat template; with `server_url`, the
            model's name on that server.
        server_url: OpenAI-compatible server that runs the chat model instead of this process.
        server_key: Key that server asks for, if any.
        composition: How answers are written: `facts` (true sentences chosen by the model),
            `woven` (the model's words between them), `free` (its own words, figures locked);
            `auto` is `facts` for the bundled model and `woven` for others.
        embedding_model: Makes vectors of the reviews: `bundled`, or a path or hub id of any
            sentence-transformers model; after a change run `storewise index`.
        reranker: Path or hub id of a cross-encoder that puts the best reviews found in order, if
            any; worth it on a GPU.
        chroma_url: Chroma server that keeps the vectors instead of the workspace; a path in the URL
            names the database there.
        device: Where the chat model and embeddings run; `auto` takes a GPU when there is one.
        host: Address the page listens on; the default is this machine only.
        port: Port the page listens on.
        today: Day that counts as today; by default the last day with data.
        max_model_calls: Most model calls one question may take.
        tool_timeout_s: Seconds a tool may take before it is stopped.
        log_level: How much is logged to stderr; a visitor's words appear at DEBUG only.
    """

    model_config = SettingsConfigDict(env_prefix="STOREWISE_", extra="forbid", frozen=True)

    workspace: Path = Path("workspace")
    cache: Path = Path.home() / ".cache" / "storewise"
    model: str = "bundled"
    server_url: HttpUrl | None = None
    server_key: SecretStr | None = None
    composition: Literal["auto", "facts", "woven", "free"] = "auto"
    embedding_model: str = "bundled"
    reranker: str | None = None
    chroma_url: HttpUrl | None = None
    device: Literal["auto", "cpu", "cuda"] = "auto"
    host: str = "127.0.0.1"
    port: int = Field(7860, gt=0, lt=65536)
    today: date | None = None
    max_model_calls: int = Field(8, gt=1, le=50)
    tool_timeout_s: float = Field(60.0, gt=0)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"


def read_settings(**overrides: object) -> Settings:
    """Settings from the environment, with `overrides` (`None` means not given) on top.

    Raises:
        SettingsError: If a setting has a value it may not have; names the setting.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = "STOREWISE_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}={first['input']!r} cannot be used: {first['msg']}.") from error
