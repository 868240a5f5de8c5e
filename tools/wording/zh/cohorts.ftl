cohorts-none = 这段时间没有人首次下单。请换个时间，或不指定时间查看全部批次。
cohorts-too-young = 所看的{ $n }位顾客首单太近，之后还没有完整的一{ $by ->
    [month] 个月
   *[week] 周
}，看不出谁会回来。
cohorts-answer = { $n }位顾客中，有{ $back }位（{ $share }）在首单后的下一{ $by ->
    [month] 个月
   *[week] 周
}又下了单。
cohorts-further = 首单后第{ $period }{ $by ->
    [month] 个月
   *[week] 周
}，时间够长的{ $n }位顾客中有{ $share }下了单。
cohorts-differ = 表现最好的是{ $best }首单的顾客：{ $best_n }人中{ $best_share }在下一{ $by ->
    [month] 个月
   *[week] 周
}又下单；最差的是{ $worst }，{ $worst_n }人中{ $worst_share }。差距超出偶然，原因可能是季节或活动。
cohorts-alike = 各批次之间没有超出偶然的差别：最好的（{ $best }，{ $best_n }人中{ $best_share }）和最差的（{ $worst }，{ $worst_n }人中{ $worst_share }）可能其实一样。
cohorts-spent = 平均每位顾客首单当{ $by ->
    [month] 月
   *[week] 周
}消费{ $first }，之后{ $periods }{ $by ->
    [month] 个月
   *[week] 周
}共消费{ $after }（{ $n }人）。
cohorts-spent-most = 到首单后第三个{ $by ->
    [month] 月
   *[week] 周
}为止，{ $best }首单的顾客人均消费最多，{ $most }（{ $best_n }人）；{ $worst }的最少，{ $least }（{ $worst_n }人）。差异没有做显著性检验。
cohorts-censored = 还没过完的{ $by ->
    [month] 月
   *[week] 周
}留空，每个数字只算时间够长的批次。顾客可能隔一阵再回来。
cohorts-first = 数据从{ $day }开始，第一批里有以前就买过的老顾客，看起来比真正的新客更忠诚，所以只列在表里，不计入上面的数字。
cohorts-few = 有{ $n }个批次不足{ $least }人，不显示。
