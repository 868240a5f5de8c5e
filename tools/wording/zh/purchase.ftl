purchase-not-trained = 这家店铺还没有训练购买预测模型。请先运行一次“storewise train”，然后再提问。
purchase-too-short = 数据覆盖的天数太少，无法判断谁会购买：至少需要五天的访问或订单数据，最好有几个月。
purchase-too-few-buyers = 近期购买的顾客太少，不足以判断接下来谁会买，因此不做预测。请导入更长时间的数据后重新训练。
