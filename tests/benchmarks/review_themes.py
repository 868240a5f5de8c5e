"""How well `review_themes` reads reviews: against stars, against labels, against planted opinions.

    python -m tests.benchmarks.review_themes [DEMO_WORKSPACE]

Prints a Markdown table. Sentiment never sees the stars of the review it judges: it is cross-fitted,
and the pull of a review's own stars (`weight_of_stars`) is taken out again before it is measured.
A demo store's planted opinions are the phrases its texts were made of, found again in the texts.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import yaml
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score

from tests.benchmarks.shops import SHARED
from tools.store.store import Store
from tools.themes.mentions import Floats, Mentions, read
from tools.themes.reading import Reading, shown
from tools.themes.sentiment import weight_of_stars

PHRASES = Path(__file__).parents[2] / "tools" / "store" / "demo" / "phrases"
SPOKEN_OF = 5  # mentions of an item's aspect that is held against its true quality
ENOUGH = 200  # reviews of an aspect whose own area is told

MEANT = {
    "value": "price", "stitching": "quality", "build": "quality durability", "fabric": "material",
    "texture": "material", "scent": "smell", "insulation": "warmth", "leak": "leaks",
    "suction": "performance cleaning", "key": "feel", "durability": "durability quality",
    "gentleness": "gentleness effect", "capacity": "capacity size", "noise": "noise sound",
    "size": "size weight capacity",
}  # fmt: skip
"""Banks of phrases to the aspects they speak of, where these are called otherwise."""

Planted = list[tuple[str, int, int, int]]
"""Bank, mood, first and one past the last character of every planted phrase of a text."""


def main() -> None:
    """Print the table."""
    print("| what | reviews | area under ROC | accuracy |\n|---|---:|---:|---:|")
    _clothing()
    _chinese()
    if len(sys.argv) > 1:
        _demo(Path(sys.argv[1]))


def _clothing() -> None:
    rows = pq.read_table(SHARED / "womens_clothing_reviews_en.parquet").to_pylist()
    rows = [row for row in rows if row["Review Text"]]
    texts = [shown(row["Title"], row["Review Text"]) for row in rows]
    stars = [int(row["Rating"]) for row in rows]
    categories = [str(row["Class Name"]) for row in rows]
    found = read(texts, stars, [""] * len(rows), categories)
    _against(found, stars, "English, 4–5 against 1–2 stars")


def _chinese() -> None:
    rows = pq.read_table(SHARED / "online_shopping_reviews_zh.parquet").to_pylist()
    rows = [row for row in rows if row["review"]]
    texts = [shown(None, row["review"]) for row in rows]
    stars = [5 if row["label"] else 1 for row in rows]
    categories = [row["cat"] for row in rows]
    _against(read(texts, stars, categories, categories), stars, "Chinese, labelled good or bad")


def _against(found: Mentions, stars: Sequence[int], name: str) -> None:
    """The mean of a review's aspect clauses, and of each aspect's, against its stars."""
    star = np.asarray(stars, np.float64)
    own = found.score - weight_of_stars(stars) * (star[found.review] - 3)
    _row(f"{name}: all aspects of a review", *_means(found.review, own), star)
    areas = {}
    for place, theme in enumerate(found.themes):
        at = found.theme == place
        reviews, means = _means(found.review[at], own[at])
        clear = star[reviews] != 3
        if clear.sum() >= ENOUGH and len(set(star[reviews][clear] > 3)) == 2:
            areas[theme] = roc_auc_score(star[reviews][clear] > 3, means[clear])
            if not theme.startswith("own "):
                _row(f"{name}: {theme}", reviews, means, star)
    print(f"| {name}: mean over {len(areas)} aspects | | {np.mean(list(areas.values())):.3f} | |")


def _means(reviews: np.ndarray, scores: Floats) -> tuple[np.ndarray, Floats]:
    which, place = np.unique(reviews, return_inverse=True)
    return which, np.bincount(place, scores) / np.bincount(place)


def _row(name: str, reviews: np.ndarray, means: Floats, star: Floats) -> None:
    clear = star[reviews] != 3
    good, means = star[reviews][clear] > 3, means[clear]
    area = roc_auc_score(good, means)
    print(f"| {name} | {clear.sum():,} | {area:.3f} | {((means > 0) == good).mean():.3f} |")


def _demo(workspace: Path) -> None:
    """Planted opinions found: which aspects, and with which sentiment."""
    reading = Reading(Store.open(workspace))
    rows = reading.table.to_pylist()
    texts = [reading.text(n) for n in range(len(rows))]
    planted = list(_planted(texts, [row["language"] for row in rows]))
    found = reading.mentions
    ids = list(found.themes)
    said: Mapping[int, list[tuple[str, float, int, int]]] = defaultdict(list)
    for review, theme, score, start, end in zip(
        found.review, found.theme, found.score, found.start, found.end, strict=True
    ):
        said[int(review)].append((ids[theme], float(score), int(start), int(end)))
    hits, total, right, judged = Counter[str](), Counter[str](), 0, 0
    for review, opinions in enumerate(planted):
        for bank, mood, start, end in opinions:
            language = rows[review]["language"]
            total[language] += 1
            meant = [
                s
                for t, s, a, b in said[review]
                if min(b, end) > max(a, start) and t in _aspects(bank)
            ]
            hits[language] += bool(meant)
            judged += bool(meant)
            right += bool(meant) and (np.mean(meant) > 0) == (mood > 0)
    for language, n in total.items():
        share = hits[language] / n
        print(
            f"| demo, {language}: planted opinions whose aspect is found | {n:,} | | {share:.3f} |"
        )
    print(f"| demo: sentiment of these | {judged:,} | | {right / judged:.3f} |")
    sure = [
        (t, review, a, b)
        for review in said
        for t, _, a, b in said[review]
        if not t.startswith("own ")
    ]
    true = sum(
        any(
            min(b, end) > max(a, start) and theme in _aspects(bank)
            for bank, _, start, end in planted[review]
        )
        for theme, review, a, b in sure
    )
    share = true / len(sure)
    print(f"| demo: mentions of common aspects planted so | {len(sure):,} | | {share:.3f} |")
    _qualities(workspace, reading)


def _qualities(workspace: Path, reading: Reading) -> None:
    """Mean mood of each item's aspect against the quality it was given, where it is spoken of."""
    truth = json.loads((workspace / "demo_truth.json").read_text(encoding="utf-8"))["items"]
    found, ids = reading.mentions, list(reading.mentions.themes)
    items = reading.table["item_id"].to_pylist()
    moods: dict[tuple[str, str], list[float]] = defaultdict(list)
    for review, theme, score in zip(found.review, found.theme, found.score, strict=True):
        moods[items[review], ids[theme]].append(float(np.sign(score)))
    pairs = [
        (np.mean(moods[item, aspect]), quality)
        for item, own in truth.items()
        for kind, quality in own["quality"].items()
        for aspect in _aspects(kind)[:1]
        if len(moods[item, aspect]) >= SPOKEN_OF
    ]
    rho = spearmanr(*zip(*pairs, strict=True)).statistic
    print(
        f"| demo: rank correlation with items' true quality | {len(pairs):,} pairs | | {rho:.2f} |"
    )


def _aspects(bank: str) -> list[str]:
    kind = bank.split("_")[0]
    return MEANT.get(kind, kind).split()


def _planted(texts: Sequence[str], languages: Sequence[str]) -> Iterator[Planted]:
    patterns = list(_patterns())
    for text, language in zip(texts, languages, strict=True):
        found = [
            (bank, mood, match.start(), match.end())
            for bank, spoken, mood, pattern in patterns
            if spoken == language and (match := pattern.search(text)) and len(match[0]) > 3
        ]
        yield [own for own in found if not any(_within(own, other) for other in found)]


def _within(own: tuple[str, int, int, int], other: tuple[str, int, int, int]) -> bool:
    """Whether a longer phrase holds this one."""
    longer = other[3] - other[2] > own[3] - own[2]
    return longer and other[2] <= own[2] and other[3] >= own[3]


def _patterns() -> Iterator[tuple[str, str, int, re.Pattern[str]]]:
    for file in PHRASES.glob("*.yaml"):
        if file.name.startswith("voice"):
            continue
        for bank, languages in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for language, kinds in languages.items():
                for kind, phrases in kinds.items():
                    for phrase in phrases:
                        mood = 1 if kind == "good" else -1
                        yield bank, language, mood, re.compile(_pattern(phrase), re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """A phrase of a bank as its texts may hold it: alternatives, blanks, marks left out."""
    marks = r"[\s,，.。!！?？;；\'’\"-]+"
    parts = re.split(rf"(<|>|\||\$\w+|{marks})", phrase)
    plain = {"<": "(?:", ">": ")", "|": "|"}
    return "".join(
        plain.get(part)
        or (
            r".{1,14}?"
            if part.startswith("$")
            else r"[\W_]*"
            if re.fullmatch(marks, part)
            else re.escape(part)
        )
        for part in parts
        if part
    )


if __name__ == "__main__":
    main()
