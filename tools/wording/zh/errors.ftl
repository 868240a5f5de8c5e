missing-table = 店铺里还没有 { $table } 表。请用“storewise import”导入，README 里有说明。
unknown-choice = 没有名为“{ $given }”的{ $what }。可用的有：{ $known }。
unknown-period = 无法识别时间段“{ $given }”。可以用“last_month”“2026-10”“2026-Q3”“last_7_days”或“2026-10-01..2026-10-15”。
invalid-argument = 参数“{ $given }”不能这样用。该工具接受的参数：{ $wanted }。
missing-argument = 缺少参数“{ $given }”。该工具接受的参数：{ $wanted }。
