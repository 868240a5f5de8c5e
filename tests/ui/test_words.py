import re

from assistant.marketer import TOOLS
from ui.words import LANGUAGES, TEXTS, has_word


def test_both_languages_have_the_same_messages() -> None:
    ids = [
        re.findall(r"^([a-zA-Z][\w-]*) =", (TEXTS / f"{language}.ftl").read_text(), re.MULTILINE)
        for language in LANGUAGES
    ]
    assert ids[0] == ids[1]
    assert len(ids[0]) == len(set(ids[0]))


def test_every_tool_of_the_marketer_has_a_plain_name_in_both_languages() -> None:
    missing = [name for name in TOOLS for one in LANGUAGES if not has_word(one, f"tool-{name}")]
    assert missing == []
