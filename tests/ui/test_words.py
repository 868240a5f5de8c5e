import re

from ui.words import LANGUAGES, TEXTS


def test_both_languages_have_the_same_messages() -> None:
    ids = [
        re.findall(r"^([a-zA-Z][\w-]*) =", (TEXTS / f"{language}.ftl").read_text(), re.MULTILINE)
        for language in LANGUAGES
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0]))
