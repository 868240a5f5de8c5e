items-not-trained = 这家店铺还没有学习过该推荐什么。请先运行一次“storewise train”，然后再提问。
items-too-short = 数据覆盖的天数太少，无法学习该推荐什么：至少需要六天的访问或订单数据，最好有几个月。
items-too-few-buyers = 近期有购买的顾客太少，不足以学习该推荐什么。可以导入更长时间的数据，或改问某件商品常和什么一起买。
items-none = 没有符合条件的有货商品。可以换一个品类，或不限品类。
items-user = { $n_value ->
    [0] 目前没有适合推荐给顾客{ $user }的商品
   *[other] 接下来可以给顾客{ $user }推荐这{ $n }件商品（由强到弱）：{ $list }
}。
items-unknown-user = 访问和订单记录里没有顾客“{ $user }”，因此列出的只是最近{ $days }天{ $within ->
    [yes] { $category }类中
   *[no] 全店
}卖得最好的商品：{ $list }。
items-everyone = 面向所有顾客，按最近{ $days }天的销量，{ $within ->
    [yes] { $category }类中
   *[no] {""}
}最值得推荐的是：{ $list }。
items-assumed = 问题没有指明顾客或商品，因此给出的是一份面向所有人的清单；指明某位顾客，就能得到专属清单。
items-together = 购买{ $item }的顾客，最明显会一起购买的是{ $list }，括号里是随机搭配的倍数；依据是全部{ $all }笔购买中含有该商品的{ $baskets }笔。
items-alike = 对{ $item }感兴趣的顾客，同时也关注{ $list }。
items-together-few = 含有{ $item }的购买只有{ $baskets }笔，没有任何商品与它一起购买达到{ $least }次，因此这里列的是同一批顾客浏览或购买过的商品，而不是一次买下的组合。
items-together-none = 关于{ $item }的数据太少，无法判断什么与它搭配：含有它的购买有{ $baskets }笔，同时关注它和任何另一件商品的顾客都不到{ $least }位。
items-first = 排在第一的是{ $item }：{ $reason }。
items-second = 排在第二的是{ $item }：{ $reason }。
items-quality = 用没有参与学习的{ $period }检验：在有购买的{ $users }位顾客中，{ $rate }买了所列十件商品中的至少一件（考虑偶然因素为{ $low }到{ $high }）；如果只列最畅销的商品，这一比例是{ $base }。
items-trained = 推荐模型上次学习用的数据截至{ $day }；之后的访问和订单会纳入计算，但还没有从中学习。运行“storewise train”即可更新。
items-in-stock = { $n_value ->
    [0] 所列商品都有货。
   *[other] 只列出有货的商品；全店另有{ $n }件商品缺货。
}
items-stock-unknown = 店铺数据里没有库存信息，所列商品可能有的已经售罄。
items-why-rebuys = 买过{ $times }次，大约每{ $gap }天一次，上次是{ $days }天前
items-why-bought = { $times_value ->
    [1] { $days }天前买过一次
   *[other] 买过{ $times }次，上次是{ $days }天前
}
items-why-cart = { $days }天前加入购物车，还没有购买
items-why-wished = { $days }天前加入收藏，还没有购买
items-why-viewed = 浏览过{ $times }次，最近一次是{ $days }天前
items-why-near = 这位顾客浏览或购买过{ $anchor }；浏览或购买过它的{ $users }位顾客中，有{ $both }位也关注这件商品，是随机情况的{ $lift }倍
items-why-like = 与这位顾客浏览或购买过的{ $anchor }相似
items-why-category = 这位顾客近期{ $share }的兴趣在{ $category }
items-why-popular = 近期畅销：最近{ $days }天售出{ $sold }次
items-why-general = 兴趣相近的顾客喜欢，只是近期买的人还太少，不便计数
items-why-together = 在含有该商品的{ $baskets }笔购买中，有{ $both }笔同时买了它，是随机搭配的{ $lift }倍
items-why-shared = 浏览或购买过该商品的{ $users }位顾客中，有{ $both }位也关注它，是随机情况的{ $lift }倍
