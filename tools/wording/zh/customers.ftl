lifetime-not-trained = 这家店铺还没有训练客户终身价值模型。请先运行一次“storewise train”，然后再提问。
lifetime-too-short = 数据覆盖的天数太少，无法判断顾客何时会再买：至少需要四天的订单数据，最好有几个月。
lifetime-too-few-customers = 近期复购的顾客太少，不足以建立模型，因此不做预测。请导入更长时间的订单数据，再运行“storewise train”。
lifetime-no-prices = 这家店铺的订单没有价格，无法计算客户价值。请导入带价格的订单；流失风险不需要价格，可以直接查询。
lifetime-never-bought = 截至{ $day }，顾客“{ $user }”来过店铺但还没有下过单，无法据此判断。可以改为查询这位顾客的购买概率。
lifetime-revenue = 销售额
lifetime-margin = 毛利
lifetime-user = 未来{ $days }天（{ $period }），顾客{ $user }预计带来{ $basis }{ $value }，一般顾客为{ $mean }。
lifetime-user-range = { $low_value ->
    [0] 预期价值相近的顾客中，有{ $rate }实际不超过{ $high }（也可能为零）。
   *[other] 预期价值相近的顾客中，有{ $rate }实际在{ $low }到{ $high }之间。
}
lifetime-user-why = 这段时间预计下单约{ $purchases }次，以往平均每单{ $basis }{ $spend }。这位顾客{ $reason }。
lifetime-user-rank = { $more_value ->
    [0] 在全部{ $users }位下过单的顾客中价值最高。
   *[other] 在全部{ $users }位下过单的顾客中，有{ $more }位价值更高。
}
lifetime-many = 未来{ $days }天（{ $period }），{ $users }位下过单的顾客预计共带来{ $basis }{ $total }，平均每位{ $mean }。
lifetime-range = 综合偶然波动以及过去各期预测与实际的偏差，总额有{ $rate }的可能在{ $low }到{ $high }之间。
lifetime-first = 预计价值最高的是{ $list }。
lifetime-list = 未来{ $days }天（{ $period }）预计带来{ $basis }最多的{ $n }位顾客{ $more ->
    [yes] ，排在最前面的是
   *[other] ：
}{ $list }{ $more ->
    [yes] ，其余见表格
   *[other] {""}
}。
lifetime-top-tenth = 其中价值最高的10%预计贡献总额的{ $share }。
lifetime-basis-margin = 这里的价值指毛利：顾客实付金额减去商品成本。
lifetime-basis-revenue = 多数商品的成本未知，这里的价值指销售额，没有扣除成本。
lifetime-new = 尚未下过首单的新顾客不计在内。
lifetime-quality = 用模型没有见过的{ $period }检验：排名前10%的顾客带来了全部{ $basis }的{ $share }（按此前消费额挑选同样多的顾客为{ $naive }）；预测总额是实际的{ $ratio }倍。
lifetime-beyond = 现有数据只够检验{ $tried }天以内的预测，更远的部分由通用的顾客购买模型（BG/NBD）推算，仅供参考。
lifetime-dependence = 这家店铺里买得越勤的顾客每单金额越{ $direction ->
    [more] 高
   *[less] 低
}（秩相关系数{ $dependence }），而消费金额模型假定两者无关，较远期的金额可能有偏差。
lifetime-trained = 模型上次训练用的数据截至{ $day }；之后的订单会纳入计算，但模型还没有从中学习。运行“storewise train”即可更新。
timing-not-trained = 这家店铺还没有训练下次购买时间的模型。请先运行一次“storewise train”，然后再提问。
churn-user = 未来{ $days }天（{ $period }），顾客{ $user }的流失风险（即这段时间不下单的概率）为{ $risk }，一般顾客为{ $mean }。
churn-user-why = 这位顾客{ $reason }。
churn-user-value = 这位顾客未来{ $days }天预计带来{ $basis }{ $value }，其中{ $stake }（价值乘以流失风险）有流失之虞。
churn-many = { $users }位下过单的顾客中，预计约有{ $lost }位（{ $share }）在未来{ $days }天（{ $period }）不会下单。
churn-among = 这里只统计“{ $segment }”中下过单的顾客：{ $rule }。
churn-range = 这一人数有{ $rate }的可能在{ $low }到{ $high }之间。
churn-list = 按风险价值排序，最值得挽留的是{ $list }。
churn-list-risk = 流失风险最高的是{ $list }。
churn-top = 排在第一位的是顾客{ $user }，流失风险为{ $risk }：{ $reason }。
churn-value = 这些顾客未来{ $days }天预计带来{ $basis }{ $value }，其中{ $stake }（各人价值乘以流失风险之和）有流失之虞。
churn-order = 名单按风险价值排序，即流失风险乘以这位顾客未来{ $days }天的预计价值：几乎已经流失或消费一直很少的顾客，排在迟迟没来的优质顾客后面。
churn-order-risk = 订单没有价格，名单只按流失风险排序。
churn-quality = 用模型没有见过的{ $period }检验：有{ $observed }的顾客没有下单，预测为{ $expected }；任取两位顾客，模型判断对谁先下单的比例为{ $concordance }（随机猜测为50%）。
churn-beyond = 现有数据只够检验{ $tried }天以内的预测，更远的部分由通用的顾客购买模型（BG/NBD）推算，仅供参考。
churn-trained = 模型上次训练用的数据截至{ $day }；之后的订单会纳入计算，但模型还没有从中学习。运行“storewise train”即可更新。
next-user-between = 顾客{ $user }预计下次下单在{ $first }到{ $last }之间（把握{ $rate }）。
next-user-by = 顾客{ $user }预计在{ $last }之前（含当天）下次下单（把握{ $rate }）。
next-user-not = 顾客{ $user }在未来{ $days }天内，即{ $last }之前，多半不会下单（把握{ $rate }）。
next-user-open = 顾客{ $user }的下次下单时间无法缩小到有{ $rate }把握的日期范围。
next-user-chances = 下单的概率{ $shown ->
    [one] ：{ $days1 }天内{ $n1 }
    [two] ：{ $days1 }天内{ $n1 }，{ $days2 }天内{ $n2 }
   *[three] ：{ $days1 }天内{ $n1 }，{ $days2 }天内{ $n2 }，{ $days3 }天内{ $n3 }
}。
next-user-median = 到{ $day }为止，下单与否的可能性各半。
next-user-why = 这位顾客{ $reason }。
next-user-what = 最可能购买的商品是{ $items }。
next-many = { $users }位下过单的顾客中，预计{ $shown ->
    [one] { $days1 }天内约有{ $n1 }位会下单
    [two] { $days1 }天内约有{ $n1 }位会下单，{ $days2 }天内约有{ $n2 }位
   *[three] { $days1 }天内约有{ $n1 }位会下单，{ $days2 }天内约有{ $n2 }位，{ $days3 }天内约有{ $n3 }位
}。
next-many-range = { $days_value ->
    [one] 明天
   *[other] { $days }天内
}下单的人数有{ $rate }的可能在{ $low }到{ $high }之间。
next-first = 预计最快下单的是{ $list }（括号内为{ $days_value ->
    [one] 明天
   *[other] { $days }天内
}下单的概率）。
next-quality = 用模型没有见过的{ $period }检验：给出的日期范围有{ $held }成立（目标{ $rate }）；任取两位顾客，模型判断对谁先下单的比例为{ $concordance }（随机猜测为50%）。
next-new = 新顾客的首单不计在内。
customer-rhythm = 通常每{ $gap }天下一次单，上次下单是{ $days }天前{ $later ->
    [yes] ，最近一次到店是{ $seen }天前
   *[no] {""}
}
customer-once = 只在{ $days }天前下过一次单{ $later ->
    [yes] ，最近一次到店是{ $seen }天前
   *[no] {""}
}
