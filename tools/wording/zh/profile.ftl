profile-who = 顾客 { $user } 属于“{ $segment }”（{ $definition }）：至今{ $orders }单，最近一单{ $since_value ->
    [0] 在今天
   *[other] 在{ $since }天前
}。
profile-no-order = 顾客 { $user } 有记录，但还没有下过单。
profile-spent = 至今消费{ $spend }，每单{ $mean }；{ $less }的买家消费比这少。RFM评分（1到5）：最近度{ $r }、频次{ $f }、金额{ $m }。
profile-which = 请问是哪位顾客？请给出编号，例如“介绍一下顾客u01234”。
profile-unknown = 截至{ $day }，店铺里没有顾客“{ $user }”。请核对编号。
profile-also = 所属的行为人群：{ $list }。
profile-interests = 兴趣：{ $list }。{ $first }的一般强度是{ $usual }。
profile-interests-how = 兴趣按含义从搜索、浏览、加购、购买和评价中读出；近期的权重更大，记录少时向一般顾客的喜好靠拢。
profile-no-interest = 从这位顾客的行为看不出超出一般的兴趣。
profile-habits = { $n }次访问中的习惯：{ $list }。
profile-consent = 这位顾客同意接收营销信息。
profile-no-consent = 这位顾客没有同意接收营销信息：请不要发送。
