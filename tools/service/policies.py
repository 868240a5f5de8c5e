"""The store's policies, searched by the words of a question and quoted as they stand.

They lie as Markdown files in `policies/` of the workspace, where anybody may edit them, and are
read anew for every question; a store without that folder has those of its `policies` table.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from tools.store.store import Store
from tools.wording.values import Language

FOLDER = "policies"
K1, B = 1.2, 0.75  # BM25, Robertson & Zaragoza 2009
TITLE_WEIGHT = 2

_HEADING = re.compile(r"^#{1,6}\s+(.*)$")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_WORDS = re.compile(r"[a-z0-9]+|[\u4e00-\u9fff]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MARKS = re.compile(r"\*\*|__|`")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can do does for from have how i if in is it me my of on or our "
        "that the there this to us we what when where which will with you your",
    )
)


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
        counts = Counter(terms(self.text))
        for term in terms(self.heading):
            counts[term] += TITLE_WEIGHT
        return counts


def terms(text: str) -> list[str]:
    """Words of `text`: English without endings and common words, Chinese in pairs of characters.

    >>> terms("Returning items: 退货")
    ['return', 'item', '退货']
    """
    found = []
    for run in _WORDS.findall(text.casefold()):
        if _CHINESE.match(run):
            found += [run[i : i + 2] for i in range(max(len(run) - 1, 1))]
        elif run not in _COMMON:
            found.append(_stem(run))
    return found


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


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
    """The policies of one store."""

    store: Store

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

    def search(self, query: str, language: Language, k: int = 3) -> tuple[Clause, ...]:
        """The `k` points that answer `query` best, in `language` where the store has it so.

        Args:
            query: Words of a question.
            language: Preferred; a store whose policies are all in another gives those.
            k: Most points given.
        """
        every = [c for name, text in self.texts.items() for c in clauses_of(name, text)]
        known = [clause for clause in every if clause.language == language] or every
        wanted = set(terms(query))
        scored = [(_bm25(wanted, clause, known), clause) for clause in known]
        ranked = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        return tuple(clause for _, clause in ranked[:k])


def _bm25(wanted: set[str], clause: Clause, every: list[Clause]) -> float:
    mean = sum(c.terms.total() for c in every) / len(every)
    score = 0.0
    for term in wanted & set(clause.terms):
        holding = sum(term in c.terms for c in every)
        weight = math.log(1 + (len(every) - holding + 0.5) / (holding + 0.5))
        count = clause.terms[term]
        length = K1 * (1 - B + B * clause.terms.total() / mean)
        score += weight * count * (K1 + 1) / (count + length)
    return score
