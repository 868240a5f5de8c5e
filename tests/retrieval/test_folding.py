"""Near-duplicates are folded into the best; spam is in no group."""

import pytest

from retrieval.folding import folded, is_spam, kin

LONG = "The battery lasts two days and the screen is bright, I would buy this phone again."


def test_near_duplicates_are_one_group_and_the_first_leads():
    texts = [LONG, "Too small.", LONG.upper() + "!!", LONG.replace("two days", "2 days")]
    assert folded(texts, 9) == [[0, 2, 3], [1]]


def test_reviews_of_the_same_subject_are_not_the_same():
    assert folded(["The zipper broke", "The zipper is fine", "很好", "很好看"], 9) == [
        [0],
        [1],
        [2],
        [3],
    ]


def test_no_more_groups_than_asked_for_but_all_their_copies():
    assert folded(["one thing", "another", "third one", "one thing"], 2) == [[0, 3], [1]]


@pytest.mark.parametrize(
    "text",
    [
        "此用户没有填写评价。",
        "评价方未及时做出评价,系统默认好评!",
        "加我微信：abc12345 领优惠",
        "刷单兼职，日赚300",
        "Visit www.cheap-pills.example now",
        "Add me on WhatsApp for a discount",
        "好评" * 30,
        "a" * 200,
        "This product is good. " * 12,
    ],
)
def test_spam_is_known(text):
    assert is_spam(text)


@pytest.mark.parametrize(
    "text",
    [
        "好",
        "好好好",
        "系统默认好评太坑了，其实东西很差，客服也不理人",
        "客服加了微信，耐心教我安装",
        "Love it, love it, love it!!!",
        "I clicked the wrong size and support helped me on WhatsApp",
        "哈哈哈哈哈哈太好用了",
        "Fits well. Washes well. Looks well. Feels well on a long walk.",
        LONG,
    ],
)
def test_a_customer_is_no_spammer(text):
    assert not is_spam(text)


def test_kin_sees_letters_only():
    assert kin("很 好，真的！") == kin("很好真的")
    assert kin("很好") != kin("很坏")
