"""Reviews of the demo store: about their own item, varied, bilingual, true to its quality."""

import json
import re

import duckdb
import numpy as np
import pytest

from tools.store.demo import TRUTH, DemoConfig, create_demo
from tools.store.demo.catalogue import categories
from tools.store.demo.config import load_yaml
from tools.store.demo.writing import BANKS, Brief, Writer, phrase_banks, voice

CONFIG = DemoConfig(seed=5, n_users=1_500, n_items=108, n_reviews=1_200)
OF_SOME = {  # words that only reviews of items with such an aspect or of such a kind may hold
    "battery": r"\bbattery\b|续航|电池",
    "fabric": r"\bfabric\b|面料",
    "screen": r"\bscreen\b|屏幕",
    "insulation": r"\binsulation\b|保温",
    "grip": r"downward dog|on wet tiles|防滑",
}


@pytest.fixture(scope="module")
def reviews(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reviews")
    create_demo(folder, CONFIG)
    truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    with duckdb.connect(folder / "store.duckdb", read_only=True) as connection:
        rows = connection.execute("""SELECT item_id, category, rating, language, text
            FROM reviews JOIN items USING (item_id)""").fetchall()
    return rows, truth


def test_every_bank_of_the_catalogue_has_phrases_in_both_languages_and_moods():
    used = {
        bank
        for c in categories()
        for joined in c.all_aspects.values()
        for bank in joined.split("+")
    }
    assert used == set(phrase_banks())
    for name, bank in phrase_banks().items():
        for language in ("en", "zh"):
            for feeling in ("good", "bad"):
                phrases = bank[language][feeling]
                assert phrases, name
                assert len(set(phrases)) == len(phrases), name


def test_bank_names_are_not_used_twice():
    names = [name for file in BANKS for name in load_yaml(f"phrases/{file}.yaml")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_voice_speaks_of_every_category(language):
    assert set(voice(language).contexts) == {category.name for category in categories()}


def test_no_mark_of_the_grammar_is_left_in_a_text(reviews):
    rows, _ = reviews
    assert not [text for *_, text in rows if re.search(r"[<>|$]", text)]


def test_about_half_the_reviews_are_chinese_and_each_is_in_its_language(reviews):
    rows, _ = reviews
    chinese = [language == "zh" for _, _, _, language, _ in rows]
    assert len(rows) == CONFIG.n_reviews
    assert 0.4 < np.mean(chinese) < 0.6
    for _, _, _, language, text in rows:
        assert bool(re.search(r"[一-鿿]", text)) == (language == "zh")


def test_texts_differ(reviews):
    rows, _ = reviews
    assert len({text for *_, text in rows}) >= 0.98 * len(rows)


@pytest.mark.parametrize("aspect", OF_SOME)
def test_reviews_speak_only_of_aspects_their_item_has(reviews, aspect):
    rows, _ = reviews
    having = {category.name for category in categories() if aspect in category.aspects}
    speaking = {category for _, category, _, _, text in rows if re.search(OF_SOME[aspect], text)}
    assert speaking
    assert speaking <= having


def test_a_review_speaks_of_the_aspects_it_was_asked_for():
    rng = np.random.default_rng(1)
    banks = {"noise": "noise_keys", "delivery": "delivery"}
    asked = Brief("Keyboards", "Keyboard", "Keywell", "zh", 4, banks, {"noise": 1, "delivery": -1})
    quiet = phrase_banks()["noise_keys"]["zh"]
    texts = [Writer(rng).write(asked)[2] for _ in range(60)]
    assert any(phrase in text for text in texts for phrase in quiet["good"])
    assert not any(phrase in text for text in texts for phrase in quiet["bad"])


def test_stars_follow_the_true_quality_of_the_item(reviews):
    rows, truth = reviews
    quality = {i: np.mean(list(item["quality"].values())) for i, item in truth["items"].items()}
    stars = np.array([row[2] for row in rows])
    true = np.array([quality[row[0]] for row in rows])
    assert np.corrcoef(stars, true)[0, 1] > 0.25
    assert set(stars) == {1, 2, 3, 4, 5}


def test_length_ranges_from_a_few_words_to_paragraphs(reviews):
    rows, _ = reviews
    english = [len(text.split()) for *_, language, text in rows if language == "en"]
    assert min(english) <= 4
    assert max(english) >= 45
