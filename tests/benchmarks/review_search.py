"""Real reviews searched: by meaning, by words and by both; categories, moods, speed.

Known items: a review's title is the question, its text the one right answer; titles are not
indexed. Chinese: "<category> 差评" and "<category> 好评", once with the categories and labels
imported and once from the texts alone.

Run: python -m tests.benchmarks.review_search [known|chinese|polarity|speed] [questions] [cache]
`cache` is a folder that keeps vectors between runs.
"""

import hashlib
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from sklearn.metrics import roc_auc_score

from retrieval.embedding import TorchEmbedder
from retrieval.filters import Filters
from retrieval.polarity import Polarity
from retrieval.review_index import ReviewIndex

DATA = Path(__file__).parents[3] / "shared" / "data"
K = 10


class Kept:
    """An embedder that keeps its vectors in a file."""

    def __init__(self, inner, file):
        self.inner, self.file, self.model_id = inner, file, inner.model_id
        self.known = dict(np.load(file)) if file and file.exists() else {}

    def queries(self, texts):
        return self._kept("query", texts, self.inner.queries)

    def passages(self, texts, progress=None):
        return self._kept("", texts, self.inner.passages)

    def _kept(self, kind, texts, embed):
        names = [hashlib.sha256((kind + text).encode()).hexdigest()[:24] for text in texts]
        new = dict(zip(names, texts, strict=True))
        new = {name: text for name, text in new.items() if name not in self.known}
        if new:
            self.known.update(zip(new, embed(list(new.values())), strict=True))
        return np.stack([self.known[name] for name in names])

    def save(self):
        if self.file:
            np.savez(self.file, **self.known)


def english():
    reviews = pd.read_parquet(DATA / "womens_clothing_reviews_en.parquet")
    reviews["review_id"] = [f"e{n}" for n in range(len(reviews))]
    return reviews[reviews["Review Text"].fillna("").str.strip() != ""]


def chinese():
    reviews = pd.read_parquet(DATA / "online_shopping_reviews_zh.parquet")
    reviews["review_id"] = [f"z{n}" for n in range(len(reviews))]
    return reviews[reviews.review.fillna("").str.strip() != ""]


def table(**columns):
    return pa.table({name: list(values) for name, values in columns.items()})


def known_items(embedder, folder, n):
    """MRR@10 and recall@10 of each ranking, on the items of each half."""
    reviews = english()
    index = ReviewIndex.open(folder / "known", embedder)
    texts = table(review_id=reviews.review_id, text=reviews["Review Text"])
    index.update(texts, print_progress)
    embedder.save()
    titled = reviews[reviews.Title.fillna("").str.strip() != ""]
    print("\n| items | questions | ranking | MRR@10 | recall@10 |\n|---|---|---|---|---|")
    halves = ("tuned on", 0), ("held out", 1)
    for name, half in halves:
        asked = titled[titled["Clothing ID"] // 2 % 2 == half]
        asked = asked.sample(min(n, len(asked)), random_state=7)
        ranks = {"words": [], "meaning": [], "both": []}
        for row in asked.itertuples():
            for by, found in rankings(index, row.Title.strip()).items():
                ranks[by].append(found.index(row.review_id) + 1 if row.review_id in found else 0)
        for by, places in ranks.items():
            mrr = np.mean([1 / place if place else 0 for place in places])
            recall = np.mean([place > 0 for place in places])
            print(f"| {name} | {len(asked):,} | {by} | {mrr:.4f} | {recall:.4f} |")


def rankings(index, question):
    vector = index.query_vector(question)
    return {
        "words": list(index.words.search(question, K, Filters())),
        "meaning": index.vectors.near(vector, K),
        "both": [hit.review_id for hit in index.search(question, K).hits],
    }


def chinese_moods(embedder, folder):
    """Precision@10 of category and of mood."""
    reviews = chinese()
    whole = {
        "categories and labels": table(
            review_id=reviews.review_id,
            text=reviews.review,
            category=reviews.cat,
            rating=np.where(reviews.label == 1, 5, 1),
        ),
        "categories": table(review_id=reviews.review_id, text=reviews.review, category=reviews.cat),
        "texts alone": table(review_id=reviews.review_id, text=reviews.review),
    }
    truth = reviews.set_index("review_id")
    print("\n| imported | category | mood | precision@10 both | category | mood |")
    print("|---|---|---|---|---|---|")
    for name, rows in whole.items():
        index = ReviewIndex.open(folder / f"chinese {name}", embedder)
        index.update(rows, print_progress)
        embedder.save()
        said = []
        for category in sorted(reviews.cat.unique()):
            for word, label in (("差评", 0), ("好评", 1)):
                filters = Filters(
                    category=category if "cat" in name else None, mood=1 if label else -1
                )
                found = index.search(category, K, filters).hits
                right = truth.loc[[hit.review_id for hit in found]]
                in_category, in_mood = right.cat == category, right.label == label
                said.append(((in_category & in_mood).mean(), in_category.mean(), in_mood.mean()))
                both, one, other = said[-1]
                print(f"| {name} | {category} | {word} | {both:.2f} | {one:.2f} | {other:.2f} |")
        both, one, other = np.mean(said, axis=0)
        print(f"| {name} | all | all | **{both:.3f}** | {one:.3f} | {other:.3f} |")


def polarity(embedder):
    """How often the polarity of texts agrees with their labels and stars."""
    judge = Polarity.fit(embedder)
    reviews = chinese()
    scores = judge.of(embedder.passages(list(reviews.review)), ["zh"] * len(reviews))
    labels = reviews.label.to_numpy()
    print("\n| reviews | n | accuracy | area under ROC |\n|---|---|---|---|")
    right = ((scores > 0) == labels).mean()
    print(f"| Chinese | {len(labels):,} | {right:.4f} | {roc_auc_score(labels, scores):.4f} |")
    reviews = english()
    reviews = reviews[reviews.Rating != 3]
    scores = judge.of(embedder.passages(list(reviews["Review Text"])), ["en"] * len(reviews))
    stars = reviews.Rating.to_numpy() > 3
    right = ((scores > 0) == stars).mean()
    print(f"| English | {len(stars):,} | {right:.4f} | {roc_auc_score(stars, scores):.4f} |")
    embedder.save()


def speed(embedder, folder, n):
    """Milliseconds of a search among 100,000 reviews, made of the real ones' sentences."""
    texts = [*english()["Review Text"], *chinese().review]
    vectors = embedder.passages(texts)
    rng = np.random.default_rng(0)
    many = Repeated(embedder, vectors, rng)
    index = ReviewIndex.open(folder / "speed", many)
    chosen = [texts[i] for i in rng.integers(0, len(texts), 100_000)]
    begun = time.perf_counter()
    index.update(
        table(
            review_id=[f"r{n}" for n in range(len(chosen))],
            text=[f"{text} {n}" for n, text in enumerate(chosen)],
            rating=rng.integers(1, 6, len(chosen)),
            item_id=[f"i{n}" for n in rng.integers(0, 2000, len(chosen))],
        ),
        print_progress,
    )
    print(f"\n{len(index):,} reviews stored in {time.perf_counter() - begun:.0f} s, vectors given")
    asked = [title for title in english().Title.dropna() if title.strip()][: n // 2]
    asked += [text[:12] for text in chinese().review][: n // 2]
    print("\n| filter | questions | p50 ms | p95 ms |\n|---|---|---|---|")
    wanted = {
        "none": Filters(),
        "stars up to 2": Filters(rating_max=2),
        "one item": Filters(item_ids=("i7",)),
    }
    for name, filters in wanted.items():
        index.search("warm up", K, filters)
        took = []
        for question in asked:
            begun = time.perf_counter()
            index.search(question, K, filters)
            took.append(1000 * (time.perf_counter() - begun))
        p50, p95 = np.percentile(took, [50, 95])
        print(f"| {name} | {len(asked)} | {p50:.0f} | {p95:.0f} |")


class Repeated:
    """Passages get a known vector and a little noise; questions are embedded for real."""

    def __init__(self, inner, vectors, rng):
        self.inner, self.vectors, self.rng, self.model_id = inner, vectors, rng, "repeated"

    def queries(self, texts):
        return self.inner.queries(texts)

    def passages(self, texts, progress=None):
        near = self.vectors[self.rng.integers(0, len(self.vectors), len(texts))]
        near = near + self.rng.normal(0, 0.01, near.shape)
        return (near / np.linalg.norm(near, axis=1, keepdims=True)).astype(np.float32)


def print_progress(done, total):
    if done == total:
        print(f"{done:,} embedded", file=sys.stderr)


def main(part, n, cache):
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        inner = TorchEmbedder.bundled(cache or folder)
        embedder = Kept(inner, cache / "vectors.npz" if cache else None)
        if part in ("known", "all"):
            known_items(embedder, folder, n)
        if part in ("chinese", "all"):
            chinese_moods(embedder, folder)
        if part in ("polarity", "all"):
            polarity(embedder)
        if part in ("speed", "all"):
            speed(embedder, folder, min(n, 200))


if __name__ == "__main__":
    main(
        sys.argv[1] if len(sys.argv) > 1 else "all",
        int(sys.argv[2]) if len(sys.argv) > 2 else 1000,
        Path(sys.argv[3]) if len(sys.argv) > 3 else None,
    )
