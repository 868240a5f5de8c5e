"""The store's policies, searched by the words and sense of a question and quoted as they stand.

They lie as Markdown files in `policies/` of the workspace, where anybody may edit them, and are
read anew for every question; a store without that folder has those of its `policies` table.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.terms import terms
from tools.service.rules import FOLDER
from tools.store.store import Store
from tools.wording.values import Language

if TYPE_CHECKING:  # torch takes seconds
    from retrieval.embedding import Embedder, Vectors

K1, B = 1.2, 0.75  # BM25, Robertson & Zaragoza 2009
TITLE_WEIGHT = 2
LONGEST_QUERY = 500  # characters
WORDS_SHARE, SPREAD = 0.5, 3.0
"""How words and meaning are joined; tests/benchmarks/policy_search.py measures it."""
ALIKE: dict[Language, float] = {"en": 0.853, "zh": 0.894}
EASED = 0.03
HINTED = 1.0
"""What the point found for the likeliest other wording counts beside that of her own words."""
"""Likeness (cosine, bundled model) to a point of that language under which a question is about
something else; a question that shares all of its words with one needs `EASED` less, one that shares
half of them half of that. "Do you deliver on Sundays" reaches 0.848 and "the price dropped after I
bought it" 0.838 with half of its words. tests/benchmarks/policy_search.py counts both mistakes."""

Scores = NDArray[np.float64]

_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MARKS = re.compile(r"\*+|__|`")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can do doe for from have how i if in is it me my of on or our "
        "that the there this to us we what when where which will with you your "
        "的 了 吗 呢 吧 是 在 有 和 就 我 你 您 我们 你们 要 能 可以 怎么 如何 什么 谁 请问 请",
    )
)

_GENERAL = frozenset(
    terms("policy policies rules terms conditions information 政策 规定 规则 条款 说明 制度")
)
"""Words that ask for a policy as such, not for one point of it."""


@dataclass(frozen=True)
class Clause:
    """One point of a policy: a bullet or a paragraph, under its headings.

    Attributes:
        clause_id: The policy's id and the place of the point in it, such as `returns-en#3`.
        heading: The headings it stands under, outermost first.
        text: The point as it stands, without Markdown's marks.
    """

    clause_id: str
    heading: str
    text: str

    @property
    def language(self) -> Language:
        """Language it is written in, told by its script."""
        return "zh" if len(_CHINESE.findall(self.text)) > 0.15 * len(self.text) else "en"

    @cached_property
    def terms(self) -> Counter[str]:
        """How often each term occurs; a heading's terms count more."""
        counts = Counter(telling(self.text))
        for term in telling(self.heading):
            counts[term] += TITLE_WEIGHT
        return counts


def telling(text: str) -> list[str]:
    """Terms of `text` that tell what it is about: common words left out."""
    return [term for term in terms(text) if term not in _COMMON]


def clauses_of(policy_id: str, text: str) -> list[Clause]:
    """The points of a policy written in Markdown."""
    headings: list[str] = []
    parts: list[tuple[str, list[str]]] = []
    open_part = False
    for line in text.splitlines():
        if match := _HEADING.match(line):
            depth = len(line) - len(line.lstrip("#"))
            headings = [*headings[: depth - 1], _MARKS.sub("", match[1]).strip()]
            open_part = False
        elif not line.strip():
            open_part = False
        elif open_part and not _BULLET.match(line):
            parts[-1][1].append(line.strip())
        else:
            parts.append((" › ".join(headings), [_BULLET.sub("", line).strip()]))
            open_part = True
    return [
        Clause(f"{policy_id}#{n}", heading, _MARKS.sub("", " ".join(lines)))
        for n, (heading, lines) in enumerate(parts, 1)
    ]


@dataclass(frozen=True)
class Policies:
    """The policies of one store.

    Attributes:
        store: The store.
        embedder: Gives what finds by meaning as well as by words; `None` for words alone.
        vectors: Of the points and other wordings embedded so far.
    """

    store: Store
    embedder: "Callable[[], Embedder] | None" = None
    vectors: "dict[str, Vectors]" = field(default_factory=dict, repr=False, compare=False)

    @property
    def texts(self) -> dict[str, str]:
        """Policy id to Markdown, as it stands now."""
        folder = self.store.folder / FOLDER if self.store.folder else None
        if folder is not None and folder.is_dir():
            return {
                path.stem: path.read_text(encoding="utf-8", errors="replace")
                for path in sorted(folder.glob("*.md"))
            }
        if "policies" not in self.store.tables:
            return {}
        rows = self.store.table("policies").order_by("policy_id").to_pyarrow().to_pylist()
        return {row["policy_id"]: row["text"] for row in rows}

    def search(
        self, query: str, language: Language, k: int = 3, also: Sequence[str] = ()
    ) -> tuple[Clause, ...]:
        """The `k` points that answer `query` best, in `language` where the store has it so.

        Args:
            query: Words of a question.
            language: Preferred; a store whose policies are all in another gives those.
            k: Most points given.
            also: The same in words nearer to a policy's, the likeliest first.
        """
        every = [c for name, text in self.texts.items() for c in clauses_of(name, text)]
        known = [clause for clause in every if clause.language == language] or every
        if not known or not query.strip():
            return ()
        if whole := _whole_policy(set(telling(query[:LONGEST_QUERY])), known):
            return whole[:k]
        scores = self._scores(query[:LONGEST_QUERY], known)
        for n, other in enumerate(also):
            if self.embedder is not None and other not in self.vectors:  # the same ones each time
                self.vectors[other] = self.embedder().queries([other])[0]
            found = self._scores(other, known)
            if found.max() > 0:
                scores[int(found.argmax())] += HINTED / (1 + n / 2)
        best = np.argsort(-scores, kind="stable")[:k]
        return tuple(known[place] for place in best if scores[place] > 0)

    def _scores(self, query: str, known: list[Clause]) -> Scores:
        """How well each point answers `query`; all 0 where the policies do not speak of it."""
        wanted = set(telling(query))
        scores = np.array([_bm25(wanted, clause, known) for clause in known])
        if self.embedder is None:
            return scores
        shared = max(len(wanted & set(clause.terms)) for clause in known)
        alike = self._likeness(query, known, self.embedder())
        if alike.max() < ALIKE[known[0].language] - EASED * shared / max(len(wanted), 1):
            return np.zeros(len(known))
        return _joined(scores, alike)

    def _likeness(self, query: str, known: list[Clause], embedder: "Embedder") -> Scores:
        """How near each point is to the query in meaning, cosine."""
        texts = [f"{clause.heading}: {clause.text}" for clause in known]
        if new := [text for text in texts if text not in self.vectors]:
            self.vectors.update(zip(new, embedder.passages(new), strict=True))
        asked = self.vectors.get(query)
        asked = embedder.queries([query])[0] if asked is None else asked
        return np.asarray(np.stack([self.vectors[t] for t in texts]) @ asked, np.float64)


def _whole_policy(wanted: set[str], known: list[Clause]) -> tuple[Clause, ...]:
    """The points of the policy that is asked for as such ("your return policy"), in their order."""
    subject = wanted - _GENERAL
    if subject == wanted or not subject:
        return ()
    named = [clause for clause in known if _heads(subject, clause.heading)]
    policies = dict.fromkeys(clause.clause_id.rpartition("#")[0] for clause in named)
    if len(policies) != 1:
        return ()
    return tuple(named)


def _heads(subject: set[str], heading: str) -> bool:
    """Whether `heading` names the whole subject; in Chinese by its characters (退货 in 退换货)."""
    held = set(telling(heading))
    return all(
        term in held or (_CHINESE.match(term) and set(term) <= set(heading)) for term in subject
    )


def _joined(words: Scores, alike: Scores) -> Scores:
    """Both on one scale; the best by words has `WORDS_SHARE`, likeness counts by its spread."""
    standing = (alike - alike.mean()) / (float(alike.std()) or 1.0)
    return np.asarray(WORDS_SHARE * words / (float(words.max()) or 1.0) + standing / SPREAD)


def _bm25(wanted: set[str], clause: Clause, every: list[Clause]) -> float:
    """How well the words fit; a word that stands in few points weighs more."""
    mean = sum(c.terms.total() for c in every) / len(every)
    score = 0.0
    for term in wanted & set(clause.terms):
        holding = sum(term in c.terms for c in every)
        weight = math.log(1 + (len(every) - holding + 0.5) / (holding + 0.5))
        count = clause.terms[term]
        length = K1 * (1 - B + B * clause.terms.total() / mean)
        score += weight * count * (K1 + 1) / (count + length)
    return score
