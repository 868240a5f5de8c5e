"""What a question about reviews is about, once the words every such question has are set aside."""

import re
from collections.abc import Iterable
from datetime import date

from tools.periods import find_periods

_ENGLISH_WORDS = """
    a about all an and any anyone are as at be been being but by can could did do does
    doing for from had has have he how i in is it its me most much my of on or our over
    she so some that the their them there these they this those to us was we were what
    what's whats when where which while who whom whose why will with would you your
    again commonly common ever far feel feeling feels felt find generally give gives
    given gave got lately list main mainly many more often overall please really recent
    recently say saying says show talk talking tell think thinking thinks thought top
    typical typically usually buyer buyers client clients customer customers everybody
    everyone folks people purchasers reviewer reviewers shopper shoppers somebody
    someone user users annoy annoyed annoying annoys bad best better bother bothers
    comment comments complain complained complaining complains complaint complaints
    criticise criticize describe disappointed disappointing disappointment dislike
    disliked dissatisfied enjoy feedback frustrated good great happy hate hated hates
    impressed issue issues like liked likes love loved loves mention mentioned mentions
    mood negative one opinion opinions pleased positive praise praised praises problem
    problems rating ratings reason reasons review reviews satisfied sentiment star stars
    unhappy upset worst wrong buy bought item items product products shop stock store
    stuff thing things biggest high higher highest low lower lowest two three four five
    number
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())

_CHINESE_WORDS = """
    消费者 有没有 是不是 好不好 怎么样 哪方面 为什么 满意度 不喜欢 打一星
    我们店 大家 顾客 客户 用户 买家 客人 人们 网友 有人 别人 他们 她们 我们
    咱们 你们 主要 吐槽 抱怨 投诉 差评 好评 中评 评价 评论 反馈 意见 看法
    口碑 点评 留言 怎样 怎么 如何 咋样 什么 哪些 哪里 哪个 为何 为啥 提到
    提及 反映 觉得 认为 感觉 喜欢 满意 不满 夸奖 称赞 表扬 赞扬 讨厌 问题
    毛病 缺点 优点 地方 原因 方面 最多 最常 常见 经常 集中 一星 二星 两星
    三星 四星 五星 低星 高星 星级 评分 打分 低分 高分 店里 店铺 本店 商店
    商品 产品 东西 这款 这个 这些 那个 那款 这家 看看 告诉 一下 关于 对于
    到底 究竟 总体 整体 普遍 最近 近期 真的 一般 通常 负面 正面 几条 一些 多少
    可以 给出 买过 购买 里面 之中 其中 啥 夸 的 了 吗 呢 啊 吧 呀 嘛 是
    有 对 和 与 及 都 在 说 讲 给 打 请 帮 我 你 您 他 她 它 里 中
    最 多 会 能 这 那 些 款 个 条 人 被 让 把 也 还 又 就 很 太 想
    要 买 找 列 看 谈
"""
_CHINESE = re.compile("|".join(_CHINESE_WORDS.split()))  # the longer words stand first
_CJK = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[a-z][a-z'’-]*")


def ends(name: str) -> list[str]:
    """What `name` may be shortened to: its last word, or its last two characters and more.

    >>> ends("Bluetooth Speakers"), ends("头戴式耳机")
    (['Speakers'], ['戴式耳机', '式耳机', '耳机'])
    """
    if name[-1:].isascii():
        return name.split()[-1:]
    return [name[start:] for start in range(1, len(name) - 1)]


def subject(question: str, scope: Iterable[str], today: date) -> str:
    """The words of `question` that say what to look for; empty when it asks about everything.

    Words every question about reviews may have are set aside, and so are its period and the names
    in `scope`. The list of words errs towards leaving a subject.

    Args:
        question: As asked, in either language.
        scope: Names of the item and the category asked about.
        today: The store's current day.

    >>> subject("What do customers complain about last month?", (), date(2026, 10, 31))
    ''
    >>> subject("Are people happy with the air fryer's basket?", ["Air Fryers"], date(2026, 10, 31))
    'basket'
    >>> subject("大家都在吐槽什么", (), date(2026, 10, 31))
    ''
    >>> subject("顾客觉得空气炸锅的噪音怎么样", ["空气炸锅"], date(2026, 10, 31))
    '噪音'
    """
    left = question
    for mention in reversed(find_periods(question, today)):
        left = f"{left[: mention.start]} {left[mention.end :]}"
    left = left.casefold().replace("’", "'")
    for name in sorted(scope, key=len, reverse=True):
        spelling = re.escape(name.casefold().removesuffix("s"))
        plural = r"(?:s|'s|s')?(?![a-z])" if name[-1:].isascii() else ""
        left = re.sub(spelling + plural, " ", left)
    chinese = "".join(_CJK.findall(_CHINESE.sub("", left)))
    words = (word.removesuffix("'s").strip("'-") for word in _LATIN.findall(left))
    named = [word for word in words if word and word not in _ENGLISH]
    return " ".join([*named, *([chinese] if len(chinese) > 1 else [])])
