# ruff: noqa: E501, SIM905  # lists of words read best run together
"""Forgives small misspellings of the Latin words a question needs: "reveneu", "octobre"."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

MIN_LENGTH = 5  # shorter words are not corrected
LONG = 8  # from here on two slips are forgiven, below it one
WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{5,}(?![\w@/])")

CALENDAR = frozenset(
    "january february march april june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday yesterday today month week quarter year"
    " weekend fortnight previous".split()
)
"""Words of time."""

ASKING = frozenset(
    "likely probably predict forecast complain complaint complaints customer customers review"
    " reviews feedback compare compared versus highest lowest best worst bottom trend growth"
    " increase decrease funnel checkout purchase bought people products negative positive excluding"
    " without between coming women female drop".split()
)
"""Words that say what is asked for."""

# Everyday words that look like a misspelling of a word above or of a metric, dimension or value.
ORDINARY = frozenset(
    "human standing learning scream screams streak match matches martin flyer flyers stride temporary"
    " temporal coding converting concerned concerning connected connecting conversation convention"
    " covering rejection racing relating rotating chart charts scope scare winner winners median"
    " boring crash clash began earrings football packet closer creation creative counters marked"
    " marketer moved moves quantify proportion produce produces producer produced protects previously"
    " probable predicted position suite stale spelling timer timed waiter director directed directly"
    " unity viewer vague turin litter stove stole swore pocket rainy sterling advent brink lease"
    " additional additive marginal compute computes compliant composed decreased increased doubled"
    " distance death exceeding generating generation generator halve haven latter locked lived"
    " negation notation notion numbered packed played posted projects promoting prone receives"
    " receiver remainder remained repaired repeated reserved retaining sized stats summed talking"
    " tracking transition translation tuned typed typically tying weakly weren kinda monkey camel"
    " stare tempo raving pushy picky gentleman foresight fattest starter starters complained commented"
    " bounded bounce accounted activate actively attached citation"
    " change changed changes changing charging hanging merch about their there these those where which while other should would could"
    " please store shop price prices bring brings brought least better period average total number"
    " value right quality county people month months weeks years early nearly yearly really weather"
    " leather further gather rather together another brother mother father wondering wander wonder"
    " thing things think thinks thinking thank thanks first worse worth works worked working words"
    " world would whose whole while still until under after often offer offers officer order ordered"
    " ordering since single simple sample small smell smells shall share shares shared shape sharp"
    " start started state stated stage staged stand stuff staff spend spent speed spread special"
    " sport short shorts shirt shirts shoes shown shows showing slower slow sleep slide lower power"
    " tower cover covers discover recover deliver delivery delivered arrive arrives leave leaves"
    " leaving living loving moving buying trying going doing being seeing saying paying playing"
    " using losing lost close closed cloth clothes class clean clear learn heart heard hearing great"
    " green group groups grown grows grower again against alone along already although always among"
    " amount apart apply around asked asking aside breakdown break breaks broken brand brands bread"
    " build built bunch called carry carried catch cause causes chance chances charge cheap cheaper"
    " check checks choose chose comes common complete completely concern content contest convince"
    " count counts country course crazy cream create current daily dated dates debate decide declare"
    " decline deeper define degree detail details direct doing double doubt dress drive drives driven"
    " during earn earns earned earth either email emails engine enjoy enough enter entire equal event"
    " every exact except exist expect expected expensive explain extra facts fails failed false"
    " family famous fault faulty favor favour feature fewer field fifth fifty fight figure figures"
    " filter final finally finds floor focus follow folks force forget forward found frame fresh"
    " friend front function funny given gives giving globe goods grade grand grant guess guest guide"
    " habit handle happen happens happy hardly having heavy hello helps hence holding hours house"
    " ideas image impact improve include income index indeed inform inside instead issue issues items"
    " joined judge keeps killed kinds known knows label labels large larger largest later latest laugh"
    " layer leading leads least leaving legal level levels light liked likes liking lines links list"
    " lists little local looks loose looking loses loved lovely lunch lucky major makes making maker"
    " manage manner market matter maybe meant means measure media meets mention might minor minus"
    " minute model modern money moral mostly mouth movie music named names nature needs never newer"
    " night noise noisy normal north notes nothing notice occur other others ought outer paper parts"
    " party pause percent perhaps person phase phone phones photo piece pieces place placed places"
    " plain plane plant plate point points poor portion power press pretty print prior prize problem"
    " product profile promise proof proper proud prove provide public pulls purpose pushed quick"
    " quicker quickly quiet quite radio raise range ranges ratio reach reached reaches react ready"
    " reason reasons recent recently reduce refer region regular reject relate remain remove rental"
    " repair repeat reply request require resell result results retain return returned reveal rival"
    " rivals round route rules running salary sales scale scene score scores search season second"
    " section seems sells selling sense serve service seven shift shop shops sight since sizes skill"
    " smart social solid solve sorry sound source south space spare split spots stick stock stocks"
    " stone stood stores story strong stronger strongest studio study style sugar suggest super sure"
    " system table taken takes talked taste teach terms tests texts theme thick those three throw"
    " tight times tired title today token topic total touch tough tours track trade traded trading"
    " train travel treat trees trial tried tries truck truly trust truth twice types union units"
    " upper upset urban usage users usual valid value visit visits visitor voice waste watch water"
    " wears wheel where white wider woman women worry worst worth write wrong wrote young yours"
    " shipping packaging sizing fabric battery comfort comfortable sturdy colour color price pricing"
    " bleeding strip strap sleeve sleeves zipper charger charging wireless bluetooth website browser browse"
    " national black friday beats beating brisk thinnest thinner slimmest slim fills excluded exclude ignoring ignore"
    " counting outsell outsold dropped popped stopped busiest quietest happen lifetime dataset historic history"
    " purchased shopped browsed consented consenting consent contented opened opening launch launched hottest percentage portion slump slumped tumble tumbled"
    " easter slipping slipped though searches searched stake stakes treating stopping shouting scent precious fatter sable stored"
    " foremost credited concert thickest thanking tackling stoke stiff stared snapping smelling sitar scone retiring retailer"
    " retailers raked precinct phoned pasted overt otter lunar leash littlest flipped dairy converse convo"
    " teething naturally audit audits auditor auditing auditors addresses register stale device devise brack fifties sixties"
    " competitor competitors competition inventory instagram facebook google amazon tiktok".split()
)


SHORT = {
    "yr": "year", "yrs": "years", "wk": "week", "wks": "weeks", "mth": "month", "mths": "months",
    "mnth": "month", "mnths": "months", "qtr": "quarter", "qtrs": "quarters",
    "qrtr": "quarter", "hr": "hour", "hrs": "hours", "lst": "last", "prev": "previous",
    "yest": "yesterday", "yday": "yesterday", "yst": "yesterday", "ystd": "yesterday",
    "ystrday": "yesterday", "yestrdy": "yesterday", "tday": "today", "tdy": "today",
    "2day": "today", "wkend": "weekend", "wkly": "weekly", "mthly": "monthly", "mnthly": "monthly",
    "qtrly": "quarterly", "w/o": "without", "w/out": "without", "b/w": "between", "ppl": "people",
    "custs": "customers", "biz": "business", "rev": "revenue", "btwn": "between",
    "hw": "how", "mch": "much", "wat": "what", "wht": "what",
    "whch": "which", "prods": "products", "ctgry": "category", "brnd": "brand", "chnl": "channel",
    "ordrs": "orders", "ords": "orders", "slaes": "sales", "sals": "sales", "pct": "percent",
    "wmen": "women", "womn": "women", "wmn": "women", "wimmin": "women", "rgn": "region", "rgns": "regions",
    "brnds": "brands", "chnls": "channels", "cstmrs": "customers", "mrgn": "margin", "byrs": "buyers",
}  # fmt: skip
"""Short ways of writing words of questions, as chats have them."""

_SHORT = re.compile(
    r"(?<![\w@./-])(?:" + "|".join(map(re.escape, sorted(SHORT, key=len, reverse=True)))
    + r")(?![\w@/])", re.IGNORECASE,
)  # fmt: skip
_UNIT_AFTER = re.compile(
    r"\b(?:last|this|past|previous|next|per|each|every|current|\d{1,2})\s+(?P<w>[a-z]{2,6})\b",
    re.IGNORECASE,
)
_WHICH_BEFORE = re.compile(
    r"\b(?P<w>[a-z]{3,4})\s+(?:week|month|quarter|year|weekend|\d{1,2} (?:day|week|month)s)\b",
    re.IGNORECASE,
)
_UNITS = ("week", "weeks", "month", "months", "quarter", "year", "years", "days")
_WHICH = ("last", "this", "past")
_NEIGHBOURS = frozenset(
    "list lost lasts then thus his post pass path part pace paid pays least weak wear went mouth"
    " yeah tests".split()
)
"""Words that only look like a short word of time."""


def expanded(text: str) -> str:
    """`text` with chat shorthand written out, and short words of time spelled right.

    A short word counts as a slip only beside a word of time: "lat week", "this yaer".

    >>> expanded("sales lst wk w/o ads")
    'sales last week without ads'
    """
    text = _SHORT.sub(lambda match: SHORT[match.group().lower()], text)
    for pattern, targets in ((_UNIT_AFTER, _UNITS), (_WHICH_BEFORE, _WHICH)):
        text = pattern.sub(lambda match, aims=targets: _as_near(match, aims), text)  # type: ignore[misc]  # bound per turn
    return text


def _as_near(match: re.Match[str], targets: tuple[str, ...]) -> str:
    """What matched, its word `w` spelled as the target that is one slip away."""
    word = match["w"].lower()
    if word in targets or word in _NEIGHBOURS or word in ORDINARY:
        return match.group()
    near = [t for t in targets if t[0] == word[0] and OSA.distance(word, t, score_cutoff=1) <= 1]
    start, end = (place - match.start() for place in match.span("w"))
    return match.group()[:start] + near[0] + match.group()[end:] if near else match.group()


@lru_cache(maxsize=8)
def _by_letter(targets: frozenset[str]) -> dict[str, tuple[str, ...]]:
    letters: dict[str, list[str]] = {}
    for word in sorted(targets):
        letters.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in letters.items()}


def nearest_word(word: str, targets: frozenset[str]) -> str | None:
    """The one of `targets` that lower-case `word` all but is: one slip, or two in a long word.

    A slip is a letter too many, too few, wrong, or swapped with its neighbour; the first letter is
    right. `None` when no target is that near.
    """
    if len(word) < MIN_LENGTH:
        return None
    slips = 2 if len(word) >= LONG else 1
    near = [
        (distance, abs(len(target) - len(word)), target)
        for target in _by_letter(targets).get(word[0], ())
        if len(target) >= MIN_LENGTH - 1
        and (distance := OSA.distance(word, target, score_cutoff=slips)) <= slips
    ]
    return min(near)[2] if near else None


def right_word(word: str, targets: frozenset[str], known: frozenset[str]) -> str:
    """Lower-case `word`, or the target it misspells when it is neither known nor ordinary."""
    right = (known, targets, ORDINARY, CALENDAR, ASKING)
    if any(word in words or word.removesuffix("s") in words for words in right):
        return word
    return nearest_word(word, _aims(targets)) or word


def spelled(text: str, targets: frozenset[str], known: frozenset[str]) -> str:
    """`text` with each Latin word that is neither known nor ordinary spelled as its target.

    Args:
        text: A question.
        targets: Lower-case words that a misspelling may stand for, beside those of time and asking.
        known: Lower-case words that are right as they stand.
    """

    def correct(match: re.Match[str]) -> str:
        word = match.group()
        right = right_word(word.lower(), targets, known)
        return word if right == word.lower() else right

    return WORD.sub(correct, expanded(text))


@lru_cache(maxsize=8)
def _aims(targets: frozenset[str]) -> frozenset[str]:
    return targets | CALENDAR | ASKING
