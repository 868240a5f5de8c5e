campaign-unknown = 没有叫“{ $given }”的营销活动。已有：{ $known }。
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
experiment-pays = 建议只触达模型排名前{ $share }的人：单次成本{ $cost }时，他们的增量为{ $first_value }（95%区间{ $first_low }至{ $first_high }），其余人只有{ $rest_value }（{ $rest_low }至{ $rest_high }），显著低于成本。
experiment-works = 建议触达所有人：“{ $treatment }”使{ $outcome }提高{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}（95%区间{ $low }至{ $high }），{ $ranked ->
    [yes] 没有证据表明挑选人群会更好
   *[no] 数据太少，无法挑选人群
}。
experiment-harms = 建议不要触达任何人：“{ $treatment }”使{ $outcome }下降（效果{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}，95%区间{ $low }至{ $high }），也没有发现能从中受益的人群。
experiment-costs = 建议不要触达任何人：单次成本{ $cost }时，{ $value }的效果（95%区间{ $low }至{ $high }）不划算，也没有发现划算的人群。
experiment-nothing = 建议不要触达任何人：样本量足以看出有意义的效果，但{ $outcome }没有变化（{ $value }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}，95%区间{ $low }至{ $high }），也没有发现受益的人群。
experiment-unsure = 目前无法判断该触达谁：对{ $outcome }的效果可能在{ $low }到{ $high }{ $kind ->
    [rate] 个百分点
   *[amount] {""}
}之间（95%区间），也没有发现受益的人群；请扩大样本再测。
experiment-effect = “{ $treatment }”组（{ $n }人）的{ $outcome }为{ $mean }，“{ $control }”组（{ $other_n }人）为{ $other_mean }：{ $sure ->
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
