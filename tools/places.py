"""Names for several regions at once, which say as much as naming each ("江浙沪")."""

from collections.abc import Iterator, Mapping

from tools.wording.values import Name

GROUPS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("江浙沪", "包邮区"): ("江苏", "浙江", "上海"),
    ("长三角", "Yangtze River Delta", "Yangtze Delta"): ("江苏", "浙江", "上海", "安徽"),
    ("江浙",): ("江苏", "浙江"),
    ("京津冀",): ("北京", "天津", "河北"),
    ("京沪",): ("北京", "上海"),
    ("北上广",): ("北京", "上海", "广东"),
    ("川渝", "成渝"): ("四川", "重庆"),
    ("云贵川",): ("云南", "贵州", "四川"),
    ("两广",): ("广东", "广西"),
    ("两湖",): ("湖北", "湖南"),
    ("东三省", "东北三省", "东北"): ("辽宁", "吉林", "黑龙江"),
}  # fmt: skip
"""What groups of Chinese provinces are called, and the provinces."""


def groups_of(regions: Mapping[str, Name]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name for several of a store's regions, with those it has.

    Args:
        regions: The store's regions with their names.

    >>> dict(groups_of({"r1": Name(en="Sichuan", zh="四川"), "r2": Name(en="Hubei", zh="湖北")}))
    {}
    >>> dict(
    ...     groups_of({"r1": Name(en="Sichuan", zh="四川"), "r2": Name(en="Chongqing", zh="重庆")})
    ... )
    {'川渝': ('r1', 'r2'), '成渝': ('r1', 'r2')}
    """
    for words, provinces in GROUPS.items():
        known = tuple(
            value
            for province in provinces
            for value, name in regions.items()
            if (name.zh or value).startswith(province)
        )
        if len(known) > 1:
            yield from ((word, known) for word in words)
