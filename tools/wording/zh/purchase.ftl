purchase-not-trained = 这家店铺还没有训练购买预测模型。请先运行一次“storewise train”，然后再提问。
purchase-too-short = 数据覆盖的天数太少，无法判断谁会购买：至少需要五天的访问或订单数据，最好有几个月。
purchase-too-few-buyers = 近期买过的顾客太少，不足以判断接下来谁会买，因此不做预测。可以换一个更大的品类、把预测期放长，或导入更长时间的数据。
purchase-too-few-users = { $n_value ->
    [0] 没有符合条件的顾客，无法给出结论。请放宽条件。
   *[other] 符合条件的顾客只有{ $n }位，人数太少，无法给出结论。请放宽条件。
}
purchase-unknown-user = 截至{ $day }，店铺里没有顾客“{ $user }”的访问或购买记录，无法预测。请核对编号，或不指定顾客，直接查询最有可能购买的人。
purchase-unknown-filter = 无法按“{ $given }”筛选顾客。请写成“维度=取值”的形式，可用的维度有：{ $known }。
purchase-anything = 商品
purchase-from = { $category }类商品
purchase-expected = 未来{ $days }天（{ $period }），{ $users }位顾客中预计{ $expected_value ->
    [0] 会购买{ $what }的不到1位
   *[other] 约有{ $expected }位会购买{ $what }
}。
purchase-list = 未来{ $days }天（{ $period }）最有可能购买{ $what }的{ $n }位顾客{ $more ->
    [yes] ，排在最前面的是
   *[other] ：
}{ $list }{ $more ->
    [yes] ，其余见表格
   *[other] {""}
}。
purchase-first = 其中可能性最大的是{ $list }。
purchase-interval = 综合偶然波动以及过去各期预测与实际的偏差，实际人数很可能在{ $low }到{ $high }之间。
purchase-top = 最有可能购买的是顾客{ $user }，概率为{ $probability }：{ $reason }。
purchase-lift = 名单最前面的{ $n }位顾客，平均购买概率为{ $probability }，是一般顾客（{ $base }）的{ $lift }倍。
purchase-drivers = 最能看出谁可能购买的是{ $drivers }。
purchase-quality = 用模型没有见过的{ $period }检验：排名前10%的顾客中有{ $rate }确实购买，是全体顾客（{ $base }）的{ $lift }倍。
purchase-fitted = 这次预测用的是专为这个问题临时建立的简化模型；检验期的{ $days }天里共有{ $buyers }位顾客购买。
purchase-fitted-rough = 这次预测用的是专为这个问题临时建立的简化模型；检验期的{ $days }天里只有{ $buyers }位顾客购买，名单的先后顺序仅供参考。
purchase-shortened = 数据时间太短，无法预测未来{ $asked }天，因此只预测{ $days }天。
purchase-trained = 模型上次训练用的数据截至{ $day }；之后的访问和订单会纳入计算，但模型还没有从中学习。运行“storewise train”即可更新。
purchase-user = 未来{ $days }天（{ $period }），顾客{ $user }购买{ $what }的概率为{ $probability }，一般顾客为{ $base }。
purchase-user-rank = { $more_value ->
    [0] 在全部{ $users }位顾客中，购买的可能性最大。
   *[other] 在全部{ $users }位顾客中，有{ $more }位比这位顾客更可能购买。
}
purchase-user-baseline = 如果只看最近一次来访和购买的时间，概率为{ $baseline }。
purchase-user-alike = 检验时得分相近的{ $users }位顾客中，有{ $rate }确实购买。
purchase-recency = 如果只按最近一次来访和购买的时间排名，前10%的顾客中有{ $rate }购买。
purchase-user-up = 有利因素：{ $reasons }。
purchase-user-down = 不利因素：{ $reasons }。
purchase-reason-none = 没有特别突出的原因
purchase-reason-category = 最近{ $window }天浏览{ $category }{ $seen }次{ $added_value ->
    [0] {""}
   *[other] ，加购或收藏{ $added }件
}
purchase-reason-recency = 上次购买是{ $days }天前
purchase-reason-once = 只在{ $days }天前买过
purchase-reason-never = 还没有买过
purchase-reason-rhythm = 平均每{ $gap }天买一次，上次是{ $days }天前
purchase-reason-cart = { $carts_value ->
    [0] 最近{ $window }天没有加购
   *[other] 最近{ $window }天加购{ $carts }件
}
purchase-reason-views = { $views_value ->
    [0] 最近{ $window }天没有浏览
   *[other] 最近{ $window }天浏览商品{ $views }次
}
purchase-reason-frequency = { $orders_value ->
    [0] 还没有下过单
   *[other] 累计下单{ $orders }次
}
purchase-reason-value = 累计消费{ $value }
purchase-reason-activity = { $active_value ->
    [0] 最近{ $window }天没有来过
   *[other] 最近{ $window }天里有{ $active }天来过
}
purchase-reason-returns = { $returns_value ->
    [0] 从未退货
   *[other] 累计退货{ $returns }件
}
purchase-group-served-worse = 对“{ $group }”顾客，模型区分买与不买的能力较差：排序正确的比例为{ $own }，其他顾客为{ $rest }。这部分名单的先后顺序更粗略。
purchase-group-overlooked = 模型低估了“{ $group }”顾客：检验时有{ $own }购买，而模型预计为{ $expected }。最可能购买的名单里，这部分顾客会偏少。
