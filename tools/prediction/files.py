"""What every trained model keeps as JSON: written in one move, read with its card checked."""

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tools.errors import ToolError

Card = TypeVar("Card", bound=BaseModel)


def write_json(path: Path, whole: dict[str, Any]) -> None:
    """Write `whole` to `path`; readers see the old file whole until the new one is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(json.dumps(whole), encoding="utf-8")
    draft.replace(path)


def read_with_card(path: Path, card: type[Card], missing: str) -> tuple[dict[str, Any], Card]:
    """What `write_json` wrote to `path`, and its `card`.

    Raises:
        ToolError: With message `missing`, if there is no such file, or another version of
            Storewise wrote it.
    """
    try:
        whole: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return whole, card.model_validate(whole["card"])
    except (FileNotFoundError, KeyError, ValidationError) as error:
        raise ToolError(missing) from error
