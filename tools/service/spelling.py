"""E-mail addresses and numbers that a customer spells out, written as they are kept."""

import re
import unicodedata

_AT = re.compile(
    r"(?<=\w)\s*[(\[{<【]\s*(?:at|@|艾特)\s*[)\]}>】]\s*(?=\w)"
    r"|(?<=\w)\s*(?:@|艾特)\s*(?=\w)"
    r"|(?<=\w)\s+at\s+(?=[\w-]+\s*(?:\.|[(\[{]?\bdot\b)\s*\S)",
    re.IGNORECASE,
)
_DOT = re.compile(r"(?<=\w)\s*[(\[{]\s*dot\s*[)\]}]\s*(?=\w)", re.IGNORECASE)
_DOTTED = re.compile(r"(?P<head>\S*@[\w-]+)\s*(?:\bdot\b|点)\s*(?=[a-z]{2,})", re.IGNORECASE)
_DOTTED_NAME = re.compile(r"(?<=\w)\s+dot\s+(?=\w+(?:\s+dot\s+\w+)*@)", re.IGNORECASE)
_DIGITS = {
    **{word: str(n) for n, word in enumerate("零一二三四五六七八九")},
    "〇": "0", "幺": "1", "两": "2", "oh": "0", "o": "0", "zero": "0", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_SPELT_ZH = re.compile(r"[零〇一幺二两三四五六七八九]{5,}")
_WORD = r"(?:oh|o|zero|one|two|three|four|five|six|seven|eight|nine)"
_SPELT_EN = re.compile(rf"\b{_WORD}(?:[\s,-]+{_WORD}){{4,}}\b", re.IGNORECASE)


def written(message: str) -> str:
    """`message` with e-mail addresses and long numbers as they are usually written.

    >>> written("it's ann dot lee (at) example dot com"), written("邮编五一四五五六")
    ("it's ann.lee@example.com", '邮编514556')
    >>> written("zip five oh one oh one three"), written("I was at home")
    ('zip 501013', 'I was at home')
    """
    text = _DOT.sub(".", _AT.sub("@", "".join(map(_narrow, message))))
    text = _DOTTED_NAME.sub(".", _DOTTED.sub(r"\g<head>.", text))
    text = _SPELT_ZH.sub(lambda m: "".join(_DIGITS[c] for c in m[0]), text)
    return _SPELT_EN.sub(
        lambda m: "".join(_DIGITS[w] for w in re.findall(r"\w+", m[0].lower())), text
    )


def _narrow(letter: str) -> str:
    """`letter`, a full-width one as the usual one; Chinese signs stay."""
    usual = unicodedata.normalize("NFKC", letter)
    return usual if usual == "@" or (usual.isascii() and usual.isalnum()) else letter
