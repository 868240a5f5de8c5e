demand-no-sales = 店铺还没有订单或购买记录，无法预测。请先用“storewise import”导入。
demand-no-items = 店铺的订单没有记录买了哪些商品，无法预测单个商品；可以预测全店的订单数和销售额。
demand-no-stock = 商品资料里没有库存，无法判断什么时候会断货。请导入带库存列的商品表。
demand-short = 目前只有{ $days }天的销售记录；做预测至少需要{ $least }天。
demand-horizon = 请预测未来1至{ $most }天。
demand-lead = 到货时间应在0至{ $most }天之间；请给出从下单到到货的天数。
demand-too-far = { $days }天的销售记录最多可以预测未来{ $most }天。请缩短预测天数，或导入更长的历史数据。
demand-few-people = 符合条件的顾客不足{ $least }人，为保护隐私不单独统计。请放宽条件。
demand-stock-filter = 库存不分顾客和渠道；这里只能按品牌或品类筛选商品。
demand-too-short = 数据不够，无法预测：只有{ $days }天的销售记录，至少需要{ $least }天才能检验预测。
demand-never-sold = { $scope ->
    [all] 还没有任何销售记录，无法预测。
   *[some] { $name }还没有卖出过，无法预测。
}
demand-too-new = { $scope ->
    [all] 店铺
   *[some] { $name }
}太新，还不能预测：从{ $first }起才有销售（{ $days }天，{ $metric ->
    [revenue] { $n }
    [orders] { $n }单
   *[units] { $n }件
}），至少需要{ $least }天。
demand-total = { $scope ->
    [all] 未来{ $days }天（{ $period }）预计
   *[some] { $name }未来{ $days }天（{ $period }）预计
}{ $metric ->
    [revenue] 销售额约{ $n }，{ $rate }的可能在{ $low }至{ $high }之间。
    [orders] 有约{ $n }单，{ $rate }的可能在{ $low }至{ $high }单之间。
   *[units] 卖出约{ $n }件，{ $rate }的可能在{ $low }至{ $high }件之间。
}
demand-before = 此前{ $days }天是{ $n }{ $metric ->
    [revenue] {""}
    [orders] 单
   *[units] 件
}，{ $way ->
    [same] 预计基本持平。
    [more] 预计多{ $change }。
   *[less] 预计少{ $change }。
}
demand-festival = 这段时间包含{ $name }。{ $years_value ->
    [1] 上一次期间的销量是平时的{ $factor }倍；只见过一次，这次可能有出入。
   *[other] 过去{ $years }年期间的销量是平时的{ $factor }倍。
}
demand-busiest = 预计{ $period }卖得最多：约{ $n }{ $metric ->
    [revenue] {""}
    [orders] 单
   *[units] 件
}。
demand-error = 在过去{ $trials }个时点上检验，{ $days }天合计平均偏差{ $total }；如果只是重复最近一周，偏差是{ $naive }。单日平均偏差{ $day }，对照为{ $naive_day }。
demand-untried = 历史太短，无法用过去的日子检验这个预测，请只作粗略参考。
demand-method = { $best ->
    [naive] 没有模型比“重复最近一周”更准，因此直接采用它。
    [pooled] 该商品只是零星卖出，因此按{ $model }估计。
   *[other] 采用检验中最准的方法：{ $model }。
}单日标准化误差（MASE）{ $mase }，重复最近一周为{ $naive }。
demand-season = 目前只有{ $months }个月的数据，除已知节日外还看不出全年的淡旺季。
demand-closed = 其中{ $days }天按休息日计算，因为过去这样的日子没有销售。
demand-model-naive = 重复最近一周
demand-model-mean-week = 最近几周同一天的平均
demand-model-ets = 指数平滑（ETS）
demand-model-theta = Theta方法
demand-model-yearly = 趋势、周、年分解（MSTL）
demand-model-croston = 适合零星销售的Croston方法
demand-model-imapa = 适合零星销售的多跨度平均（IMAPA）
demand-model-tsb = 适合零星销售的TSB方法
demand-model-combined = 多个模型的平均
demand-stock = { $scope ->
    [all] 在售的
   *[some] { $name }在售的
}{ $items }款商品中，{ $n_value ->
    [0] 未来{ $days }天没有哪款可能断货
   *[other] 未来{ $days }天有{ $n }款可能断货
}{ $gone_value ->
    [0] 。
   *[other] ，另有{ $gone }款已经断货。
}
demand-stock-list = 最先断货的（括号内为剩余件数）：{ $list }。
demand-stock-first = 最早的是{ $item }：库存{ $stock }件，{ $days }天预计需求约{ $demand }件，预计{ $day }前卖完。
demand-stock-gone = 已断货但仍有需求的（括号内为{ $days }天预计需求件数）：{ $list }。
demand-stock-stake = 如果不补货，这{ $days }天约有{ $n }的销售额可能流失。
demand-stock-order = 优先补货（括号内为件数）：{ $list }。
demand-stock-lead = { $assumed ->
    [yes] 没有给出到货时间，按{ $lead }天计算；
   *[no] 按{ $lead }天到货计算，
}建议的数量有{ $service }的把握够卖到到货后{ $cover }天。
demand-stock-basis = 断货概率达到{ $least }才算“可能断货”。需求按近期销量估计，并按已知节日调整；商品缺货的日子看起来像没有需求，可能低估。
demand-stock-reorder = 请在{ $day }前补货{ $n }件。
demand-stock-none = { $name }已经断货；未来{ $days }天预计需求约{ $demand }件。
demand-stock-ends = { $name }预计{ $day }前卖完：库存{ $stock }件，未来{ $days }天预计需求约{ $demand }件，这段时间断货的概率是{ $chance }。
demand-stock-lasts = { $name }的库存应该够卖未来{ $days }天：库存{ $stock }件，预计需求约{ $demand }件，{ $sure ->
    [yes] 几乎不会断货。
   *[no] 断货的概率是{ $chance }。
}
demand-error-few = 在过去{ $trials }个时点上检验，{ $days }天合计平均差{ $total }（实际平均{ $sold }）；如果只是重复最近一周，差{ $naive }。
demand-last-sale = 最近一次卖出是{ $day }，此后{ $days }天没有销售。
demand-model-pooled = 商品自身近期的销售速度，并参考所在品类
demand-with = { $name }
demand-without = 除{ $name }以外
