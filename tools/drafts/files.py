"""Drafts on disk: one folder each, every version kept, each file written in one move."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tools.drafts.models import Draft, Objective
from tools.errors import DataError, ToolError
from tools.wording.values import Name, Quote

DRAFT, REASON, BRAND, AUDIENCE = "draft.json", "reason.json", "brand.md", "audience.csv"
Arms = tuple[tuple[str, str], ...]
"""(user id, arm) of everyone in a draft's test, by ascending id."""
_ID = re.compile(r"[a-z][a-z-]*-\d+")


class DraftFiles:
    """The drafts in `folder`, which need not exist yet.

    A draft's folder holds `draft.json` (the latest version), `reason.json` and `brand.md` (what it
    was written from), `audience.csv` (who is in which arm; the only file with ids of people), and
    `v1.json`, `v1.reason.json`, … of every version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fresh_id(self, objective: Objective) -> str:
        """An id no draft has, such as `win-back-3`."""
        stem = objective.replace("_", "-")
        taken = {path.name for path in self.folder.glob(f"{stem}-*")}
        n = 1
        while f"{stem}-{n}" in taken:
            n += 1
        return f"{stem}-{n}"

    def ids(self) -> list[str]:
        """Every draft's id, ascending."""
        found = (path.parent.name for path in self.folder.glob(f"*/{DRAFT}"))
        return sorted(own for own in found if _ID.fullmatch(own))

    def all(self) -> Iterator[Draft]:
        """The latest version of every draft."""
        yield from (self.read(own) for own in self.ids())

    def of(self, draft_id: str) -> Path:
        """The draft's folder.

        Raises:
            ToolError: If there is no such draft; names those there are.
        """
        if draft_id not in self.ids():
            known = ", ".join(self.ids())
            message = "drafts-unknown" if known else "drafts-none"
            values = {"known": Quote(text=known)} if known else {}
            raise ToolError(message, given=Quote(text=draft_id), **values)
        return self.folder / draft_id

    def read(self, draft_id: str, version: int | None = None) -> Draft:
        """A draft, its latest version if none is named.

        Raises:
            ToolError: If there is no such draft or version.
            DataError: If its file was damaged.
        """
        path = self.of(draft_id) / (DRAFT if version is None else f"v{version}.json")
        if not path.exists():
            raise ToolError(
                "drafts-unknown",
                given=Quote(text=f"{draft_id} v{version}"),
                known=Name(en=draft_id),
            )
        try:
            return Draft.model_validate_json(path.read_text(encoding="utf-8"))
        except ValidationError as error:
            raise DataError(f"{path} is not a draft of this version of Storewise.") from error

    def reason(self, draft_id: str) -> dict[str, Any]:
        """The reason file of the latest version."""
        text = (self.of(draft_id) / REASON).read_text(encoding="utf-8")
        reason: dict[str, Any] = json.loads(text)
        return reason

    def brand(self, draft_id: str) -> str:
        """The brand file the latest version was written from."""
        return (self.of(draft_id) / BRAND).read_text(encoding="utf-8")

    def arms(self, draft: Draft) -> Arms:
        """Who is in which arm of the latest version.

        Raises:
            ToolError: If the list is gone, or is not the one the draft was made with.
        """
        path = self.of(draft.id) / AUDIENCE
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        arms = tuple((user, arm) for user, arm in csv.reader(lines[1:]))
        if fingerprint(arms) != draft.audience.fingerprint:
            raise ToolError("drafts-list-changed", id=Quote(text=draft.id))
        return arms

    def write(self, draft: Draft, reason: dict[str, Any], brand: str, arms: Arms) -> None:
        """Keep a new version; `draft.json` is written last, so a draft is there whole or not."""
        folder = self.folder / draft.id
        folder.mkdir(parents=True, exist_ok=True)
        told = json.dumps(reason, ensure_ascii=False, indent=1, default=str)
        text = draft.model_dump_json(indent=1)
        _put(folder / f"v{draft.version}.json", text)
        _put(folder / f"v{draft.version}.reason.json", told)
        _put(folder / BRAND, brand)
        _put(folder / AUDIENCE, list_of(arms))
        _put(folder / REASON, told)
        _put(folder / DRAFT, text)

    def mark(self, draft: Draft) -> None:
        """Write a draft whose status changed, and nothing else."""
        _put(self.of(draft.id) / DRAFT, draft.model_dump_json(indent=1))


def list_of(arms: Arms) -> str:
    """The list as CSV, with columns user_id and arm (treatment: write to; control: hold out)."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerows((("user_id", "arm"), *arms))
    return text.getvalue()


def fingerprint(arms: Arms) -> str:
    """First 16 hex digits of the SHA-256 of who is in which arm."""
    lines = "\n".join(f"{user},{arm}" for user, arm in arms)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _put(path: Path, text: str) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
