"""Messages that only greet or thank."""

import pytest

from assistant.courtesies import courtesy_of, ungreeted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hey, anybody home?", "greeting"),
        ("good afternoon everyone, how are you", "greeting"),
        ("哈喽，有人在吗？", "greeting"),
        ("早晨呀，喺唔喺度", "greeting"),
        ("cheers mate, you're a lifesaver", "thanks"),
        ("hi again, thanks so much", "thanks"),
        ("lovely, that's all for today. see you tomorrow", "thanks"),
        ("唔该晒你，帮咗大忙", "thanks"),
        ("谢谢老师，今天先到这", "thanks"),
        ("ace, that's all I needed, thanks", "thanks"),
        ("nothing else for now, ta", "thanks"),
        ("齐活，谢啦", "thanks"),
        ("搞掂，唔该晒", "thanks"),
        ("thanks, nothing else sold in May?", None),
        ("够用吗，谢谢", None),
        ("thank-you mail to loyal members", None),
        ("hello, orders today?", None),
        ("thanks, and by brand", None),
        ("good", None),
        ("在吗，昨天卖了多少", None),
        ("不在乎价格的人", None),
        ("12", None),
        ("hey, how are we trading?", None),
        ("how are we", None),
    ],
)
def test_only_a_message_that_is_all_courtesy_is_one(text: str, said: str | None) -> None:
    assert courtesy_of(text) == said


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("hey there, who may leave us?", "who may leave us?"),
        ("Good morning all, best colours in May", "best colours in May"),
        ("喂，湖北谁买得多", "湖北谁买得多"),
        ("你好呀！看看会员", "看看会员"),
        ("hello, anybody in?", "hello, anybody in?"),
        ("evening orders by hour", "evening orders by hour"),
        ("早上几点最忙", "早上几点最忙"),
        ("hi margin", "hi margin"),
    ],
)
def test_a_greeting_before_a_question_is_taken_off(text: str, left: str) -> None:
    assert ungreeted(text) == left
