"""Saved segments: one JSON file each, to be read and edited by people."""

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from tools.errors import ToolError
from tools.segments.segment import Segment
from tools.wording.values import Quote


@dataclass(frozen=True)
class Files:
    """The saved segments in `folder`, `<workspace>/segments`."""

    folder: Path

    def all(self) -> tuple[Segment, ...]:
        """Every saved segment, by id.

        Raises:
            ToolError: If a file is not a segment; names it.
        """
        if not self.folder.is_dir():
            return ()
        return tuple(self.read(path) for path in sorted(self.folder.glob("*.json")))

    def read(self, path: Path) -> Segment:
        """The segment in the file `path`.

        Raises:
            ToolError: If it is none; says what is wrong.
        """
        return checked(path.read_text(encoding="utf-8"), path.name)

    def path(self, segment_id: str) -> Path:
        """Where the segment with that id is kept."""
        return self.folder / f"{segment_id}.json"

    def write(self, segment: Segment) -> Path:
        """Keep `segment`, in place of one with its id; the file is whole or untouched."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.path(segment.id)
        draft = path.with_suffix(".tmp")
        draft.write_text(
            segment.model_dump_json(indent=2, exclude_none=True) + "\n", encoding="utf-8"
        )
        os.replace(draft, path)  # noqa: PTH105  # atomic on every system
        return path


def checked(text: str, file: str) -> Segment:
    """The segment written as JSON in `text`, which stands in the file called `file`.

    Raises:
        ToolError: If it is none; says what is wrong.
    """
    try:
        segment = Segment.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        problem = f"{place}: {first['msg']}." if place else f"{first['msg']}."
        raise ToolError(
            "segments-bad-file", file=Quote(text=file), problem=Quote(text=problem)
        ) from error
    return segment.model_copy(update={"family": "own"})
