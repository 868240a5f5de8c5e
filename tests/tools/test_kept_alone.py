import pytest

from tools.kept_alone import kept_alone


@pytest.mark.parametrize(
    "text",
    [
        "orders, exclude anything that isn't from <Kent>",
        "skip everyone outside <Kent>",
        "without orders not from <Kent>",
        "nothing but <faxes>, in May",
        "all but <faxes> ignored",
        "everything except <faxes> left out",
        "<云州>以外的都不要",
        "除<云州>外都不看",
        "不是<云州>的不要",
        "非<云州>的剔除",
        "<云州>之外的订单一律不算",
    ],
)
def test_what_all_else_is_dropped_for_is_kept(text: str) -> None:
    before, rest = text.split("<")
    named, after = rest.split(">")
    assert named
    assert kept_alone(before, after)


@pytest.mark.parametrize(
    "text",
    [
        "everything but <Kent>, please",
        "exclude orders from <Kent>",
        "all orders except those from <Kent>",
        "<云州>以外的订单",
        "除了<云州>，各省订单",
        "不要<云州>的",
        "<云州>的不要",
    ],
)
def test_what_is_dropped_itself_is_not(text: str) -> None:
    before, rest = text.split("<")
    _, after = rest.split(">")
    assert not kept_alone(before, after)
