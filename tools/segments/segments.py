"""All segments of a store: the standard ones, those saved, and any described in words."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import ibis

from tools.errors import ToolError, nearest
from tools.prediction.activity import copy_of
from tools.prediction.history import History
from tools.segments.conditions import Conditions
from tools.segments.files import Files
from tools.segments.people import People
from tools.segments.rules import Rule
from tools.segments.segment import Segment
from tools.segments.standard import standard
from tools.segments.wording import other_words
from tools.store.store import Store
from tools.wording.values import Listing, Name, Quote

if TYPE_CHECKING:
    from tools.segments.reading import Reader


DESCRIBED = 3
"""Words from which English is taken for a description, not a name misspelt."""


@dataclass(frozen=True)
class Segments:
    """Groups of the customers of `store`.

    Attributes:
        store: Whose customers.
        folder: Folder of saved segments, `<workspace>/segments`; need not exist yet.
    """

    store: Store
    folder: Path
    _people: dict[date, People] = field(default_factory=dict, repr=False, compare=False)

    def standard(self) -> tuple[Segment, ...]:
        """RFM and behavioural segments, with thresholds read from this store as it stands today."""
        return self._standard

    @cached_property
    def _standard(self) -> tuple[Segment, ...]:
        return standard(self.people(None))

    def saved(self) -> tuple[Segment, ...]:
        """The segments kept in the folder, by id."""
        return Files(self.folder).all()

    def save(self, segment: Segment) -> Path:
        """Keep `segment` as a file, in place of one with its id; returns the file.

        Raises:
            ToolError: If a standard segment has that id, or the rules cannot be looked at.
        """
        if any(segment.id == own.id for own in self.standard()):
            raise ToolError("segments-reserved", given=Quote(text=segment.id))
        Conditions(self.people(None), self._rules_of, (segment.id,)).met(segment.rules)
        return Files(self.folder).write(segment)

    def named(self, id_or_label: str) -> Segment:
        """The standard or saved segment called so, by id, label or another of its words.

        Raises:
            ToolError: If there is none; names the nearest.
        """
        found = self.called.get(_plain(id_or_label)) or self._kept(id_or_label)
        if found is None:
            raise self._unknown(id_or_label)
        return found

    def found(self, words: str) -> Segment:
        """The segment called `words`, else the one they describe.

        Raises:
            ToolError: If there is none: the nearest names where `words` are too few to describe
                anything, else what is not understood.
        """
        try:
            return self.named(words)
        except ToolError:
            if len(words.split()) < DESCRIBED and words.isascii():
                raise
            return self.read(words)

    @cached_property
    def called(self) -> dict[str, Segment]:
        """Every word for a standard segment, in lower case."""
        words: dict[str, Segment] = {}
        for segment in self.standard():
            label = segment.label
            for word in (segment.id, label.en, label.zh or "", *other_words(segment.id)):
                words.setdefault(_plain(word), segment)
        return words

    def _kept(self, name: str) -> Segment | None:
        for segment in self.saved():
            if _plain(name) in map(_plain, (segment.id, segment.label.en, segment.label.zh or "")):
                return segment
        return None

    def _unknown(self, given: str) -> ToolError:
        known = {_plain(s.id): s for s in (*self.standard(), *self.saved())}
        words = {**self.called, **known}
        words |= {_plain(s.label.en): s for s in self.saved()}
        close = {words[word].id: words[word] for word in nearest(_plain(given), list(words))}
        shown = list(close.values()) or list(self.standard())[:5]
        names = tuple(
            Name(en=f"{s.label.en} [{s.id}]", zh=f"{s.label.zh or s.label.en} [{s.id}]")
            for s in shown
        )
        return ToolError("segments-unknown", given=Quote(text=given), known=Listing(items=names))

    def read(self, words: str) -> Segment:
        """The segment described in `words`, English or Chinese.

        Raises:
            ToolError: If words of it are not understood; names them.
        """
        return self._reader.segment(words)

    def gathered(self, words: str) -> Segment:
        """The segment that a question or a remark in `words` tells among other things.

        Raises:
            ToolError: If words among the conditions are not understood; names them.
        """
        return self._reader.gathered(words)

    @cached_property
    def _reader(self) -> "Reader":
        from tools.segments.reading import Reader  # knows this module

        return Reader(self)

    def members(self, segment: Segment, as_of: date | None = None) -> tuple[str, ...]:
        """User ids of those in `segment` at the end of `as_of` (today if not given), ascending.

        Raises:
            ToolError: If the store lacks what the rules ask about.
        """
        rows = self.table(segment, as_of).select("user_id").order_by("user_id").to_pyarrow()
        return tuple(str(user) for user in rows["user_id"].to_pylist())

    def sql(self, segment: Segment, as_of: date | None = None) -> str:
        """The query of `members`, DuckDB dialect."""
        chosen = self.table(segment, as_of).select("user_id").order_by("user_id")
        return str(ibis.to_sql(chosen, dialect="duckdb"))

    def table(self, segment: Segment, as_of: date | None = None) -> ibis.Table:
        """Those in `segment`, with the columns of `People.everyone`."""
        return self.conditions(as_of).members(segment.rules)

    @cached_property
    def history(self) -> History:
        """What everyone did, read once."""
        return History(self.store)

    @cached_property
    def memberships(self) -> ibis.Table:
        """Everyone today with a flag `in_<id>` for each standard segment, computed once.

        Returns:
            Columns of `People.everyone`, since (days since the last order), and the flags.
        """
        conditions = self.conditions(None)
        today = ibis.literal(self.store.today)
        flags = {f"in_{s.id}": conditions.met(s.rules) for s in self.standard()}
        since = -conditions.everyone.last_order.delta(today, unit="day")
        return copy_of(conditions.everyone.mutate(since=since, **flags))

    def people(self, as_of: date | None) -> People:
        """Everyone known at the end of `as_of`, today if not given."""
        day = as_of or self.store.today
        return self._people.setdefault(day, People(self.store, day))

    def conditions(self, as_of: date | None) -> Conditions:
        """Rules looked at from `as_of`, today if not given."""
        return Conditions(self.people(as_of), self._rules_of)

    def _rules_of(self, segment_id: str) -> Rule:
        return self.named(segment_id).rules


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("_", " ").replace("-", " ").split())
