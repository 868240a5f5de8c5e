about-data = { $store } 的数据覆盖{ $period }，共 { $n } 行。
about-help = 您可以问我销售额等各项指标、转化漏斗、谁会买、何时买、买什么，谁可能流失、客户终身价值、该推荐什么，以及顾客在评价里说了什么。
about-greeting = 您好！我根据本店自己的数据回答问题。
about-thanks = 不客气，需要其他数据随时问我。
about-cannot = 店铺的数据回答不了这个问题，我不想凭空猜测。
ask-something = 请输入一个问题，例如“上个月的销售额是多少？”。
# 没有数据可答时，最接近的问法。
about-missing-ad_spend = 我能读到的指标里没有广告投入；您可以问我各渠道或各活动带来的销售额、订单数和转化率。
about-missing-stock = 我不跟踪库存；您可以问我某个商品或品类的销量及其变化。
about-missing-rivals = 我只看得到本店的数据，看不到其他店铺和市场；您可以问我本店各品牌、品类、渠道之间的对比。
about-missing-audience = 我看得到顾客到店访问，看不到粉丝、打开率或站外点击；您可以问我各渠道或各活动的访问次数、浏览量和转化率。
about-missing-money = 我不掌握汇率和行情；您可以问我本店的销售额和毛利。
about-missing-costs = 我知道商品成本，但没有工资、房租和税费的数据；您可以问我毛利和毛利率。
about-missing-weather = 我没有天气数据；您可以问我本店按天或按周的销售情况。
