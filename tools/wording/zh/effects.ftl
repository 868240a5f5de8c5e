campaign-unknown = 没有叫“{ $given }”的营销活动。已有：{ $known }。
