about-data = { $store } 的数据覆盖{ $period }，共 { $n } 行。
about-help = 您可以问我销售额等各项指标、转化漏斗、哪些顾客近期可能下单，以及顾客在评价里说了什么。
about-greeting = 您好！我根据本店自己的数据回答问题。
about-thanks = 不客气，需要其他数据随时问我。
about-cannot = 店铺的数据回答不了这个问题，我不想凭空猜测。
ask-something = 请输入一个问题，例如“上个月的销售额是多少？”。
