"""What the standard segments are called, and other words for them (`segments.ftl`)."""

from tools.metrics.dimensions import LANGUAGES, synonyms
from tools.wording.speaker import Speaker
from tools.wording.values import Name


def name_of(segment: str) -> Name:
    """The label of the standard segment `segment`."""
    en, zh = (
        Speaker(language).message(f"segments-name-{dashed(segment)}") for language in LANGUAGES
    )
    return Name(en=en, zh=zh)


def other_words(segment: str) -> tuple[str, ...]:
    """Other words for a standard segment, English and Chinese."""
    return synonyms(f"segments-words-{dashed(segment)}")


def dashed(segment: str) -> str:
    """An id as message ids write it."""
    return segment.replace("_", "-")
