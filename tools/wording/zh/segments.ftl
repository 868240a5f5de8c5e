segments-rule-everyone = 所有人
segments-rule-then = ；
segments-rule-or = {" "}或{" "}
segments-rule-both = 且
segments-rule-comma = 、
segments-rule-either = { $first }或{ $last }
segments-rule-nested = （{ $rule }）
segments-rule-not = 不属于（{ $rule }）
segments-rule-gender = { $negated ->
    [yes] 非{ $values }
   *[no] { $values }
}
segments-rule-region = { $negated ->
    [yes] 不在{ $values }
   *[no] 在{ $values }
}
segments-rule-country = { $negated ->
    [yes] 不在{ $values }
   *[no] 在{ $values }
}
segments-rule-age-band = { $negated ->
    [yes] 年龄段不是{ $values }
   *[no] 年龄段为{ $values }
}
segments-rule-consent = { $given ->
    [yes] 同意接收营销信息
   *[no] 未同意接收营销信息
}
segments-rule-coupons = { $share_value ->
    [0] 下单时用过优惠券
   *[other] { $share }及以上的订单用了优惠券
}
segments-rule-first-order = { $when }首次下单
segments-rule-registered = { $when }注册
segments-rule-segment = { $negated ->
    [yes] 不属于“{ $name }”人群
   *[no] 属于“{ $name }”人群
}
segments-rule-recency = { $bound ->
    [exact] 距上次下单正好{ $low }天
    [from] 距上次下单{ $low }天及以上
    [to] { $high_value ->
        [0] 今天刚下过单
       *[other] 最近一次下单在{ $high }天以内
    }
   *[both] 距上次下单{ $low }至{ $high }天
}
segments-rule-something = 商品
segments-rule-anything = 任何商品
segments-rule-words = “{ $words }”
segments-rule-often = { $bound ->
    [exact] 正好{ $low }次
    [from] { $low_value ->
        [1] {""}
       *[other] { $low }次及以上
    }
    [to] 最多{ $high }次
   *[both] { $low }至{ $high }次
}
segments-rule-how = 通过{ $values }
segments-rule-view = { $when }{ $how }{ $never ->
    [ever] 从未浏览{ $what }
    [yes] 没有浏览{ $what }
   *[no] 浏览{ $what }{ $often }
}
segments-rule-search = { $when }{ $how }{ $never ->
    [ever] 从未搜索
    [yes] 没有搜索
   *[no] 搜索
}{ $named ->
    [yes] { $what }
   *[no] {""}
}{ $often }
segments-rule-cart = { $when }{ $how }{ $never ->
    [ever] 从未把{ $what }加入购物车
    [yes] 没有把{ $what }加入购物车
   *[no] 把{ $what }加入购物车{ $often }
}
segments-rule-remove = { $when }{ $how }{ $never ->
    [ever] 从未把{ $what }移出购物车
    [yes] 没有把{ $what }移出购物车
   *[no] 把{ $what }移出购物车{ $often }
}
segments-rule-wishlist = { $when }{ $how }{ $never ->
    [ever] 从未收藏{ $what }
    [yes] 没有收藏{ $what }
   *[no] 收藏{ $what }{ $often }
}
segments-rule-purchase = { $when }{ $how }{ $never ->
    [ever] 从未购买{ $what }
    [yes] 没有购买{ $what }
   *[no] 购买{ $what }{ $often }
}
segments-rule-return = { $when }{ $how }{ $never ->
    [ever] 从未退过{ $what }
    [yes] 没有退过{ $what }
   *[no] 退过{ $what }{ $often }
}
segments-rule-visit = { $when }{ $how }{ $never ->
    [ever] 从未访问
    [yes] 没有访问
   *[no] 访问过{ $often }
}
segments-rule-order = { $when }{ $how }{ $never ->
    [ever] 从未下单
    [yes] 没有下单
   *[no] 下单{ $often }
}
segments-rule-at-least = 达到{ $amount }
segments-rule-above = 超过{ $amount }
segments-rule-at-most = 不超过{ $amount }
segments-rule-below = 不到{ $amount }
segments-rule-spend = { $when }{ $mean ->
    [yes] 平均每单消费{ $amount }
   *[no] 消费{ $amount }
}
segments-rule-last = 最近{ $n }{ $unit ->
    [day] 天
    [week] 周
   *[month] 个月
}
segments-rule-named = { $token ->
    [today] 今天
    [yesterday] 昨天
    [this_week] 本周
    [last_week] 上周
    [this_month] 本月
    [last_month] 上个月
    [this_quarter] 本季度
    [last_quarter] 上个季度
    [this_year] 今年
    [last_year] 去年
   *[all] 有史以来
}
segments-rule-during = { $span }
segments-nobody-known = 这家店还没有可识别的顾客，所以没有人群。请导入用户，或带 user_id 的订单或事件。
segments-no-orders = 这家店的订单没有记录下单人，分不出谁买过。请导入带 user_id 的订单。
segments-no-prices = 这家店的订单没有价格，没法按消费金额选人。请导入带价格的订单，或者按下单次数来选。
segments-lacking = 店铺数据里没有这个人群要用到的{ $what }。请去掉这个条件，或导入含有它的数据。
segments-circular = 人群“{ $name }”的定义引用了自己。请改它的文件，只引用别的人群。
segments-unknown = 没有叫“{ $given }”的人群。最接近的有：{ $known }。也可以直接描述，比如“14天内看过两次连衣裙但什么都没买的女性”。
segments-not-understood = 这段描述里的“{ $words }”我没看懂，所以没有建立人群。请换个说法或去掉它；店里的品类、品牌、地区和渠道名称都能识别。
segments-nothing-said = 这段描述里没有任何条件。请说明他们做过什么、买过什么、花了多少，或住在哪里，比如“下单3次以上且今年消费超过500元”。
segments-bad-file = 文件 { $file } 不是有效的人群：{ $problem } 请改正或删除。
segments-reserved = “{ $given }”是标准人群的名字。请换一个名字保存。
segments-name-champions = 核心顾客
segments-name-loyal = 忠诚顾客
segments-name-potential-loyalists = 潜力顾客
segments-name-new = 新顾客
segments-name-promising = 有望回购的新客
segments-name-needs-attention = 需要关注
segments-name-about-to-sleep = 即将沉睡
segments-name-at-risk = 有流失风险
segments-name-cannot-lose = 不能失去的顾客
segments-name-hibernating = 沉睡顾客
segments-name-never-bought = 从未下单
segments-name-one-time = 只买过一次
segments-name-repeat = 复购顾客
segments-name-lapsed = 已流失
segments-name-big-spenders = 高消费顾客
segments-name-cart-abandoners = 加购未下单
segments-name-window-shoppers = 只逛不买
segments-name-wishlisters = 收藏未下单
segments-name-discount-lovers = 优惠敏感顾客
segments-name-newly-registered = 新注册未下单
segments-words-champions = 最好的顾客; 最佳顾客; 冠军顾客; 重要价值客户; 核心客户; 核心用户
segments-words-loyal = 忠诚客户; 忠诚用户; 忠实顾客; 忠实客户; 忠粉; 铁粉
segments-words-potential-loyalists = 潜力客户; 潜在忠诚顾客; 潜力用户
segments-words-new = 新客; 新客户; 新买家; 新用户
segments-words-promising = 有望顾客; 有潜力的新客; 一般发展客户
segments-words-needs-attention = 需关注; 需要关注的顾客; 需要维护的顾客
segments-words-about-to-sleep = 快要沉睡; 快流失; 将要沉睡
segments-words-at-risk = 流失风险; 流失风险顾客; 高风险顾客; 有流失风险的顾客
segments-words-cannot-lose = 不能失去; 不能丢的顾客; 重要挽留客户
segments-words-hibernating = 沉睡; 沉睡客户; 沉睡用户; 休眠顾客; 休眠用户
segments-words-never-bought = 没买过的人; 未购买用户; 从未购买; 零单用户
segments-words-one-time = 一次性顾客; 单次购买顾客; 只买一次的顾客
segments-words-repeat = 老客; 老顾客; 老客户; 回头客; 复购用户; 复购客户
segments-words-lapsed = 流失顾客; 流失客户; 流失用户; 已流失顾客
segments-words-big-spenders = VIP顾客; VIP客户; VIP用户; 高价值顾客; 高价值客户; 高价值用户; 大客户; 高消费用户; 大额顾客; 大额客户; 豪客
segments-words-cart-abandoners = 弃购; 弃购用户; 弃购顾客; 购物车弃单; 弃单用户
segments-words-window-shoppers = 只看不买; 光逛不买
segments-words-wishlisters = 收藏未买; 收藏党
segments-words-discount-lovers = 优惠敏感; 羊毛党; 爱用券的顾客; 折扣爱好者; 券敏感用户
segments-words-newly-registered = 新注册; 新注册用户; 新注册顾客
segments-thing-alone = 没说清楚对“{ $what }”做了什么。请加上动作，比如“买过{ $what }”或“14天内看过两次{ $what }”。
segments-overview = 买过东西的{ $buyers }位顾客分成{ $n }个RFM人群，人数最多的是{ $list }。
segments-overview-none = 已知的{ $people }位顾客都还没有下过单，所以没有RFM人群。
segments-overview-revenue = 人均价值最高的是“{ $segment }”：{ $people }人，占买家的{ $share }，贡献了{ $revenue }的收入，人均{ $spend }。
segments-overview-slipping = { $list }合计{ $people }人，都是好顾客，但很久没下单了；他们人均消费{ $spend }，是买家平均水平的{ $ratio }倍。
segments-overview-behaviour = 按行为看：{ $list }。
segments-overlap = 行为人群之间、以及与RFM人群之间会有重叠；RFM人群互不重叠，加起来就是全部买家。
segments-scores = RFM按本店买家自己的分布打1到5分：最近一次下单按买家五等分；下单次数方面，只下过一单的为1分，复购顾客再四等分。具体界线见各人群定义。
segments-withheld = { $list }不足{ $n }人，不显示数据。
segments-one = “{ $segment }”共{ $people }人，占所看的{ $all }位顾客的{ $share }。定义：{ $definition }。
segments-read = 理解为：{ $definition }。符合的有{ $people }人，占所看的{ $all }位顾客的{ $share }。
segments-aside = “{ $words }”没有当作人群条件；如果它也是条件，请换个说法。
segments-one-nobody = “{ $segment }”里没有人（{ $definition }）。可以放宽某个条件，比如时间或次数。
segments-one-few = “{ $segment }”不足{ $n }人（{ $definition }），人数太少，不显示数据。可以放宽某个条件。
segments-one-money = 他们至今消费{ $revenue }，占总收入的{ $share }：人均{ $spend }、{ $orders }单（其他人：{ $usual }、{ $usual_orders }单）。其中一半人上次下单距今{ $since }天及以上。
segments-one-buys = 他们买什么：平均每人的购买中，{ $list }（{ $n }人）。
segments-one-views = 他们看什么：平均每人的浏览中，{ $list }（{ $n }人）。
segments-one-channels = 下单时从哪里来：平均每人的购买中，{ $list }。
segments-one-visits = 从哪里来：平均每人的浏览中，{ $list }。
segments-one-differs = 与其他人最不同的是{ $more }：{ $share }，其他人为{ $usual }。高出的百分点：{ $list }。
segments-one-alike = 在地区、偏好和渠道上，他们与其他人没有超出偶然的差别。
segments-beyond-chance = 只列出经得起偶然性检验的差别（5%水平的Welch检验，已按比较的{ $n }个取值校正），定义这个人群的条件不算在内。
segments-one-reach = 其中{ $n }人（{ $share }）同意接收营销信息，可以联系。
segments-one-followed = { $days }天前符合这个定义的{ $whom }有{ $n }人，之后{ $days }天里有{ $ordered }人（{ $share }）下了单；当时全部{ $whom }的比例是{ $usual }。
segments-advice-untested = 这些做法是通行经验，并非本店实测；建议先发给一部分人并留出对照组，看看效果。
segments-advice-champions = 建议：多回馈、少打折。新品先给他们看，请他们写评价、推荐朋友。
segments-advice-loyal = 建议：按他们以往买的东西推荐搭配，用会员权益而不是降价，把他们拉回原来的节奏。
segments-advice-potential-loyalists = 建议：尽快促成下一单：推荐与已购商品搭配的东西，讲清会员好处。
segments-advice-new = 建议：帮他们用好第一单，请他们评价，几周内推荐一件合适的第二件商品。
segments-advice-promising = 建议：用与首单相近的商品提醒他们；第二单给小优惠值得一试。
segments-advice-needs-attention = 建议：趁他们走远之前，在他们买过的品类上给限时优惠。
segments-advice-about-to-sleep = 建议：用他们买过的品类里的热销和新品提醒一次；没有反应就少发。
segments-advice-at-risk = 建议：一对一挽回：提到他们买过什么，问问哪里不满意，给一个有力的优惠。
segments-advice-cannot-lose = 建议：尽量逐个联系，弄清发生了什么，别因为价格或服务丢了他们。
segments-advice-hibernating = 建议：发一次低成本的唤醒信息；不打开就不再打扰。
segments-advice-never-bought = 建议：打消首单顾虑：评价、退换政策，对常来看的人给首单优惠。
segments-advice-one-time = 建议：第二单最难，用与首单搭配的商品跟进。
segments-advice-repeat = 建议：保持他们的节奏，及时推荐和补货提醒，少打折。
segments-advice-lapsed = 建议：发一次低成本的唤醒信息，之后不再打扰。
segments-advice-big-spenders = 建议：服务重于价格：优先购买、更好的配送、专属客服。
segments-advice-cart-abandoners = 建议：几小时内提醒购物车里的商品；只对自己不回来的人给折扣。
segments-advice-window-shoppers = 建议：帮他们做决定：商品对比、所看商品的评价、配送和退换说明。
segments-advice-wishlisters = 建议：收藏的商品降价或快卖完时通知他们。
segments-advice-discount-lovers = 建议：把券留给滞销商品并限时；测试他们没有券是否也买。
segments-advice-newly-registered = 建议：表示欢迎，问问兴趣，给一个下首单的理由。
lookalike-answer = 在“{ $segment }”之外、可以联系的{ $pool }位顾客中，与之最像的{ $n }位依次是{ $list }等（括号内为被认作该人群的概率）。
lookalike-quality = 用未参与拟合的人检验：任取人群内（共{ $members }人）外各一人，判断正确的比例为{ $auc }（95%区间{ $low }至{ $high }，随机猜测为50%）。
lookalike-left-out = 比较时不使用定义这个人群的条件。相似不等于会有同样的行为，建议先对一部分人试用并留出对照组。
lookalike-none = 找不出“{ $segment }”的相似人群：除去定义条件，这{ $members }人与其他人没有区别（未参与拟合的人上判断正确{ $auc }，95%区间{ $low }至{ $high }，随机猜测为50%）。
lookalike-few = 找“{ $segment }”的相似人群，群内群外都至少要{ $n }人。请换一个更大的人群。
lookalike-nothing = 除了定义“{ $segment }”的条件，店里没有顾客的其他信息，无法找相似人群。请导入事件或用户。
