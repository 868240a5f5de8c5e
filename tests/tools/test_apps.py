import pytest

from tools.apps import of_apps
from tools.mentions import Mention


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("app and browser", ["device=phone_app", "device=phone_web"]),
        ("app加手机浏览器", ["device=phone_app", "device=phone_web"]),
        ("app vs tablet", ["device=phone_app", "device=tablet"]),
        ("app or email", ["channel=app"]),
        ("the app on their phone", ["device=phone_app"]),
        ("手机里的app", ["device=phone_app"]),
        ("the app, orders", ["channel=app"]),
    ],
)
def test_the_app_beside_a_browser_or_a_device_is_one(text: str, named: list[str]) -> None:
    words = (
        ("app", "channel", "app"),
        ("tablet", "device", "tablet"),
        ("phone", "device", "phone_web"),
        ("手机", "device", "phone_web"),
    )
    found = [
        Mention("value", name, value, word, text.index(word), text.index(word) + len(word))
        for word, name, value in words
        if word in text
    ]
    devices = frozenset({"phone_app", "phone_web", "tablet"})
    assert [f"{m.name}={m.value}" for m in of_apps(text, found, devices)] == named
    assert of_apps(text, found, frozenset({"tablet"})) == found
