purchase-not-trained = 这家店铺还没有训练购买预测模型。请先运行一次“storewise train”，然后再提问。
purchase-too-short = 数据覆盖的天数太少，无法判断谁会购买：至少需要五天的访问或订单数据，最好有几个月。
purchase-too-few-buyers = 近期购买的顾客太少，不足以判断接下来谁会买，因此不做预测。请导入更长时间的数据后重新训练。
purchase-too-few-users = 符合条件的顾客只有{ $n }位，人数太少，无法给出结论。请放宽条件。
purchase-expected = { $period }期间，{ $users }位顾客中预计约有{ $expected }位会购买{ $what }。
purchase-interval = 实际人数很可能在{ $low }到{ $high }之间。
purchase-top = 最有可能购买的是顾客{ $user }，概率为{ $probability }：{ $reason }。
purchase-lift = 名单上排在最前面的{ $n }位顾客，平均购买概率为{ $probability }，是一般顾客（{ $base }）的{ $lift }倍。
purchase-drivers = 最能区分买家与非买家的是{ $drivers }。
purchase-quality = 用模型没有见过的{ $period }检验：排名前10%的顾客，购买率是平均水平的{ $lift }倍；平均精确率为{ $precision }，随机猜测为{ $base }。
purchase-trained = 模型使用的数据截至{ $day }，此后的情况不在其中。
purchase-user = { $period }期间，顾客{ $user }购买{ $what }的概率为{ $probability }，一般顾客为{ $base }。
purchase-user-up = 提高概率的因素：{ $reasons }。
purchase-user-down = 降低概率的因素：{ $reasons }。
purchase-unknown-user = 截至{ $day }，店铺里没有顾客“{ $user }”的任何记录，无法预测。请核对编号，或不指定顾客，直接查询最有可能购买的人。
purchase-reason-category = 对该品类表现出兴趣
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
   *[other] 最近{ $window }天浏览{ $views }次
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
purchase-reason-tenure = { $tenure }天前首次到店
purchase-reason-habit = 来店的日子集中在周末或平日
