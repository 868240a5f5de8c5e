"""Policies quoted to a customer: at most two points for a question."""

from collections import Counter
from collections.abc import Sequence

from assistant.service.composing import line
from assistant.service.cues import has_cue
from assistant.service.helping import Helper
from tools.service.policies import clauses_of, telling
from tools.service.reading import without_contacts
from tools.wording.statements import Statement

MOST = 2
"""Points quoted for one question."""
SHORT = 40
"""Characters of a question that may lean on the one before."""
RARE = 4
"""Points that may hold a word which tells one of them."""


def quote_policy(
    helper: Helper, words: str, usual: str = "", *, before: str = "", fresh: bool = False
) -> bool:
    """Quote what the policies say to `words`; whether they say anything.

    Args:
        helper: Helps the customer.
        words: Her question.
        usual: What is looked up beside it; one point is then quoted.
        before: Her question before, where this one leans on it.
        fresh: Whether points quoted before are left out, if there are others.
    """
    language, topics = helper.desk.session.language, helper.router.topics
    also = topics.wordings(words, language, before)
    also = also or topics.wordings(f"{before} {helper.message}".strip(), language)
    also = (usual,) if usual else also
    echoed = _echoed(helper)
    known = set(helper.talk.told) - echoed if fresh else set()
    alone = len(words) <= SHORT and words in helper.message and _only_question(helper)
    words = without_contacts(helper.message) if alone else words
    asked = words if also else f"{before} {words}".strip()
    reply = helper.use("search_policies", query=asked, also=also)
    ids = reply.result.citations if reply.result else ()
    found = [s for s in reply.statements if s.message == "service-policy"]
    every = list(zip(ids, found, strict=False))
    pairs = [pair for pair in every if pair[0] not in known] or every
    if before and also and every[0] not in pairs:  # told already, and the answer to this too
        pairs = [every[0], *pairs]
    pairs.sort(key=lambda pair: pair[0] not in echoed)
    chosen = [
        (clause_id, statement)
        for clause_id, statement in pairs[: 1 if usual else MOST]
        if len(also) > 1 or statement.values["policy"] == pairs[0][1].values["policy"]
    ]
    said = {citation.id for citation in helper.draft.citations}
    _say(helper, [pair for pair in chosen if pair[0] not in said])
    return bool(found)


def _only_question(helper: Helper) -> bool:
    """Whether her message asks for one rule, so that the rest of it tells what about."""
    return sum(wish.kind == "policy" for wish in helper.talk.wishes) == 1


def goes_on(helper: Helper, words: str) -> bool:
    """Whether `words` go on from her question about a rule before, which they need.

    They do where they begin so, where they are short and tell no topic by themselves, or where they
    take up a word of what was quoted to her.
    """
    if not helper.talk.subject:
        return False
    short = len(words) <= SHORT and not helper.router.topics.wordings(words, "en")
    return has_cue("goes_on", words) or short or bool(_echoed(helper))


def _echoed(helper: Helper) -> set[str]:
    """Ids of the points quoted before of which her short message says a telling word again."""
    if len(helper.message) > SHORT or not helper.talk.told:
        return set()
    every = [
        c
        for name, text in helper.desk.service.policies.texts.items()
        for c in clauses_of(name, text)
    ]
    often = Counter(term for clause in every for term in clause.terms)
    rare = len(every) if has_cue("goes_on", helper.message) else RARE
    said = {term for term in telling(helper.message) if 0 < often[term] <= rare}
    told = set(helper.talk.told)
    return {c.clause_id for c in every if c.clause_id in told and said & set(c.terms)}


def _say(helper: Helper, points: Sequence[tuple[str, Statement]]) -> None:
    """Say points and cite them; the last of a policy in a row tells its name."""
    for n, (clause_id, statement) in enumerate(points):
        helper.cite_policy(clause_id, statement)
        later = points[n + 1 : n + 2]
        if later and later[0][1].values["policy"] == statement.values["policy"]:
            helper.draft.say("fact", line("talk-policy-also", text=statement.values["text"]))
        else:
            helper.draft.say("fact", line("talk-policy", **statement.values))
