"""Computes a draft again from its reason file and says what is the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from tools.drafts.brand import Brand
from tools.drafts.drafts import Drafts
from tools.drafts.models import Brief, Draft
from tools.drafts.writers import Choice, Task
from tools.wording.statements import Statement
from tools.wording.values import Listing, Name, Quote, Value

PARTS: Mapping[str, Name] = {
    "audience": Name(en="audience", zh="人群"),
    "offer": Name(en="offer", zh="优惠"),
    "schedule": Name(en="dates", zh="时间"),
    "channels": Name(en="channels", zh="渠道"),
    "cost": Name(en="cost of a contact", zh="触达成本"),
    "forecast": Name(en="expected profit", zh="预期利润"),
    "test": Name(en="test", zh="实验设计"),
    "benefit": Name(en="what buyers praise", zh="买家称赞的地方"),
    "copies": Name(en="copy", zh="文案"),
}


class Replay(BaseModel, frozen=True):
    """What came of computing a draft again.

    Attributes:
        same: Whether every part is the same.
        differs: Parts that are not, as `PARTS` names them.
        statements: That, in words.
    """

    same: bool
    differs: tuple[str, ...]
    statements: tuple[Statement, ...]


class _Recorded:
    """Chooses and writes what the reason file says was chosen and written."""

    def __init__(self, name: str, picks: Sequence[Mapping[str, Any]], draft: Draft) -> None:
        self.name = name
        self._picks = [own for own in picks if own["chosen"]]
        self._draft = draft

    def choose(self, choice: Choice) -> int:
        for own in self._picks:
            place = (own["channel"], own["language"], own["part"])
            if (
                place == (choice.channel, choice.language, choice.part)
                and own["chosen"] in choice.options
            ):
                return choice.options.index(own["chosen"])
        return 0

    def write(self, task: Task) -> Mapping[str, str] | None:
        for copy in self._draft.copies:
            if (copy.channel, copy.language, copy.author) == (task.channel, task.language, "model"):
                return copy.parts
        return None


def replay(drafts: Drafts, draft_id: str) -> Replay:
    """Compute the latest version of a draft again from what its reason file holds.

    The segment is looked at anew and every figure computed anew from today's data; of the copy,
    what the writer chose is taken and held to the checks again.

    Raises:
        ToolError: If there is no such draft, or its brief can no longer be met.
    """
    draft, reason = drafts.files.read(draft_id), drafts.files.reason(draft_id)
    brand = Brand.parse(drafts.files.brand(draft_id), f"brand.md of {draft_id}")
    writer = _Recorded(reason["writer"], reason["picks"], draft)
    again = drafts.made(Brief.model_validate(reason["brief"]), draft_id, brand, writer).draft
    differs = tuple(name for name in PARTS if getattr(draft, name) != getattr(again, name))
    return Replay(
        same=not differs, differs=differs, statements=_told(drafts, draft, differs, reason)
    )


def _told(
    drafts: Drafts, draft: Draft, differs: tuple[str, ...], reason: Mapping[str, Any]
) -> tuple[Statement, ...]:
    def said(message: str, **values: Value) -> Statement:
        return Statement(message=f"drafts-replay-{message}", role="answer", values=values)

    found = [
        said("differs", parts=Listing(items=tuple(PARTS[name] for name in differs)))
        if differs
        else said("same")
    ]
    now = drafts.store.profile.data_version
    if now != draft.data_version:
        found.append(said("data", old=Quote(text=draft.data_version), new=Quote(text=now)))
    if drafts.brand.fingerprint != reason["brand"]:
        found.append(said("brand"))
    return tuple(found)
