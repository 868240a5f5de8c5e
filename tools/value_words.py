# ruff: noqa: E501  # a list of words reads best on one line
"""Everyday words for values that every store shares, beyond their names in the declarations."""

VALUE_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("gender", "female"): ("female", "woman", "women", "ladies", "girl", "lady", "女性", "女士", "女生", "女顾客", "女用户", "女客户",
        "女客人", "女客", "女会员", "女买家", "女粉丝", "女孩", "女孩子", "女的", "女人", "女消费者", "女老客", "女新客", "女仔", "女娃", "女娃儿", "女同胞", "妹子", "妹纸", "姑娘", "靓女", "姐姐们", "大姐们", "大妈", "阿姨",
        "gals", "lasses", "lassies", "females", "mums", "moms", "mothers", "宝妈", "妈妈们", "奶奶们", "小姐姐们", "小姐姐", "大姐", "大嫂", "婆婆们", "妹妹们", "女宾", "女同志", "女青年", "姊妹们", "姐妹们", "姐妹", "小姐妹", "小姐妹们", "嬢嬢", "嬢嬢些", "妹儿", "妹儿些", "女娃儿些"),
    ("gender", "male"): ("male", "man", "men", "gentlemen", "男性", "男士", "男生", "男顾客", "男用户", "男客户",
        "男客人", "男客", "男会员", "男买家", "男粉丝", "男孩", "男孩子", "男的", "男人", "男消费者", "男老客", "男新客", "男仔", "男娃", "男娃儿", "男同胞", "小伙子", "汉子", "爷们", "大叔", "哥哥们",
        "lads", "laddies", "blokes", "chaps", "fellas", "dudes", "gents", "males", "boys", "dads", "fathers", "宝爸", "爸爸们", "爷爷们", "小哥哥们", "guys", "小哥哥", "大哥", "大哥们", "大哥些", "小伙", "小伙子们", "男同志", "男青年", "兄弟们", "弟弟们", "大爷们", "汉子们", "哥们儿", "老哥"),
    ("device", "mobile"): ("phone", "smartphone", "mobile phone", "手机", "手机端", "移动端", "移动设备", "行动装置", "行动端"),
    ("device", "phone_app"): ("mobile app", "手机app", "手机客户端", "mobile", "phone", "smartphone", "手机", "手机端", "移动端", "移动设备", "行动装置", "行动端"),
    ("device", "phone_web"): ("mobile website", "mobile web", "mobile site", "mobile browser", "phone site", "phone website",
        "手机网站", "手机网页版", "手机浏览器", "手机版网站", "移动网页", "h5", "mobile", "phone", "smartphone", "手机", "手机端", "移动端", "移动设备", "行动装置", "行动端"),
    ("device", "desktop"): ("computer", "pc", "laptop", "desktop computer", "电脑", "电脑端", "桌面端", "pc端", "电脑版", "桌面版", "台式机", "台式电脑", "笔记本电脑", "桌机"),
    ("device", "tablet"): ("平板", "平板电脑", "平板端", "ipad"),
    ("channel", "email"): ("e-mail", "newsletter", "edm", "email blasts", "mailshots", "mailers", "邮件", "电子邮件", "邮件营销", "电邮"),
    ("channel", "sms"): ("texts", "text messages", "text messaging", "text blasts", "text campaigns", "texting", "手机短信", "短讯", "简讯"),
    ("channel", "push"): ("push notification", "push notifications", "push messages", "push alerts", "app push", "推送", "推播", "消息推送", "app推送"),
    ("channel", "search"): ("organic search", "organic", "natural search", "seo", "search engine", "搜索", "自然搜索", "搜寻引擎", "自然搜寻", "搜寻", "自然流量"),
    ("channel", "live_stream"): ("livestream", "livestreams", "live streaming", "live", "live room", "live rooms", "live shows", "live broadcasts", "live commerce", "live selling", "live shopping",
        "直播", "直播间", "直播带货"),
    ("channel", "mini_program"): ("miniprogram", "wechat mini program", "mini app", "wechat mini app", "wechat mini", "mini prog", "mini progs", "miniprog", "wechat mini prog", "mini programme", "微信小程序", "小程式", "微信小程式"),
    ("channel", "social"): ("social media", "social", "socials", "social channels", "social networks", "社交", "社媒", "社交媒体", "社群", "社群媒体", "社交平台", "社交网络"),
    ("channel", "ads"): ("advertising", "adverts", "paid ads", "paid traffic", "paid media", "paid channel", "paid", "paid advertising", "paid clicks", "ppc",
        "广告", "广告投放", "付费投放", "付费流量", "付费推广", "付费渠道", "广告流量", "投流", "买量", "信息流广告", "paid stuff", "paid side", "paid posts", "paid placements"),
    ("channel", "direct"): ("type ins", "type in traffic", "type in visits", "type in visitors", "typed our address", "直接进店", "直接打开", "直接输网址", "直访", "直接流量", "straight to the site", "straight to our site", "straight to the shop", "typing our address", "typing the address", "typing in our address", "type in our address", "直接过来", "直接进来", "直接上来", "输网址", "打网址", "敲网址", "输入网址"),
    ("region", "singapore"): ("星加坡",),
    ("region", "beijing"): ("帝都",),
    ("region", "shanghai"): ("魔都", "申城"),
}  # fmt: skip
WEEKDAY_WORDS = {
    str(n): (f"{english}s", f"周{chinese}", f"星期{chinese}", f"礼拜{chinese}")
    for n, (english, chinese) in enumerate(
        zip(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            "一二三四五六日",
            strict=True,
        ),
        start=1,
    )
}
