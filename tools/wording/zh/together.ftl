together-no-items = 店铺的销售记录没有写明买了哪些商品，无法判断哪些商品常一起买。
together-no-categories = 商品没有品类信息；请改问单个商品。
together-no-days = 店铺的数据是{ $period }；请在这段时间内提问。
together-both = { $one } + { $two }
together-basket = { $kind ->
    [orders] 订单
    [visits] 访问
   *[days] 购物日
}
together-with = 每100{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}含{ $given }的{ $kind ->
    [orders] 订单
    [visits] 成交访问
   *[days] 顾客购物日
}中，有{ $hundred }{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}也含{ $then }（{ $of }中的{ $both }），是随机情况的{ $lift }倍。
together-best = 最常一起卖出的是{ $given }和{ $then }：每100{ $kind ->
    [orders] 笔含前者的订单
    [visits] 次含前者的成交访问
   *[days] 个含前者的顾客购物日
}中，有{ $hundred }{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}也含后者（{ $of }中的{ $both }），是随机情况的{ $lift }倍。
together-with-list = 其次（括号内为占其{ $kind ->
    [orders] 订单
    [visits] 成交访问
   *[days] 购物日
}的比例）：{ $list }。
together-list = 其次（括号内为同时包含两者的{ $kind ->
    [orders] 订单数
    [visits] 访问数
   *[days] 购物日数
}）：{ $list }。
together-closest = 关联最紧的是{ $given }和{ $then }：一起出现是随机情况的{ $lift }倍（{ $of }{ $kind ->
    [orders] 笔订单
    [visits] 次访问
   *[days] 个购物日
}中的{ $both }）。
together-three = 每100{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}同时含{ $given }的{ $kind ->
    [orders] 订单
    [visits] 访问
   *[days] 购物日
}中，有{ $hundred }{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}也含{ $then }（{ $of }中的{ $both }）。
together-guard = 共统计{ $baskets }{ $kind ->
    [orders] 笔订单
    [visits] 次成交访问
   *[days] 个购物日（同一顾客同一天买的东西）
}，检验了{ $tested }{ $level ->
    [one] 个候选
   *[any] 对组合
}。只列出至少出现{ $least }次、且很难用巧合解释的（其中误报不超过5%）。
together-cause = 常一起买并不说明捆绑销售就能多卖，建议先用对照组试一试。
together-none = 没有哪些商品一起买的次数明显多于巧合：{ $baskets }{ $kind ->
    [orders] 笔订单
    [visits] 次成交访问
   *[days] 个购物日
}里的{ $tested }对组合中，没有一对既出现至少{ $least }次又超出巧合。{ $level ->
    [item] 可以换成按品类看，或放宽时间。
   *[category] 可以放宽时间。
}
together-none-with = 在含{ $name }的{ $n }{ $kind ->
    [orders] 笔订单
    [visits] 次成交访问
   *[days] 个购物日
}里，没有哪样东西一起买的次数明显多于巧合（至少要同时出现{ $least }次）。想给顾客推荐搭配，可以问推荐商品。
together-rare = 含{ $name }的{ $kind ->
    [orders] 订单
    [visits] 成交访问
   *[days] 购物日
}{ $n_value ->
    [0] 一{ $kind ->
        [orders] 笔
        [visits] 次
       *[days] 个
    }也没有
   *[other] 只有{ $n }{ $kind ->
        [orders] 笔
        [visits] 次
       *[days] 个
    }
}；至少需要{ $least }{ $kind ->
    [orders] 笔
    [visits] 次
   *[days] 个
}才能判断什么和它一起买。
