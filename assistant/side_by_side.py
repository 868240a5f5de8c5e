# ruff: noqa: E501  # a pattern reads best on one line
"""Words that put several things together to hold them against one another, not to add them up."""

import re

SIDE_BY_SIDE = re.compile(
    r"(?:放|摆|拿|搁|凑|摊|扯|拉|拢|摞|揪)?(?:拢|到|在|埋)*一?(?:起|块儿?|处|堆|齐)(?:来)?(?:做|作)?(?:个|一?下)?(?:比(?![例率])|对比|对照|较量|pk|掰手腕|赛)"
    r"|(?<![a-z])pk(?![a-z])|并(?:排|列)(?:着|在一起)?(?:放|摆|列|看|比|给|展示)|(?:放|摆|搁|列|摊)(?:到|在|埋)*一(?:起|块儿?|处|边)(?:来)?(?:看|瞧|睇|瞅|望)|左右(?:对照|对比)|比划(?:一?[下比])|较(?:个)?(?:高下|劲|量)|比(?:个|出)高低"
    r"|\b(?:stack|match|measure|line|square|shape)(?:s|ed)? up\b|\bside by side\b|\bhead[- ]to[- ]head\b"
    r"|\b(?:compare|pit|hold|stack)\w*\b[^.?!]{0,30}\btogether\b|\btogether\b[^.?!]{0,24}\b(?:compar\w*|which (?:one )?(?:of (?:them|those|these) )?(?:had|has|have|did|does|was|is|sold|sells|made|makes|got|gets|brought|brings|came|comes)\b)",
    re.IGNORECASE,
)
"""The same words as for values of one kind ("把京东和天猫放一起比")."""
