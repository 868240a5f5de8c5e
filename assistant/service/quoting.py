"""Policies quoted to a customer: at most two points for a question."""

from collections.abc import Sequence

from assistant.service.composing import line
from assistant.service.helping import Helper
from tools.wording.statements import Statement

MOST = 2
"""Points quoted for one question."""


def quote_policy(helper: Helper, words: str, usual: str = "", *, fresh: bool = False) -> bool:
    """Quote what the policies say to `words`; whether they say anything.

    Args:
        helper: Helps the customer.
        words: Her question.
        usual: What is looked up beside it; one point is then quoted.
        fresh: Whether points quoted before are left out, if there are others.
    """
    language, topics = helper.desk.session.language, helper.router.topics
    also = topics.wordings(words, language) or topics.wordings(helper.message, language)
    also = (usual,) if usual else also
    known = set(helper.talk.told) if fresh else set()
    reply = helper.use("search_policies", query=words, also=also)
    ids = reply.result.citations if reply.result else ()
    found = [s for s in reply.statements if s.message == "service-policy"]
    every = list(zip(ids, found, strict=False))
    pairs = [pair for pair in every if pair[0] not in known] or every
    chosen = [
        (clause_id, statement)
        for clause_id, statement in pairs[: 1 if usual else MOST]
        if len(also) > 1 or statement.values["policy"] == pairs[0][1].values["policy"]
    ]
    said = {citation.id for citation in helper.draft.citations}
    _say(helper, [pair for pair in chosen if pair[0] not in said])
    return bool(found)


def _say(helper: Helper, points: Sequence[tuple[str, Statement]]) -> None:
    """Say points and cite them; the last of a policy in a row tells its name."""
    for n, (clause_id, statement) in enumerate(points):
        helper.cite_policy(clause_id, statement)
        later = points[n + 1 : n + 2]
        if later and later[0][1].values["policy"] == statement.values["policy"]:
            helper.draft.say("fact", line("talk-policy-also", text=statement.values["text"]))
        else:
            helper.draft.say("fact", line("talk-policy", **statement.values))
