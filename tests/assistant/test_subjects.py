import inspect

import pytest

from assistant.open_arguments import OneOf
from assistant.reading import Reading
from assistant.sides import rating_of
from assistant.slots import slot_of
from assistant.subjects import subject_of, written_in


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("What do customers say about the battery life?", "battery life"),
        ("does anyone mention delivery?", "delivery"),
        ("有没有人提到掉色", "掉色"),
        ("评价里怎么说“防水”", "防水"),
        ("show me four reviews where the strap tore", "strap tore"),
        ("找几条说噪音大的英文差评", "噪音大"),
        ("关于茶壶，大家怎么说它的壶嘴？", "壶嘴"),
        ("雨伞的伞骨客人咋评价", "伞骨"),
        ("评价里嫌掉毛的都怎么说", "掉毛"),
        ("它的评价怎么样", ""),
        ("What do customers think?", ""),
        ("what's bugging people the most right now", ""),
        ("( ) nicest things they write", ""),
        ("大家都在吐槽什么", ""),
        ("最近差评集中在哪些方面", ""),
        ("用户骂得最狠的是啥", ""),
    ],
)
def test_a_subject_is_what_is_pointed_at(question: str, subject: str) -> None:
    assert subject_of(question, []) == subject


@pytest.mark.parametrize("question", ["Is the zip broken according to reviews", "顾客怎么评价续航"])
def test_words_that_may_be_a_subject_go_along_with_their_sentence(question: str) -> None:
    assert subject_of(question, []) == question


def test_what_is_understood_is_no_subject() -> None:
    assert subject_of("what do people hate about Skincare", [(26, 34)]) == ""
    assert subject_of("Skincare delivery", [(0, 8)]) == "delivery"


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("what pisses people off", "negative"),
        ("top gripes about the lamp", "negative"),
        ("why do folks rant about it", "negative"),
        ("大家骂什么骂得最多", "negative"),
        ("翻车的点有哪些", "negative"),
        ("what do they rave about", "positive"),
        ("nicest things people write", "positive"),
        ("被种草的理由", "positive"),
        ("good n bad of the earbuds", "any"),
        ("pros and cons", "any"),
        ("这款的优缺点", "any"),
        ("口碑是褒是贬，褒贬如何", "any"),
        ("ruined my best rug, says one tent review. the cross ones", "negative"),
        ("do they say the good lamp broke? only the annoyed people", "negative"),
        ("anyone being nice about the mugs", "positive"),
        ("was anybody rude about the packing", "negative"),
        ("who speaks well of the kettles", "positive"),
    ],
)
def test_praise_complaints_or_both(question: str, rating: str) -> None:
    assert rating_of(question) == rating


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("negative reviews in English", "en"),
        ("中文差评里说什么", "zh"),
        ("do English and Chinese reviews differ", "any"),
        ("what do people dislike", "any"),
        ("gripes about the mugs, english ones only", "en"),
        ("只睇中文写嘅", "zh"),
        ("what is said of the lamps for Chinese New Year", "any"),
        ("说英文说明书看不懂的差评", "any"),
    ],
)
def test_reviews_are_wanted_in_the_language_that_is_named(question: str, language: str) -> None:
    assert written_in(question) == language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("not the English ones, Chinese please", "zh"),
        ("唔好睇，唔要英文嘅", "zh"),
        ("中文的不要", "en"),
        ("no Chinese ones", "en"),
    ],
)
def test_languages_denied(question: str, language: str) -> None:
    assert written_in(question) == language


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("only the kind words about the lids", "positive"),
        ("folks swearing at the zips", "negative"),
        ("harsh words on the soles", "negative"),
        ("nice things and bad things they say", "any"),
    ],
)
def test_kind_words_and_curses(question: str, rating: str) -> None:
    assert rating_of(question) == rating


@pytest.mark.parametrize("question", ["唔要英文嘅，上个月嗰啲", "中文写嘅，呢批"])
def test_cantonese_particles_are_no_subject(question: str) -> None:
    reading = Reading(
        question,
        "zh",
        periods=("last_month",),
        subject="嘅，嗰啲",
        continues="search_reviews",
        carried={"query": "拉链"},
    )
    query = inspect.signature(_search).parameters["query"]
    assert slot_of("search_reviews", query, reading, {}) == OneOf(["拉链"])


def _search(query: str) -> None:
    """A tool that searches."""


@pytest.mark.parametrize(
    ("question", "rating"),
    [
        ("only the grumps on the tea sets, I have no need of praise", "negative"),
        ("lamp flicker, spare me the fans", "negative"),
        ("the five-star ones can stay out", "negative"),
        ("净系要嬲嘅嗰啲", "negative"),
        ("夸的就不用给我看了", "negative"),
        ("不要五星的", "negative"),
        ("what got on their nerves", "negative"),
        ("唔满意嘅客讲咩", "negative"),
        ("moaners I can do without", "positive"),
        ("差评别给我", "positive"),
        ("what made folks smile", "positive"),
        ("the people who swear by it", "positive"),
        ("最让人上头的点", "positive"),
        ("not interested in delivery", "any"),
        ("reviews of a sour taste", "any"),
        ("people who were not happy", "negative"),
    ],
)
def test_a_side_is_told_by_feelings_and_by_who_is_not_wanted(question: str, rating: str) -> None:
    assert rating_of(question) == rating


@pytest.mark.parametrize(
    ("question", "rating", "subject"),
    [
        ("comments on the hinge, 1-2 stars", "negative", "hinge"),
        ("reviews abt the smell, two stars or fewer", "negative", "smell"),
        ("only those with four stars and up", "positive", ""),
        ("below 3 stars please", "negative", ""),
        ("just the one and two star ones", "negative", ""),
        ("the three-star ones", "any", ""),
        ("给我看说掉漆的台灯评价，一二星的", "negative", "掉漆"),
        ("三星及以下的", "negative", ""),
        ("只看四星以上", "positive", ""),
        ("一星和五星的", "any", ""),
    ],
)
def test_stars_say_which_reviews_are_wanted_and_not_of_what(
    question: str, rating: str, subject: str
) -> None:
    assert (rating_of(question), subject_of(question, ())) == (rating, subject)
