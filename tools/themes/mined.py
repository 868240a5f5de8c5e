"""Themes of one store's own: nouns its reviews judge that no common aspect covers, in groups.

A noun counts where reviews say something of it: an English one that follows a determiner and is
followed by a verb ("the straps are"), a Chinese one followed by an adjective ("屏幕清晰"); as in
mining features for opinions (Hu & Liu 2004). What is bought ("this dress") is no theme of it.
Nouns that stand in like clauses make one theme: average linkage over their vectors in a latent
semantic analysis of the clauses (Deerwester et al. 1990).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import rjieba
import yaml
from sklearn.cluster import AgglomerativeClustering
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from retrieval.terms import terms
from tools.themes.aspects import Lexicon
from tools.themes.sentiment import Words
from tools.wording.values import Name

MOST = 120  # nouns grouped, the most judged first
LEAST = 10  # reviews that speak of a theme
_SHARE = 0.003  # of all reviews, that do so
_JUDGED = 0.08  # of the reviews with a noun, those that say something of it
_LEAST_JUDGED = 4
_THE = 0.4  # of an English noun's determiners, those that point at a part: "the", "its", "no"
_THING = 0.4  # of them, those that point at what was bought: "this", "a"; 这款
_WHOLE = 0.12  # of a category's reviews; a Chinese noun in more of them is the thing itself
_APART = 0.5  # cosine distance up to which groups are joined
_WIDTH = 100  # of the vectors
_NAMED = 2  # nouns a theme is named by

_FILE = Path(__file__).with_name("ordinary.yaml")
ORDINARY = _FILE.read_text(encoding="utf-8")
_WORD = re.compile(r"[a-z][a-z'-]+")
_RUN = re.compile(r"[a-z][a-z'\- ]+")
_PART = frozenset(("the", "its", "no"))
_BOUGHT = frozenset(("this", "these", "a", "an"))
_DETERMINERS = _PART | _BOUGHT | frozenset(("those", "my", "your", "our", "their", "her", "his"))
_BETWEEN = ("d", "zg", "ad", "uj")  # parts of speech between a noun and its adjective
_RATHER = ("有点", "有些", "有点儿")  # jieba takes these for nouns
_NAMES = ("nr", "ns", "nt")  # people, places, companies
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass
class Noun:
    """What was counted of one noun: reviews by category, judging reviews, determiners, forms."""

    reviews: Counter[str] = field(default_factory=Counter)
    judged: int = 0
    determined: int = 0
    part: int = 0
    bought: int = 0
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def n(self) -> int:
        """Reviews that hold it."""
        return self.reviews.total()

    @property
    def form(self) -> str:
        """Its commonest form."""
        return self.forms.most_common(1)[0][0]


def own_themes(
    clauses: Sequence[Sequence[str]], words: Sequence[Words], categories: Sequence[str]
) -> list[tuple[Name, tuple[str, ...]]]:
    """Themes beyond the common aspects: what each is called, and the stems or words it goes by.

    Args:
        clauses: Of each review.
        words: Of each clause of all reviews, as `retrieval.terms.terms`.
        categories: Of each review's item.
    """
    counted = _counted(clauses, categories)
    sizes = Counter(categories)
    least = max(LEAST, _SHARE * len(clauses))
    kept = [
        (stem, noun)
        for stem, noun in counted.items()
        if noun.n >= least and _is_theme(noun, sizes) and not Lexicon.common().found(noun.form)
    ]
    kept = sorted(kept, key=lambda each: -each[1].judged)[:MOST]
    groups = _groups([stem for stem, _ in kept], words)
    nouns = dict(kept)
    return [_theme([(stem, nouns[stem]) for stem in group]) for group in groups]


def _theme(group: list[tuple[str, Noun]]) -> tuple[Name, tuple[str, ...]]:
    ranked = sorted(group, key=lambda each: -each[1].n)
    forms = [noun.form for _, noun in ranked[:_NAMED]]
    name = Name(en=f"“{', '.join(forms)}”", zh=f"“{'、'.join(forms)}”")  # customers' own words
    return name, tuple(stem for stem, _ in ranked)


def _is_theme(noun: Noun, sizes: Counter[str]) -> bool:
    """Whether customers judge it, and it is not what they bought or whom they bought it for."""
    whole = _CHINESE.match(noun.form) is not None and any(
        n > _WHOLE * sizes[category] and sizes[category] >= LEAST
        for category, n in noun.reviews.items()
    )
    judged = noun.judged >= max(_LEAST_JUDGED, _JUDGED * noun.n)
    part = noun.part >= _THE * noun.determined and noun.bought <= _THING * noun.determined
    return judged and part and not whole


def _counted(clauses: Sequence[Sequence[str]], categories: Sequence[str]) -> dict[str, Noun]:
    nouns: dict[str, Noun] = defaultdict(Noun)
    for own, category in zip(clauses, categories, strict=True):
        seen: set[str] = set()
        judged: set[str] = set()
        for clause in own:
            for stem, is_judged in (*_english(clause, nouns), *_chinese(clause, nouns)):
                seen.add(stem)
                if is_judged:
                    judged.add(stem)
        for stem in seen:
            nouns[stem].reviews[category] += 1
        for stem in judged:
            nouns[stem].judged += 1
    return nouns


def _english(clause: str, nouns: dict[str, Noun]) -> Iterable[tuple[str, bool]]:
    """Stems that may be nouns and whether the clause says something of each."""
    ordinary, verbs = _ordinary("en"), _ordinary("verbs")
    for run in _RUN.findall(clause.casefold().replace("’", "'")):
        words = _WORD.findall(run)
        for place, word in enumerate(words):
            if word in ordinary or word in verbs or len(word) < 3:
                continue
            before = words[max(0, place - 2) : place]
            determiner = next((w for w in reversed(before) if w in _DETERMINERS), None)
            if before and before[-1] in verbs:
                determiner = None
            stem = _stem(word)
            noun = nouns[stem]
            noun.forms[word] += 1
            noun.determined += determiner is not None
            noun.part += determiner in _PART
            noun.bought += determiner in _BOUGHT
            after = words[place + 1] if place + 1 < len(words) else None
            yield stem, determiner is not None and after in verbs


def _chinese(clause: str, nouns: dict[str, Noun]) -> Iterable[tuple[str, bool]]:
    """The same of Chinese nouns, which stand as they are."""
    if not _CHINESE.search(clause):
        return
    tagged = rjieba.tag(clause, True)
    for place, (word, tag) in enumerate(tagged):
        is_noun = tag.startswith("n") and not tag.startswith(_NAMES) and len(word) > 1
        if not is_noun or not _CHINESE.match(word) or word in _ordinary("zh"):
            continue
        noun = nouns[word]
        noun.forms[word] += 1
        noun.determined += 1
        noun.part += 1
        noun.bought += _points_at(tagged[max(0, place - 2) : place])
        rest = tagged[place + 1 :]
        after = next((t for w, t in rest if t not in _BETWEEN and w not in _RATHER), "")
        yield word, after.startswith("a")


def _points_at(before: Sequence[tuple[str, str]]) -> bool:
    """Whether what stands before a Chinese noun points at it: 这款, 这件, 此."""
    words = "".join(word for word, _ in before)
    return bool(re.search(r"(?:[这此该][款件条双个台本部只]?|[一两][款件条双台本部])$", words))


@cache
def _stem(word: str) -> str:
    found = terms(word)
    return found[0] if found else word


@cache
def _ordinary(kind: str) -> Collection[str]:
    return frozenset(yaml.safe_load(ORDINARY)[kind].split())


def _groups(stems: Sequence[str], clauses: Sequence[Words]) -> list[list[str]]:
    """The stems in groups of those that stand in like clauses; alone where there is no telling."""
    if len(stems) < 2:
        return [[stem] for stem in stems]
    vectorizer = TfidfVectorizer(analyzer=list, min_df=5, max_df=0.1, sublinear_tf=True)
    matrix = vectorizer.fit_transform(clauses)
    known = [stem for stem in stems if stem in vectorizer.vocabulary_]
    width = min(_WIDTH, matrix.shape[1] - 1)
    if len(known) < 2 or width < 2:
        return [[stem] for stem in stems]
    reduced = TruncatedSVD(width, random_state=0, n_iter=2).fit(matrix)
    vectors = (reduced.components_ * reduced.singular_values_[:, None]).T
    own = vectors[[vectorizer.vocabulary_[stem] for stem in known]]
    own = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
    linked = AgglomerativeClustering(
        n_clusters=None, distance_threshold=_APART, metric="cosine", linkage="average"
    ).fit(own)
    groups: dict[int, list[str]] = defaultdict(list)
    for stem, label in zip(known, linked.labels_, strict=True):
        groups[int(label)].append(stem)
    return [*groups.values(), *([stem] for stem in stems if stem not in known)]
