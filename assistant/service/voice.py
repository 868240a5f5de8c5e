"""The brand's own words at the service desk, from `brand.md` of the workspace where it has some.

`### service_hello · any` and `### service_goodbye · any` below `## Phrases` take the place of the
catalogue's greeting and goodbye; the sign-off closes the warmer replies of the copilot.
"""

from tools.drafts.brand import ANY, FILE, Brand, slots_of
from tools.service.service import Service
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import Language, Name

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def in_brand(service: Service, part: str, usual: Statement) -> Statement:
    """The brand's phrase for `part`, in each language that has one; else `usual`."""
    brand = _brand(service)
    if brand is None:
        return usual
    told: dict[Language, str] = {}
    for language in LANGUAGES:
        patterns = brand.voices[language].patterns(part, ANY, "plain")  # type: ignore[arg-type]  # any purpose
        fit = [pattern for pattern in patterns if slots_of(pattern) <= {"store"}]
        told[language] = fit[0] if fit else ""
    return _said(service, told, usual)


def sign_off(service: Service) -> tuple[Statement, ...]:
    """How the brand closes a letter, where it says so in both languages."""
    brand = _brand(service)
    lines = {lang: brand.voices[lang].sign_off for lang in LANGUAGES} if brand else {}
    if not lines or not all(lines.values()):
        return ()
    told: dict[Language, str] = {language: found[0] for language, found in lines.items()}
    return (_said(service, told, None),)


def _brand(service: Service) -> Brand | None:
    path = service.folder / FILE
    return Brand.read(path) if path.exists() else None


def _said(service: Service, told: dict[Language, str], usual: Statement | None) -> Statement:
    store = service.store.profile.name
    spoken = {
        language: text.format(store=store) if text else _usual(language, usual)
        for language, text in told.items()
    }
    name = Name(en=spoken["en"], zh=spoken["zh"])
    return Statement(message="talk-brand", role="highlight", values={"text": name})


def _usual(language: Language, usual: Statement | None) -> str:
    return Speaker(language).fact(usual).text if usual else ""
