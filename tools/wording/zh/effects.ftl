campaign-unknown = 没有叫“{ $given }”的营销活动。已有：{ $known }。
experiment-empty = 表格里没有数据；请提供每人一行的表格。
experiment-same-column = “{ $column }”不能既是分组列又是结果列；请填写两个不同的列。
experiment-no-column = 没有“{ $given }”这一列；相近的列有：{ $known }。
experiment-no-value = “{ $column }”列里没有“{ $given }”；最常见的值有：{ $known }。
experiment-same-arms = 实验组和对照组都是“{ $given }”；请填写分组列中的两个不同的值。
experiment-not-numeric = 结果列“{ $outcome }”既不是数字，也不是“是/否”，无法衡量效果；请换一列。
experiment-constant = 结果列“{ $outcome }”每一行都相同，看不出任何效果；请换一列有变化的。
experiment-tiny-arm = “{ $arm }”组只有{ $n }行有结果；每组至少需要{ $least }行。
experiment-better = 建议只触达模型排名前{ $share }的人：他们的增量为{ $first_value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}（95%区间{ $first_low }至{ $first_high }），显著高于全体平均的{ $value }；其余人的增量为{ $rest_value }（{ $rest_low }至{ $rest_high }），只有单次触达成本低于这部分收益时才值得覆盖。
experiment-pays = 建议只触达模型排名前{ $share }的人：单次成本{ $cost }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}时，他们的增量为{ $first_value }（95%区间{ $first_low }至{ $first_high }），其余人只有{ $rest_value }（{ $rest_low }至{ $rest_high }），显著低于成本。
experiment-works = 建议触达所有人：“{ $treatment }”使“{ $outcome }”提高{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}（95%区间{ $low }至{ $high }），{ $ranked ->
    [yes] 没有证据表明挑选人群会更好
   *[no] 数据太少，无法挑选人群
}。
experiment-harms = 建议不要触达任何人：“{ $treatment }”使“{ $outcome }”下降（效果{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}，95%区间{ $low }至{ $high }），也没有发现能从中受益的人群。
experiment-costs = 建议不要触达任何人：单次成本{ $cost }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}时，{ $value }的效果（95%区间{ $low }至{ $high }）不划算，也没有发现划算的人群。
experiment-nothing = 建议不要触达任何人：样本量足以看出有意义的效果，但“{ $outcome }”没有变化（{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}，95%区间{ $low }至{ $high }），也没有发现受益的人群。
experiment-unsure = 目前无法判断该触达谁：对“{ $outcome }”的效果可能在{ $low }到{ $high }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}之间（95%区间），也没有发现受益的人群；请扩大样本再测。
experiment-effect = “{ $treatment }”组（{ $n }人）的“{ $outcome }”为{ $mean }，“{ $control }”组（{ $other_n }人）为{ $other_mean }：{ $sure ->
    [yes] 效果为{ $value }
   *[no] 差异不显著，为{ $value }
}{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}（95%区间{ $low }至{ $high }）。
experiment-ranking = 用没有见过这些人的模型排名：前{ $share10 }的增量为{ $at10_value }（{ $at10_low }至{ $at10_high }），前{ $share30 }为{ $at30_value }（{ $at30_low }至{ $at30_high }），前{ $share50 }为{ $at50_value }（{ $at50_low }至{ $at50_high }）{ $kind ->
    [rate] ，单位为百分点
   *[amount] {""}
}；全体为{ $all_value }。{ $better ->
    [yes] 这个排名优于随机
   *[no] 没有证据表明这个排名优于随机
}（Qini { $qini_value }，{ $qini_low }至{ $qini_high }）。
experiment-how = 排名取T-learner和X-learner（LightGBM）的平均：用五分之四的人训练，在其余五分之一上检验，重复三次。
experiment-unlearnable = 人数、事件数或可用的列太少，无法学习谁会被打动，因此挑不出人群。
experiment-not-random = 两组在很多列上（{ $n }列）的差异超出偶然，分组很可能不是随机的，这样的差异不能证明因果。
experiment-units = 分组是按“{ $unit }”（共{ $n }个）而不是按行进行的，区间以它们为独立单位计算。
experiment-missing = 有{ $n }行缺少结果，已剔除{ $apart ->
    [yes] ；两组的缺失比例不同，可能使效果失真
   *[no] {""}
}。
experiment-left-told = 按您的要求没有用于建模的列：{ $columns }。
experiment-left-constant = 没有用于建模的列（取值不变）：{ $columns }。
experiment-left-id = 没有用于建模的列（只是编号）：{ $columns }。
experiment-left-settles = 没有用于建模的列（直接决定了结果，应当也是结果）：{ $columns }。
experiment-left-same = 没有用于建模的列（与结果几乎相同）：{ $columns }。
experiment-left-differs = 没有用于建模的列（两组差异超出偶然，多半是实验之后才产生的）：{ $columns }。
experiment-drawn = 谁会被打动，是从随机抽取的{ $n }人中学习的；效果则按全部人计算。
experiment-taken = 在“{ $file }”里，我把“{ $arm }”当作分组，“{ $treatment }”是实验组，“{ $control }”是对照组，“{ $outcome }”是结果。如果不对，请告诉我，例如：{ $hint ->
    [both] “结果是{ $column }”，或者“把{ $value }作为实验组”
    [outcome] “结果是{ $column }”
    [arm] “把{ $value }作为实验组”
   *[swap] “{ $treatment }是对照组”
}。
experiment-other-arm = “{ $treatment }”组与同一对照组相比：“{ $outcome }”为{ $mean }（{ $n }人），{ $sure ->
    [yes] 效果为{ $value }
   *[no] 差异不显著，为{ $value }
}{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}（95%区间{ $low }至{ $high }）。
experiment-left-outcomes = 没有用于建模的列（是其他结果）：{ $columns }。
experiment-one-arm = “{ $column }”的每一行都在同一组，没有可比的；请指出记录分组的那一列。
experiment-no-arm = 没有哪一列像实验分组（应有两到十二个取值，每个至少十行）；表里有：{ $known }。
experiment-which-arm = 看不出哪一列是分组：{ $known }。请告诉我，例如“分组是……”。
experiment-which-control = 看不出“{ $column }”里哪一组是对照组：{ $known }。请告诉我，例如“{ $example }是对照组”。
experiment-no-outcome = 没有哪一列能当结果：结果要是数字或“是/否”，而且有变化。表里有：{ $known }。
experiment-which-outcome = 看不出哪一列是结果：{ $known }。请告诉我，例如“结果是{ $example }”。
upload-none = 还没有上传表格。请附上CSV、Parquet、JSONL或Excel文件，每人一行：分组、结果，以及实验前已知的信息。
upload-unknown = 没有上传过“{ $given }”。已上传的有：{ $known }。
upload-missing = 找不到文件“{ $file }”；请检查路径。
upload-format = “{ $file }”的格式无法读取；请另存为CSV、Parquet、JSONL或Excel（.xlsx）。
upload-empty = “{ $file }”是空的；请重新导出。
upload-large = “{ $file }”超过{ $most }MB；请只保留需要的列，或存成Parquet。
upload-rows = “{ $file }”超过{ $most }行，或内容过多，不适合在对话里分析；请用“storewise experiment”命令，或随机抽取一部分人。
upload-columns = “{ $file }”超过{ $most }列；请只保留分组、结果和实验前已知的信息。
upload-unreadable = “{ $file }”无法作为表格读取；请另存为CSV（UTF-8）、Parquet、JSONL或Excel（.xlsx），第一行为列名。
campaign-bad-horizon = horizon_days 是发送后计入的天数，请填1到365。
campaign-ahead = “{ $name }”从{ $day }开始，而数据截至{ $today }，还没有可评估的内容。
campaign-effect = { $sure ->
    [up] “{ $name }”（{ $when }）有效：下单顾客的比例提高了{ $value }个百分点（95%区间{ $low }至{ $high }）
    [down] “{ $name }”（{ $when }）起了反作用：对下单顾客比例的影响为{ $value }个百分点（95%区间{ $low }至{ $high }）
   *[open] 无法断定“{ $name }”（{ $when }）是否有效：对下单顾客比例的影响为{ $value }个百分点（95%区间{ $low }至{ $high }）
}；收到活动的{ $n }位顾客中{ $rate }下了单，随机留出的{ $other_n }位对照顾客为{ $other }。
campaign-orders = 按收到活动的{ $n }位顾客计算，{ $sure ->
    [up] 多带来{ $value }笔订单
   *[other] 订单的变化为{ $value }笔
}（95%区间{ $low }至{ $high }）。
campaign-revenue = { $sure ->
    [up] 每位顾客多带来销售额{ $each_value }（95%区间{ $each_low }至{ $each_high }），合计{ $value }（{ $low }至{ $high }）。
    [down] 每位顾客的销售额变化为{ $each_value }（95%区间{ $each_low }至{ $each_high }），合计{ $value }（{ $low }至{ $high }）。
   *[open] 对销售额的影响还不能确定：每位顾客{ $each_value }（95%区间{ $each_low }至{ $each_high }），合计{ $value }（{ $low }至{ $high }）。
}
campaign-profit = 毛利的变化为{ $made_value }（{ $made_low }至{ $made_high }），活动费用{ $cost }：{ $sure ->
    [up] 活动赚钱，扣除费用后为{ $value }
    [down] 活动亏钱，扣除费用后为{ $value }
   *[open] 是否赚钱还不能确定，扣除费用后为{ $value }
}（95%区间{ $low }至{ $high }）。
campaign-cuped = 估计中扣除了活动前{ $days }天的行为所能预示的部分（CUPED），方差减少{ $removed }；不做这一步，效果为{ $plain }个百分点。
campaign-window = { $days_value ->
    [0] 统计从发送到活动结束的全部订单
   *[other] 统计发送后{ $days }天内的全部订单
}，两组都不论渠道和链接，已取消的不计。
campaign-running = “{ $name }”要到{ $day }才结束，目前的数字还会变化。
campaign-uneven = 请注意：发送{ $n }人、留出{ $other_n }人，与任何常见的分组比例都不符，分组过程可能有问题。
campaign-unlike = 请注意：两组在活动之前的差异就超出了偶然，很可能不是随机分组。
campaign-advice-better = 下次建议只发给模型排名前{ $share }的顾客：他们的下单率增量为{ $first_value }个百分点（95%区间{ $first_low }至{ $first_high }），显著高于全体；其余顾客为{ $rest_value }（{ $rest_low }至{ $rest_high }）。
campaign-advice-works = 下次可以继续发给所有人：活动有效，没有证据表明挑选人群会更好。
campaign-advice-pays = 下次可以继续发给所有人：活动赚钱，没有证据表明挑选人群会更好。
campaign-advice-harms = 建议不要再发：活动起了反作用，也没有发现受益的人群。
campaign-advice-costs = 按这样的费用不建议再发：带来的毛利低于费用，也没有发现划算的人群。
campaign-advice-nothing = 建议不要再发：样本量足以看出有意义的效果，但没有看到。
campaign-advice-unpaid = 活动有效，但是否收回费用还不能判断，也没有证据表明挑选人群会更好；建议留出对照组再做一次，最好降低费用。
campaign-advice-unsure = 是否再发、发给谁，目前的数据还不能判断；请扩大人数并留出对照组再做一次，或者降低费用。
campaign-ranking = 用没有见过这些顾客的模型（T-learner和X-learner）排名：前{ $share }的增量为{ $first_value }个百分点（{ $first_low }至{ $first_high }），其余为{ $rest_value }（{ $rest_low }至{ $rest_high }）；Qini为{ $qini_value }（{ $qini_low }至{ $qini_high }）。
campaign-margin = 按每位顾客{ $contact }的费用，发给所有人时，每多一笔订单要带来{ $margin }（{ $low }至{ $high }）的利润才划算。
campaign-matched = “{ $name }”没有留出对照组，无法断定因果；目前最好的比较是：收到活动的{ $n }位顾客与{ $other_n }位以往活跃程度相同、没有收到的顾客相比，每百人订单的变化相差{ $value }笔（95%区间{ $low }至{ $high }{ $sure ->
    [open] ，可能只是偶然
   *[other] {""}
}）。
campaign-matched-conversion = 两者的下单率相差{ $value }个百分点（95%区间{ $low }至{ $high }）。
campaign-matched-how = 比较的是此前90天订单数和活跃天数相同的顾客，各自减去此前的水平（匹配后的双重差分）{ $unmatched_value ->
    [0] {""}
   *[other] ；有{ $unmatched }位找不到同类顾客，未计入
}。
campaign-no-cause = 这不能证明因果：发给谁不是随机决定的，那几天发生的其他事情也混在数字里。
campaign-unjudged = 无法断定“{ $name }”是否起了作用：没有留出对照组，没有可比的人。
campaign-days = 活动的{ $days }天里，店铺日均{ $orders }笔订单、销售额{ $revenue }；此前同样天数里日均{ $before }笔、{ $revenue_before }。
campaign-days-orders = 活动的{ $days }天里，店铺日均{ $orders }笔订单，此前同样天数里日均{ $before }笔。
campaigns-how = 下次请随机留出至少一成顾客作对照；可以让我来设计这个测试。
campaigns-no-holdout = 没有一个营销活动留出了至少十位对照顾客，无法断定它们的作用：{ $list }。可以按名称询问其中一个，我会给出目前最好的比较。
campaigns-counted = 与留出的顾客对比，{ $n }个营销活动中有{ $up }个提高了下单率，{ $down }个降低了下单率{ $open_value ->
    [0] {""}
   *[other] ，{ $open }个还不能断定
}{ $some ->
    [yes] ；效果最强的是“{ $best }”，提高了{ $value }个百分点（95%区间{ $low }至{ $high }）
   *[no] {""}
}。
campaigns-uplift = 按下单率增加的百分点，最强的是{ $list }。
campaigns-harmed = 起反作用、降低了下单率的是{ $list }，单位为百分点。
campaigns-profit = 扣除商品成本和活动费用后，{ $n }个活动中{ $paid_value ->
    [0] 没有一个
   *[other] 有{ $paid }个
}确定赚钱，{ $lost_value ->
    [0] 没有一个
   *[other] 有{ $lost }个
}确定亏钱；最好的是“{ $best }”，余{ $value }（95%区间{ $low }至{ $high }）。
campaigns-chance = 即使都没有效果，{ $n }个活动中也会有约{ $expected }个碰巧显得显著；实际有{ $single }个，放在一起检验后仍有{ $kept }个（Benjamini–Hochberg）。
campaigns-window = { $days_value ->
    [0] 统计从发送到各活动结束的全部订单
   *[other] 统计发送后{ $days }天内的全部订单
}，不论渠道和链接，已取消的不计。
campaigns-running = 尚未结束：{ $list }。
campaigns-unjudged = 没有留出对照组、因而无法评估的有：{ $list }{ $more ->
    [yes] 等
   *[no] {""}
}。
plan-no-orders = 店铺没有带顾客的订单，无法据此设计测试；请先导入订单。
plan-no-visits = 店铺的行为数据里只有购买、没有访问，无法针对访客设计测试；请针对顾客设计。
plan-bad-lift = lift 是要发现的相对提升，例如0.1表示10%。
plan-bad-power = power 是发现这一提升的把握，请填0.5到0.99，例如0.8。
plan-bad-holdout = holdout 是对照组的比例，请填0.01到0.99，例如0.5。
plan-bad-horizon = horizon_days 是发送后计入的天数，请填1到90。
plan-few-orders = 最近{ $days }天几乎没有人下单，没有可供设计的下单率；请加长 horizon_days。
plan-beyond = 已经有{ $rate }的人下单，这样的提升会超过所有人；请填小一些的 lift。
plan-size = 要以{ $power }的把握发现下单率从{ $base }升到{ $raised }（提高{ $lift }），需要发给{ $sent }人、留出{ $held }人，共{ $total }人{ $enough ->
    [yes] ；需要{ $days }天
    [long] ；按目前的访客数量需要半年以上
   *[no] ，超过店铺现有的人数
}。
plan-traffic = { $audience ->
    [customers] 店铺有{ $people }位{ $consent ->
        [yes] 同意接收营销信息的
       *[no] {""}
    }顾客，其中{ $base }在最近{ $horizon }天下过单。
   *[visitors] 最近{ $horizon }天有{ $people }人访问店铺，其中{ $base }下了单。
}
plan-smallest = { $audience ->
    [customers] 把这{ $people }人全部用于测试
   *[visitors] 用{ $horizon }天的{ $people }位访客做测试
}，能以{ $power }的把握发现的最小提升是{ $points }个百分点，即相对提高{ $relative }。
plan-peeking = 不要一看到显著就停：如果{ $looks }天里每天都看，没有任何效果的测试也会在{ $chance }的情况下显得显著，而不是{ $level }。要么等到结束，要么把区间放宽到{ $wide }倍，这样随时看都成立，但约需{ $more }倍的人数。
plan-assumes = 设计按95%的双侧检验、随机分组和最近{ $horizon }天的下单率计算；测试期间的促销或节日对两组影响相同。
