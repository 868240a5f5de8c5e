"""The words of the page itself, one Fluent file a language in `ui/texts`."""

from functools import lru_cache
from pathlib import Path

from babel import negotiate_locale
from fluent.runtime import FluentBundle, FluentResource

from tools.wording.speaker import LOCALES
from tools.wording.values import Language

TEXTS = Path(__file__).parent / "texts"
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@lru_cache
def _bundle(language: Language) -> FluentBundle:
    bundle = FluentBundle([str(LOCALES[language])], use_isolating=False)
    text = (TEXTS / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))
    return bundle


def has_word(language: Language, message: str) -> bool:
    """Whether the page has a wording of its own for `message`."""
    return bool(_bundle(language).has_message(message))


def word(language: Language, message: str, **values: str | float) -> str:
    """The page's `message` in `language`.

    Raises:
        KeyError: If `ui/texts` has no such message.
    """
    if not has_word(language, message):
        raise KeyError(f"No message {message!r} in ui/texts/{language}.ftl")
    pattern = _bundle(language).get_message(message).value
    return str(_bundle(language).format_pattern(pattern, values)[0])


def name_of(language: Language, kind: str, key: str) -> str:
    """What a `tool` or an `arg` is called; its own name in plain words when nobody wrote one.

    >>> name_of("en", "tool", "count_all_sheep")
    'Count all sheep'
    """
    message = f"{kind}-{key}"
    if has_word(language, message):
        return word(language, message)
    return key.replace("_", " ").capitalize()


def preferred(accept_language: str | None) -> Language:
    """The page's language for a browser's Accept-Language header; English when neither fits.

    >>> preferred("zh-CN,zh;q=0.9,en;q=0.8")
    'zh'
    >>> preferred("fr,en;q=0.5")
    'en'
    """
    wanted = [part.split(";")[0].strip() for part in (accept_language or "").split(",")]
    return "zh" if negotiate_locale(wanted, LANGUAGES, sep="-") == "zh" else "en"
