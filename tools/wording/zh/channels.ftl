channels-none = 店铺数据没有记录访问或订单来自哪个渠道，无法比较渠道。请在导入订单或行为数据时带上渠道。
channels-no-budget = 预算必须大于零。请说明有多少钱可以分配。
channels-nothing = { $period }没有任何渠道带来访问或订单，请换一个更长的时间段。
channels-best = { $period }带来{ $what ->
    [profit] 毛利
    [revenue] 销售额
   *[visits] 访问
}最多的渠道是{ $channel }：{ $amount }，占{ $share }，其次是{ $rest }。
channels-one = { $channel }在{ $period }带来{ $what ->
    [profit] 毛利
    [revenue] 销售额
   *[visits] 访问
}{ $amount }{ $visits_value ->
    [0] {""}
   *[other] ；{ $visits }次访问中有{ $conversion }成交
}。
channels-conversion = 来自{ $high }的访问最容易成交，来自{ $low }的最难（访问数分别为{ $visits }和{ $others }），差别不是偶然。
channels-conversion-alike = 各渠道转化率从{ $high }到{ $low }，但访问数只有{ $visits }和{ $others }，差别可能出于偶然。
channels-new = 有{ $total }位顾客{ $alone ->
    [yes] 通过{ $channel }首次下单
   *[no] 首次下单，主要来自{ $list }
}。
channels-spend = 这段时间的营销活动花费{ $spent }：{ $list }。
channels-returned = 每单位活动花费，由活动带来的访问产生的销售额为：{ $list }。这些并不全是活动的功劳，有些人本来也会买。
channels-no-spend = 这段时间没有已知花费的营销活动。
channels-no-cost = 店铺数据里没有渠道花费，无法判断投入产出。
channels-credited = 每次访问记在它来自的渠道上；这说明买家从哪里进店，并不说明渠道促成了购买。
channels-basis-response = 消息的响应
channels-basis-activity = 仅看访问
channels-basis-none = 无法判断
channels-time = 在{ $channel }上，{ $day ->
    [yes] { $weekday }
   *[no] {""}
}{ $hour }发送的消息响应最好：{ $rate }在{ $days }天内带来访问（考虑偶然因素为{ $low }到{ $high }），平均为{ $average }，依据是{ $sent }条消息中的{ $n }条。比较是在每次活动内部进行的，但发送时间并非随机安排。
channels-time-never-varied = 无法判断{ $list }什么时候发送最好：{ $sent }条消息都在{ $hours }发出，没有可比较的。下次可以随机分成两三个时段发送。
channels-time-never-sent = 无法判断{ $list }什么时候发送最好：没有记录发送时间的消息。
channels-time-no-answers = 无法判断{ $list }什么时候发送最好：{ $sent }条消息之后都没有带来访问。
channels-time-no-difference = 在{ $list }上，发送时段没有超出偶然的差别（{ $sent }条消息，发送于{ $hours }），什么时候方便就什么时候发。
channels-active = 通过{ $list }进店的顾客最常在{ $hour }来访（{ $n }次访问中有{ $share }从这时开始）。这只说明他们那时在店里，不能证明那时发消息效果最好。
channels-active-each = 通过这些渠道进店的顾客最常来访的时段：{ $list }，依据是{ $n }次访问。这只说明他们那时在店里，不能证明那时发消息效果最好。
channels-split = 在{ $budget }预算中，各做一次活动，投入{ $list }：共花费{ $cost }，预计带来{ $gain }的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}（未扣花费，考虑偶然因素为{ $low }到{ $high }）{ $keep ->
    [yes] 。其余{ $kept }先留着：{ $target ->
        [profit] 再投到这些渠道，预计收不回成本
       *[revenue] 以往没有活动花过这么多
    }
   *[no] {""}
}。
channels-keep-all = 这{ $budget }建议先留着：从有对照的活动看，没有哪个渠道预计带来的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}会超过花费。
channels-sure = 扣除花费后预计还剩{ $net }（{ $low }到{ $high }）。
channels-unsure = { $target ->
    [profit] 扣除花费后预计还剩{ $net }，但从{ $low }到{ $high }都有可能，也可能亏钱
   *[revenue] 这里看的是销售额而不是利润：商品成本未知，无法判断是否划算
}。
channels-budget-assumed = 问题没有给出预算，因此按各渠道做一次活动的平均花费合计{ $budget }来分配。
channels-tested = { $n }次留有随机对照组的活动共花费{ $cost }，带来了{ $gained }本来不会有的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}（{ $low }到{ $high }）。
channels-each = 有对照的活动，每单位花费带来的{ $target ->
    [profit] 毛利
   *[revenue] 销售额
}：{ $list }。
channels-alike = 同一渠道的活动之间差别与不同渠道之间一样大，因此这些数字还不能证明哪个渠道更好；这一分配主要取决于每个渠道最少可以投入多少。
channels-curve = 假设同一渠道投入越多，效果增加得越慢（四倍的钱，两倍的效果）；活动太少，数据无法验证这一点。与以往投入相差太远的金额不予考虑。
channels-unknown = 无法判断{ $list }：那里没有既知道花费又留有对照组的活动。
channels-untestable = 无法判断预算该怎么分：以往没有既知道花费又留有随机对照组的活动。下次发送时随机留出一成以上的人不发，并记录每次活动的花费，之后就能回答。
