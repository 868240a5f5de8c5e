# 句子的组成部分：by 是维度，name 是分组在店铺里的名称。
metrics-when = { $span }
metrics-during = { $span }
metrics-within = { $when }{ $kept }
metrics-among = { $when }在{ $kept }中，
metrics-top = { $when }{ $size ->
    [most] { $metric }最高的{ $n }个{ $by }依次是
    [each] 的{ $metric }：
   *[least] { $metric }最低的{ $n }个{ $by }依次是
 }{ $list }。
metrics-together = 这{ $n }个{ $by }合计占总体的{ $share }。
metrics-without = { $when }（不含{ $kept }）
metrics-pair = { $first }（{ $second }）
metrics-group = { $by ->
    [channel] { $name }渠道
    [device] { $name }端
    [age_band] { $name }岁顾客
    [age_named] { $name }的顾客
    [gender] { $name }顾客
    [campaign] “{ $name }”活动
   *[other] { $name }
 }
metrics-span = { $by ->
    [week] { $day }当周
   *[other] { $span }
 }

# 整体
metrics-total = { $when }{ $metric }为{ $value }。
metrics-rate = { $when }{ $metric }为{ $value }，即{ $base }{ $counted }中有{ $top }{ $measure }。
metrics-moved = { $when }{ $metric }为{ $value }，{ $way ->
    [up] 比{ $earlier }的{ $before }{ $in ->
        [points] 提高{ $change }个百分点
        [stars] 提高{ $change }分
       *[share] 增长{ $change }
     }
    [down] 比{ $earlier }的{ $before }{ $in ->
        [points] 下降{ $change }个百分点
        [stars] 下降{ $change }分
       *[share] 下降{ $change }
     }
    [new] 而{ $earlier }还没有
   *[flat] 与{ $earlier }的{ $before }基本持平
 }。
metrics-since = 与{ $than }相比，{ $when }{ $metric }{ $way ->
    [up] { $in ->
        [points] 提高了{ $change }个百分点
        [stars] 提高了{ $change }分
       *[share] 增长了{ $change }
     }，从{ $before }升至{ $value }
    [down] { $in ->
        [points] 下降了{ $change }个百分点
        [stars] 下降了{ $change }分
       *[share] 下降了{ $change }
     }，从{ $before }降至{ $value }
   *[flat] 持平，仍为{ $value }
 }。
metrics-no-before = { $when }{ $metric }为{ $value }；{ $than }没有可对比的数据。
metrics-none = { $when }没有可用于计算{ $metric }的记录。
metrics-sure = { $earlier }与{ $later }之间{ $metric }的变化在统计上显著，不太可能只是偶然（p { $sign ->
    [less] <
   *[equal] =
 } { $p }）。
metrics-chance = { $earlier }与{ $later }之间{ $metric }的变化可能只是偶然波动（p = { $p }）。

# 分组
metrics-end-share = { $when }{ $group }的{ $metric }{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，为{ $value }，占总体的{ $share }。
metrics-end-rate = { $when }{ $group }的{ $metric }{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，为{ $value }，整体为{ $whole }。
metrics-end = { $when }{ $group }的{ $metric }{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，为{ $value }。
metrics-end-sound = 其中{ $counted }不少于{ $n }的，{ $when }{ $group }的{ $metric }{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，为{ $value }。
metrics-tied = { $when }{ $group }的{ $metric }并列{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，均为{ $value }。
metrics-many-tied = { $when }按{ $by }看，有{ $n }个的{ $metric }并列{ $size ->
    [most] 最多
    [fewest] 最少
    [high] 最高
   *[low] 最低
 }，均为{ $value }。
metrics-group-value = { $when }{ $group }的{ $metric }为{ $value }。
metrics-group-share = { $when }{ $group }的{ $metric }为{ $value }，占总体的{ $share }。
metrics-listed = { $groups }
metrics-part = { $when }{ $left ->
    [out] 除{ $group }外的部分
   *[in] { $group }
 }占全部{ $metric }的{ $share }。
metrics-rose = 与{ $than }相比，{ $group }的{ $metric }升幅最大，{ $way ->
    [new] 从无到有，{ $when }达到{ $value }
   *[other] 从{ $before }升至{ $when }的{ $value }，{ $in ->
        [points] 提高{ $change }个百分点
        [stars] 提高{ $change }分
       *[share] 增长{ $change }
     }
 }。
metrics-fell = 与{ $than }相比，{ $group }的{ $metric }降幅最大，从{ $before }降至{ $when }的{ $value }，{ $in ->
    [points] 下降{ $change }个百分点
    [stars] 下降{ $change }分
   *[share] 下降{ $change }
 }。
metrics-gap-sure = { $when }{ $first }与{ $last }的{ $metric }差距在统计上显著，不太可能只是偶然（p { $sign ->
    [less] <
   *[equal] =
 } { $p }）。
metrics-gap-chance = { $when }{ $first }与{ $last }的{ $metric }差距可能只是偶然波动（p = { $p }）。

# 时间
metrics-peak = { $when }{ $metric }在{ $peak }达到最高的{ $high }，在{ $dip }降到最低的{ $low }。
metrics-only-peak = { $when }{ $metric }在{ $peak }达到最高，为{ $high }。
metrics-course = 从{ $first }到{ $last }，{ $metric }{ $way ->
    [up] 由{ $before }升至{ $value }，{ $in ->
        [points] 提高{ $change }个百分点
        [stars] 提高{ $change }分
       *[share] 增长{ $change }
     }
    [down] 由{ $before }降至{ $value }，{ $in ->
        [points] 下降{ $change }个百分点
        [stars] 下降{ $change }分
       *[share] 下降{ $change }
     }
    [new] 由{ $before }升至{ $value }
   *[flat] 持平，仍为{ $value }
 }。
metrics-at = { $group }{ $metric }为{ $value }。

# 需要了解的情况
metrics-few = { $when }{ $metric }只基于{ $n }{ $counted }，样本太少，仅供参考。
metrics-few-groups = 以下各组都不足{ $n }{ $counted }，其{ $metric }仅供参考：{ $groups }。
metrics-withheld = 有{ $n }个分组的顾客不足{ $k }人，为保护隐私未列出。
metrics-too-few-people = 符合条件的顾客不足{ $k }人，为保护隐私不提供该数据。
metrics-unrecorded = { $when }有{ $share }的{ $metric }未记录{ $by }，没有计入任何分组。
metrics-overlap = 同一笔订单或同一次访问可能涉及多个分组，因此按{ $by }统计的{ $metric }不能直接相加或与整体对比。
metrics-newcomers = 新客指自{ $day }（数据起始日）以来首次下单的顾客。
metrics-chosen = 您没有指定时间，以上数据统计的是{ $span }。
metrics-unfinished = { $span }尚未结束，数据截至{ $day }。
metrics-same-days = { $span }尚未结束，因此将截至{ $day }的数据与{ $earlier }对比。
metrics-partly = 数据仅覆盖{ $data }，{ $span }只统计了其中一部分。
metrics-unequal = { $later }统计了{ $days }天，{ $earlier }统计了{ $earlier_days }天，天数不同，总量不宜直接对比。
metrics-before-partly = 数据从{ $day }才开始，{ $earlier }并不完整，对比结果仅供参考。
metrics-outside = 数据覆盖{ $data }，其中没有{ $span }的记录。
metrics-cut = { $group }的数据不完整，未参与走势对比。
metrics-means = 这里的{ $subject }是指{ $definition }。

# 无法按原样回答的问题
metrics-lacking = 店铺现有数据无法得出{ $what }，可以查询的有：{ $known }。
metrics-unsplittable = 店铺现有数据无法按{ $by }拆分{ $metric }，可以按以下维度拆分：{ $known }。
metrics-bad-filter = 看不懂筛选条件“{ $given }”，请写成“category=耳机”或“channel!=email”这样的形式。
metrics-time-filter = “{ $given }”是按时间筛选，请改用时间段，例如“last_month”或“2026-10”。
metrics-overlapping = { $one }与{ $other }有重叠，请指定两个互不重叠的时间段，例如2026-08和2026-10。
metrics-bad-top = 要显示的分组数至少为1。
