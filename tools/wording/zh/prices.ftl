prices-no-prices = 店铺数据里没有成交价格，无法看出价格对销量的影响。请导入带有商品明细和单价的订单。
prices-nothing-sold = 店铺数据里没有任何销售，无法判断价格对销量的影响。
prices-never-moved = 店铺数据里几乎没有价格变动，因此看不出价格对销量的影响。可以先给几件商品调价几周，再来提问。
prices-unknown-item = 店铺数据里没有“{ $item }”的销售记录，无法判断其价格的影响。请核对名称，或改问它所在的品类。
prices-none-left = 没有符合条件且卖出过的商品，请放宽条件。
prices-filter = “{ $given }”无法用来挑选商品。请写成“维度=取值”；商品可以按{ $known }挑选。
prices-to-raise = 提价
prices-to-lower = 降价
prices-to-keep = 保持
prices-to-test = 无法判断，先测试
prices-to-unmoved = 无法判断，从未调价
prices-to-few = 无法判断，销量太少
prices-to-below_cost = 低于成本
prices-advise = 建议把{ $item }的价格从{ $now }{ $way ->
    [raise] 提到
   *[lower] 降到
}{ $price }：预计{ $days }天内多带来{ $gain }的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}（考虑偶然因素为{ $low }到{ $high }），销量变化{ $sold }{ $bound ->
    [highest] 。这是考察范围内的最高价，比历史最高价高{ $beyond }
    [lowest] 。这是考察范围内的最低价，比历史最低价低{ $beyond }
    [cost] 。这是考察范围内的最低价，略高于成本
    [step] 。一次调价不宜超过现价的{ $step }，看过效果再问下一步
   *[none] {""}
}。
prices-keep = { $item }建议保持{ $now }：可行范围内没有哪个价格能明显带来更多{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}。
prices-test = { $item }暂时保持{ $now }：现有数据无法判断换个价格是否更划算。最可能的价格是{ $price }，{ $days }天{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}预计变化{ $gain }，但从{ $low }到{ $high }都有可能；建议先做测试再决定。
prices-few = 数据无法判断{ $item }定什么价最好：{ $recent_value ->
    [0] 最近{ $window }天一件也没卖出，看不出调价的影响
   *[other] 最近{ $window }天只卖出{ $recent }件，调价的影响本来就不大
}。
prices-unmoved = 数据无法判断{ $item }的价格对销量有什么影响：它一直是{ $now }，从未调整。可以先调价几周，再来提问。
prices-below-cost = { $item }现价{ $now }，不高于成本{ $cost }，卖一件亏一件。请先把价格定到成本以上；亏本销售的数据看不出最佳价格。
prices-no-cost = { $item }的成本未知，无法判断哪个价格毛利最高。请补充成本，或改问哪个价格销售额最高。
prices-item = { $item }每涨价{ $step }，{ $counted ->
    [orders] 含它的订单数
   *[units] 销量
}变化{ $change }（考虑偶然因素为{ $low }到{ $high }，弹性{ $elasticity }），依据是{ $lowest }到{ $highest }之间的{ $n }{ $counted ->
    [orders] 笔订单
   *[units] 件销售
}。这一估计有{ $own }来自它自己的销售，其余借助{ $within ->
    [yes] { $category }类的其他商品
   *[no] 店里的其他商品
}。
prices-borrowed = { $within ->
    [yes] 店里{ $category }类的其他商品
   *[no] 店里其他商品
}每涨价{ $step }，{ $counted ->
    [orders] 订单数
   *[units] 销量
}变化{ $change }（{ $low }到{ $high }）；{ $item }是否也如此，无从得知。
prices-worth = { $n_value ->
    [1] 只有一件商品值得调价，{ $days }天内预计多带来的{ $target ->
        [profit] 毛利
       *[revenue] 销售额
    }：{ $list }
   *[other] { $way ->
        [raise] 最值得提价的商品
        [lower] 最值得降价的商品
       *[both] 最值得调价的商品
    }及{ $days }天内预计多带来的{ $target ->
        [profit] 毛利
       *[revenue] 销售额
    }：{ $list }
}。具体价格和区间见表。
prices-no-move = 没有哪次调价能确定带来更多{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}：建议维持现价，表中标明需要测试的可以先做测试。
prices-overall = { $within ->
    [yes] { $scope }类商品
   *[no] 全店来看，商品
}每涨价{ $step }，{ $counted ->
    [orders] 含它的订单数
   *[units] 销量
}变化{ $change }（考虑偶然因素为{ $low }到{ $high }，弹性{ $elasticity }），依据是{ $n }{ $counted ->
    [orders] 条订单明细
   *[units] 件销售
}。
prices-verdicts = 在{ $n }件商品中，{ $up_value ->
    [0] 没有一件能确定提价更划算
   *[other] 提价肯定划算的有{ $up }件
}，{ $down_value ->
    [0] 没有一件能确定降价更划算
   *[other] 降价肯定划算的有{ $down }件
}{ $keep_value ->
    [0] {""}
   *[other] ，维持现价最好的有{ $keep }件
}{ $unknown_value ->
    [0] {""}
   *[other] ，数据无法判断的有{ $unknown }件
}{ $below_value ->
    [0] {""}
   *[other] ，售价低于成本的有{ $below }件
}。
prices-categories = 顾客对{ $most }的价格最敏感，对{ $least }最不敏感；括号里是涨价{ $step }时销量的变化。
prices-categories-alike = 各品类对价格的敏感程度没有能确认的差别：涨价{ $step }时，销量变化从{ $most }到{ $least }。
prices-attention = { $sure ->
    [yes] 降价{ $step }还会使商品的浏览量变化{ $change }（{ $low }到{ $high }），也就是说一部分效果来自曝光，单靠降价未必能带来。
   *[no] 看不出价格会影响商品的浏览量（降价{ $step }时变化{ $low }到{ $high }），起作用的是购买决定本身。
}
prices-cross = { $sure ->
    [yes] 同品类其他商品涨价{ $step }时，一件商品的销量变化{ $change }（{ $low }到{ $high }），说明同类商品会互相抢走销量。
   *[no] 无法判断同品类商品是否互相抢走销量：其他商品涨价{ $step }时，一件商品的销量变化在{ $low }到{ $high }之间。
}
prices-method = 以上依据店铺自身的价格变动（{ $days }），{ $counted ->
    [orders] 按含该商品的订单数计算，以免个别大单左右结果
   *[units] 按销售件数计算
}，并剔除了每件商品的常规销量、{ $kind ->
    [views] 每天
   *[paid] 每周
}影响全店的因素（节日、大促）以及各品类的月度季节性；{ $kind ->
    [views] 价格指页面展示价，不计优惠券
   *[paid] 价格指实际成交价，不计优惠券，也不计与常规价并存的批发价
}。调价并非随机进行，如果调价另有原因，结论可能有偏差。
prices-assumed = 假设销量始终按同一比例随价格变化，竞争对手不作反应；考察的价格与现价相差不超过{ $step }，也不超出历史价格范围{ $beyond }{ $target ->
    [profit] ，并且至少比成本高{ $margin }
   *[revenue] {""}
}。
prices-revenue = 商品成本未知，因此这里看的是销售额；毛利最高的价格会更高一些。
prices-all = 合起来看，这{ $n }件商品的定价整体{ $way ->
    [raise] 偏低：都涨{ $move }
   *[lower] 偏高：都降{ $move }
}，{ $days }天预计多带来{ $gain }的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}（{ $low }到{ $high }），前提是一起调价时的反应与单件调价时相同。建议先在部分商品上试行。
prices-most = 有{ $n }件商品的顾客对价格明显比一般更敏感，最敏感的是{ $list }；括号里是涨价{ $step }时销量的变化。
prices-least = 有{ $n }件商品的顾客对价格明显不如一般敏感，最不敏感的是{ $list }；括号里是涨价{ $step }时销量的变化。
prices-items-alike = 没有哪件商品的顾客能确认比其他商品更敏感或更不敏感：单件商品自身的销售说明不了。
