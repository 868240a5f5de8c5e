"""Words of spoken and regional English, as others write them ("aboot" as "about")."""

import re

_SPOKEN = {
    "aboot": "about", "ane": "one", "anither": "another", "auld": "old", "baith": "both",
    "cannae": "cannot", "couldnae": "could not", "dae": "do", "daein": "doing", "dat": "that",
    "dem": "them", "didnae": "did not", "dinnae": "do not", "disnae": "does not",
    "doesnae": "does not", "doon": "down", "dunno": "do not know", "frae": "from",
    "gie": "give", "gies": "give us", "gimme": "give me", "gonnae": "going to", "gonny": "going to",
    "hae": "have", "havenae": "have not", "isnae": "is not", "ither": "other", "ithers": "others",
    "lemme": "let me", "mair": "more", "maist": "most", "mak": "make", "nae": "no", "noo": "now",
    "nowt": "nothing", "oor": "our", "oot": "out", "owt": "anything", "plz": "please",
    "ppl": "people", "summat": "something", "tae": "to", "tak": "take", "thae": "those",
    "thru": "through", "twa": "two", "wanna": "want to", "wasnae": "was not", "wha": "who",
    "whae": "who", "whaur": "where", "whit": "what", "willnae": "will not", "winnae": "will not",
    "wis": "was", "wot": "what", "wouldnae": "would not", "ye": "you", "yer": "your",
    "yous": "you", "youse": "you",
}  # fmt: skip
"""What each is elsewhere; none is a word that others write for something else."""
_WORDS = re.compile(rf"(?<![\w.@-])(?:{'|'.join(_SPOKEN)})(?![\w.@-])", re.IGNORECASE)
_OF = re.compile(r"(?<![\w'’])o['’]?(?= (?:the|our|my|them|these|those|all)\b)")
_WOULD = re.compile(r"\bw[iu]d(?= (?:you|we|it|he|she|they|i)\b)", re.IGNORECASE)
_ING = re.compile(
    r"\b(add|bring|browse?|buy|com|do|dropp|fall|gett|go|grow|leav|look|mak|mov|order|pay|pick"
    r"|plann|return|runn|say|sell|send|shift|shopp|show|spend|splitt|spread|stick|tak|tell|think"
    r"|turn|visit|wait|walk|want|work|writ)in['’]?(?![\w'’])",
    re.IGNORECASE,
)
_AFTER_APOSTROPHE = re.compile(r"\b([a-z]{3,})in['’](?=[\s,.?!]|$)", re.IGNORECASE)


def widely_spoken(text: str) -> str:
    """`text` with words of spoken and regional English as they are written elsewhere.

    >>> widely_spoken("Whit's sellin oot, o oor mugs?"), widely_spoken("ROAS in Ayr")
    ("What's selling out, of our mugs?", 'ROAS in Ayr')
    """
    text = _WORDS.sub(lambda found: _as_written(found[0], _SPOKEN[found[0].lower()]), text)
    text = _WOULD.sub("would", _OF.sub("of", text))
    return _AFTER_APOSTROPHE.sub(r"\1ing", _ING.sub(r"\1ing", text))


def _as_written(old: str, new: str) -> str:
    """`new` with a capital where `old` has one."""
    return new[0].upper() + new[1:] if old[0].isupper() else new
