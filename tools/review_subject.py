# ruff: noqa: E501  # a pattern reads best on one line
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
    mood negative one only abt opinion opinions pleased positive praise praised praises problem
    problems rating ratings reason reasons review reviews satisfied sentiment star stars
    unhappy upset worst wrong buy bought item items product products shop stock store
    stuff thing things biggest high higher highest low lower lowest two three four five
    number
    able act actual ad add adore adores afraid ago aim amount angry anything apart appear area
    ask asked asking aspect avoid aware away back bash begin behind believe biggest bit bitch bug
    bugging bugs bunch call catch causes change check chief choose clear clearly
    close come comes coming con cons consider cool couple course crap cry current currently day
    days deal decent delight delighted detail details differ disgruntled dish drawback
    drawbacks dump early easily easy else end enough especially essentially everything exactly
    excite excited expect explain express extremely fact fairly fan fans fault faults favorite
    favourite fave few fine flag folk form frequent frequently fume fun fuss general get gets
    getting giving glad go goes going gonna gotta gripe gripes gripping grumble grumbles guess
    guy guys happen happening heap hear heard heck hell help hey hi highlight highlights honest
    honestly huge hurt idea impression improve instead irk irks just keep kind kinds
    kinda know lack large last latest least leave left let little long look looking lot lots
    main major make makes making manage matter maybe mean mind minus moan moans moaning month
    months mostly must nasty nature near need new next nice nicest nicer night none normal note
    now nowadays often ok okay old one ones online order ordered outright overview owner owners
    pain parts past people's per perhaps period pick piss pissed pissing platform plus
    point points pop possible post posts pro pros public pull put quarter quick quickly quite
    quote quotes rant ranting rants rather rave raves raving read reaction reactions reader
    relate remark remarks response responses result review's right roughly round run runs sadly
    saw search see seem seems sell selling send several share short side simply single
    slag small sold soon sort sorts speak spot still strengths strength     strongest such suck sucks summarise summarize summary sure surprise take takes
    tend terrible terms thank thanks themes theme today together total
    trash trend trends try turn type under unhappiest unhappier until upsets use used
    using vent verbatim verdict verdicts view views visitor voice voices vs want wants way
    ways weakness weaknesses weakest week weeks went whine whining whole win wise within
    without wonder word words work worry write writes writing written wrote yeah year years yes
    yesterday yet unsatisfied unpleased displeased irritate irritated irritating frustrate frustrates
    frustrating criticism criticisms criticising criticizing criticises criticizes
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())

_CHINESE_WORDS = """
    消费者 有没有 是不是 好不好 怎么样 哪方面 为什么 满意度 不喜欢 打一星 我们店 大家 顾客 客户 用户 买家 客人 人们 网友 有人
    别人 他们 她们 我们 咱们 你们 主要 吐槽 抱怨 投诉 差评 好评 中评 评价 评论 反馈 意见 看法 口碑 点评 留言 怎样 怎么 如何
    咋样 什么 哪些 哪里 哪个 为何 为啥 提到 提及 反映 觉得 认为 感觉 喜欢 满意 不满 夸奖 称赞 表扬 赞扬 讨厌 问题 毛病 缺点
    优点 地方 原因 方面 最多 最常 常见 经常 集中 一星 二星 两星 三星 四星 五星 低星 高星 星级 评分 打分 低分 高分 店里 店铺
    本店 商店 商品 产品 东西 这款 这个 这些 那个 那款 这家 看看 告诉 一下 关于 对于 到底 究竟 总体 整体 普遍 最近 近期 真的
    一般 通常 负面 正面 几条 一些 多少 可以 给出 买过 购买 里面 之中 其中 啥 夸 的 了 吗 呢 啊 吧 呀 嘛 是 有 对 和 与
    及 都 在 说 讲 给 打 请 帮 我 你 您 他 她 它 里 中 种草 拔草 安利 夸赞 狂夸 猛夸 吐 坑爹 翻车 踩雷 避雷 槽点 亮点
    不爽 优势 劣势 优缺点 褒贬 好坏 利弊 长处 短处 正反 两面 口吻 语气 情绪 心声 原话 声音 反响 风评 风向 名声 体验 感受 印象
    使用 上个月 本月 今年 去年 这周 本周 目前 现在 当前 如今 这段时间 时候 时间 期间 谁 人家 为止 以来 以及 还是 或者 或 但
    但是 不过 如果 因为 所以 知道 了解 分析 总结 归纳 概括 整理 列出 展示 显示 讨论 热议 抓狂 火大 恼火 生气 愤怒 崩溃 无语
    糟心 心烦 最大 最好 最差 最爱 最烦 最火 最 尤其 特别 非常 比较 相当 有点 有些 稍微 各种 各个 每个 所有 全部 任何 某些
    不满意 不开心 不高兴 说了些什么 说了什么 了些 几条 看几条 哪儿 满不满意 不太
    类目 品类 分类 系列 品牌 牌子 店家 商家 卖家 网店 咱 俺 大伙 小伙伴 亲们 姐妹 宝宝 群众 粉丝 会员 新客 老客 回头客 多 会
    能 这 那 些 款 个 条 人 被 让 把 也 还 又 就 很 太 想 要 买 找 列 看 谈
"""
_FAINT = frozenset(
    "骂喷气雷香爱恨槽爽新老大小高低好坏差不没而其之者所从向于以跟同比用做来去上下出到得地着过提写聊某类店家"
)  # alone, or only with one another, they name no subject
_CHINESE = re.compile("|".join(sorted(_CHINESE_WORDS.split(), key=len, reverse=True)))
_LATIN = re.compile(r"[a-z][a-z'’-]*")

_POINTERS = (
    re.compile(r"[“\"「『]([^”\"」』]{2,40})[”\"」』]"),
    re.compile(
        r"(?:它|其|这[款只双台件把条]|那[款只双台件把条])的([^的，。？！；,.?!\s]{2,6}?)(?=$|[，。？！；,.?!\s]|怎|咋|如何|好|行|是|有|大家|人家|客)"
    ),
    re.compile(
        r"的([^的，。？！；,.?!\s]{2,6}?)[，,]?(?:大家伙?|客人|顾客|客户|人家|他们|用户|买家|买的人|都|们)*(?:是)?(?:咋个?|怎么|怎样|如何|点样?)(?:说|评|讲|写|反映)"
    ),
    re.compile(
        r"(?:说|讲|提|谈|聊|嫌|夸|骂)(?:到|起|过|及)?(?!什么|啥|的)([^，。？！；,.?!的]{2,10}?)的(?:人|客人|顾客|那些人|都|大家)*(?:是)?(?:咋个?|怎么|怎样|如何|点样?)(?:说|评|讲|写)"
    ),
    re.compile(
        r"\b(?:about|regarding|concerning|in terms of|when it comes to|abt|(?:comments?|feedback|remarks?|quotes?|reviews?|opinions?) (?:on|re)|mention(?:s|ed|ing)?|touch(?:es|ing)? on|bring(?:s|ing)? up)\b([^,.?!;:()]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:reviews?|comments?|quotes?|feedback) (?:where|in which|saying|claiming|that (?:say|said|claim)|which (?:say|said)|who (?:say|said))\b(?: that)?([^,.?!;:()]{2,60})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:关于|提到|提及|谈到|说到|聊到|针对)([^，。？！；,.?!]{2,20})"),
    re.compile(
        r"(?:说|讲|写|反映)(?:了|到|过)?(?!什么|啥)\s*([^，。？！；,.?!]{2,14}?)\s*的\s*(?:英文|中文)?\s*(?:[\u4e00-\u9fff]{1,5}?的?)?(?:评价|评论|[差好中]评|留言|反馈)"
    ),
)


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
    return " ".join(content(without(question, scope, today)))


def without(question: str, scope: Iterable[str], today: date) -> str:
    """`question` in lower case, less its period and the names in `scope`."""
    left = question
    for mention in reversed(find_periods(question, today)):
        left = f"{left[: mention.start]} {left[mention.end :]}"
    left = left.casefold().replace("’", "'")
    for name in sorted(scope, key=len, reverse=True):
        spelling = re.escape(name.casefold().removesuffix("s"))
        plural = r"(?:s|'s|s')?(?![a-z])" if name[-1:].isascii() else ""
        left = re.sub(spelling + plural, " ", left)
    return left


def content(text: str) -> list[str]:
    """The words of `text` that may name a subject, in order, the Chinese ones last.

    >>> content("what's the nicest thing about the lid? ( s n )"), content("盖子的做工怎么样")
    (['lid'], ['盖子', '做工'])
    """
    left = text.casefold().replace("’", "'")
    words = (
        re.sub(r"'(?:s|re|ve|ll|d|m|t)?$", "", word).strip("'-") for word in _LATIN.findall(left)
    )
    named = [w for w in words if len(w) > 2 and w not in _ENGLISH and w.rstrip("s") not in _ENGLISH]
    pieces = re.findall(r"[\u4e00-\u9fff]{2,}", _CHINESE.sub(" ", left))
    return list(dict.fromkeys([*named, *(p for p in pieces if not _FAINT.issuperset(p))]))


def pointed_at(text: str) -> str:
    """The subject that `text` points at by quoting it or by a word such as "about" or "提到".

    >>> pointed_at("What do customers say about the battery life?"), pointed_at("有没有人提到掉色")
    ('battery life', '掉色')
    >>> pointed_at("what do people complain about most")
    ''
    """
    for pattern in _POINTERS:
        for match in pattern.finditer(text):
            if words := content(match[1]):
                return " ".join(words)
    return ""
