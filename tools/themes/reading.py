"""The reviews read once: who speaks of which theme, where, and how favourably."""

import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from retrieval.centring import language_of
from retrieval.embedding import Progress
from retrieval.folding import is_spam
from retrieval.privacy import cleaned, masked
from tools.review_scope import item_names
from tools.store.store import Store
from tools.themes.aspects import SOURCE
from tools.themes.mentions import Flags, Floats, Ints, Mentions, read
from tools.themes.mined import ORDINARY

logger = logging.getLogger(__name__)

FOLDER = "themes"
READ = ("en", "zh")  # languages whose themes are known
_FORM = 2  # of what is kept; what another form wrote is read anew
_RATED = 0.5  # share of reviews with stars, from which these alone teach
_LONGEST = 8_000  # characters of a review that are read


@dataclass(frozen=True)
class Reading:
    """The reviews of one store as themes see them; read when first asked for, then kept.

    Attributes:
        store: The store.
        moods: Gives the mood of each review by its id, -1 to 1, where most have no stars.
    """

    store: Store
    moods: Callable[[], Mapping[str, int]] | None = None

    @cached_property
    def table(self) -> pa.Table:
        """Every review with words, by id: review_id, item_id, user_id, rating, day, language."""
        reviews = self.store.table("reviews")
        reviews = reviews.filter(reviews.text.strip() != "").order_by("review_id")
        return reviews.select(
            "review_id", "item_id", "user_id", "rating", "title", "text", "language",
            day=reviews.local_time.date(),
        ).to_pyarrow()  # fmt: skip

    def text(self, review: int) -> str:
        """Title and text of one review, personal data masked."""
        return shown(*(self.table[name][review].as_py() for name in ("title", "text")))

    def is_in(self, language: str) -> Flags:
        """Which reviews are read as `language`: Chinese as zh, all others as en; `[n_reviews]`."""
        return self._chinese if language == "zh" else ~self._chinese

    @cached_property
    def _chinese(self) -> Flags:
        rows = zip(self.table["language"].to_pylist(), self.table["text"].to_pylist(), strict=True)
        return np.array([(told or language_of(text)) == "zh" for told, text in rows], bool)

    @cached_property
    def real(self) -> Flags:
        """Which reviews are read and no spam: `[n_reviews]`."""
        real = ~self.foreign
        real[self.mentions.spam] = False
        return real

    @cached_property
    def foreign(self) -> Flags:
        """Which reviews are in a language whose themes are not known: `[n_reviews]`."""
        told = self.table["language"].to_pylist()
        return np.array([language not in (None, "", *READ) for language in told], bool)

    @cached_property
    def days(self) -> Ints:
        """Day each review was written, as an ordinal; 0 where that is not known."""
        return np.array(
            [d.toordinal() if d else 0 for d in self.table["day"].to_pylist()], np.int64
        )

    @cached_property
    def stars(self) -> Floats:
        """Stars of each review, 1-5; not a number where it has none."""
        return np.array(self.table["rating"].to_numpy(zero_copy_only=False), np.float64)

    @property
    def rated(self) -> bool:
        """Whether most reviews have stars, which teach what their words mean."""
        return bool((~np.isnan(self.stars)).mean() >= _RATED) if len(self.stars) else True

    @cached_property
    def mentions(self) -> Mentions:
        """Who speaks of what; read from the workspace if these very reviews were read before."""
        return self.prepare()

    def prepare(self, progress: Progress | None = None) -> Mentions:
        """`mentions`, with the progress of reading called with steps done and steps in all."""
        path = self._path
        if path is not None and path.exists():
            return Mentions.from_arrow(pq.read_table(path))
        found = self._read(progress)
        if path is not None:
            path.parent.mkdir(exist_ok=True)
            unfinished = path.with_suffix(".part")
            pq.write_table(found.to_arrow(), unfinished)
            unfinished.replace(path)
            for other in path.parent.glob("mentions-*.parquet"):
                if other != path:
                    other.unlink()
        return found

    @property
    def _path(self) -> Path | None:
        """Where the mentions are kept; nowhere for a store in memory."""
        if self.store.folder is None:
            return None
        named = f"{_FORM} {self.store.profile.data_version} {SOURCE} {ORDINARY}"
        digest = hashlib.sha256(named.encode()).hexdigest()[:16]
        return self.store.folder / FOLDER / f"mentions-{digest}.parquet"

    def _read(self, progress: Progress | None = None) -> Mentions:
        rows = zip(self.table["title"].to_pylist(), self.table["text"].to_pylist(), strict=True)
        texts = [shown(title, text) for title, text in rows]
        spam = [place for place, text in enumerate(texts) if is_spam(text)]
        for place in (*spam, *np.flatnonzero(self.foreign)):
            texts[place] = ""
        ids, stars = (self.table[name].to_pylist() for name in ("review_id", "rating"))
        felt = {} if self.rated or self.moods is None else self.moods()
        moods = [felt.get(review, 0) for review in ids]
        found = read(texts, stars, self._things(), self.categories, moods, progress)
        logger.info("Read %d reviews: %d mentions of themes", len(texts), len(found.review))
        return replace(found, spam=np.array(spam, np.int64))

    @cached_property
    def categories(self) -> list[str]:
        """Category of each review's item; empty where none says."""
        ids = self.table["item_id"].to_pylist()
        if "items.category" not in self.store.columns:
            return [""] * len(ids)
        items = self.store.table("items").select("item_id", "category").to_pyarrow()
        of = dict(zip(items["item_id"].to_pylist(), items["category"].to_pylist(), strict=True))
        return [of.get(item) or "" for item in ids]

    def _things(self) -> list[str]:
        """What the item of each review is called, in every language; empty where none says."""
        items = item_names(self.store)
        ids = self.table["item_id"].to_pylist()
        spelt = {item: f"{name.en} {name.zh or ''}" for item, name in items.items()}
        return [spelt.get(item, "") for item in ids]


def shown(title: str | None, text: str | None) -> str:
    """A review as it is read and quoted: cleaned, personal data masked."""
    parts = [masked(cleaned((part or "")[:_LONGEST])) for part in (title, text)]
    return "\n".join(part for part in parts if part)
