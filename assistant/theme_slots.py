"""What a question about the themes of reviews says of them: which theme, and what about it."""

import re

from assistant.choices import choice, named
from assistant.open_arguments import OneOf, Slot, Vocabulary
from assistant.reading import Reading
from assistant.sides import less_sides
from tools.themes.aspects import Lexicon

_SPOKEN_OF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:about|mention\w*|with|regarding|concerning) (?:the |our |its )?(?P<of>\w+(?: \w+)?)",
        r"(?:关于|提到|提及|说到|谈到|聊到|针对|对|嫌|抱怨|吐槽)(?P<of>[^，。？?的]{1,6})",
        r"(?:说|讲|夸|赞|骂|喷|聊|提)(?!什么|啥|得|的|了)(?P<of>[^，。？?的]{2,6})",
        r"(?P<of>[^，。？?的]{2,4})的?(?:评价|评论|差评|好评|抱怨|吐槽|投诉)",
        r"\b(?P<of>\w+) (?:complaints?|gripes?|praise|reviews?)\b",
    )
)


def aspect(reading: Reading, _: Vocabulary) -> Slot | None:
    """The one common theme of reviews that the question says they speak of; searches have none."""
    if choice("review_themes", "source", reading.words) == "searches":
        return OneOf([None])
    common = Lexicon.common()
    if reading.continues == "review_themes":
        alone = common.matched(less_sides(reading.subject))
        if len(alone) == 1 and alone <= {*common.names}:
            return OneOf([*alone])
    for pattern in _SPOKEN_OF:
        for place in pattern.finditer(reading.words):
            found = common.matched(place["of"])
            if reading.filters and not found & common.matched(reading.subject):
                continue  # the name of a thing is no theme ("智能手表")
            if len(found) == 1 and found <= {*common.names}:
                return OneOf([*found])
    told = named("review_themes", "aspect", reading.words)
    return OneOf([None]) if len(told) > 1 else None


def about(reading: Reading, _: Vocabulary) -> Slot | None:
    """What is said outright, else what praise or complaints are."""
    said = choice("review_themes", "about", reading.words)
    told = {"negative": "complaints", "positive": "praise"}.get(reading.rating)
    return OneOf([said or told]) if said or told else None
