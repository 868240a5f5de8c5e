# 活动草案：tools/drafts。

# 出了什么问题
drafts-dates-order = 活动的结束日（{ $last }）早于开始日（{ $first }），请先写开始日，再写结束日。
drafts-dates-past = { $first }不在店铺的今天（{ $today }）之后，只能为以后的日子起草活动。
drafts-dates-long = 从{ $first }到{ $last }，一个活动太长了，最长三个月。
drafts-no-such-day = 没有 { $day } 这一天，日期请写成 2026-11-20 这样。
drafts-no-consent-data = 店铺没有记录谁同意接收营销信息（users.marketing_consent），因此谁都不能发；请导入带这一列的顾客表。
drafts-nobody = 这群人里一个顾客也没有（{ $rule }），请换一个大一点的人群，或少加几个条件。
drafts-segment-small = 这群人不到{ $least }位，给这么少的人做活动等于点名。请换一个大一点的人群，或少加几个条件。
drafts-audience-small = 这群人共{ $segment }位，但能发的不到{ $least }位：其余的没有同意、最近刚收过，或正在别的活动里。请换大一点的人群，或晚些开始。
drafts-budget-zero = 预算必须大于零；不想设上限就不用写预算。
drafts-budget-small = 预算{ $budget }太少：一个活动至少要发给{ $people }位，算上可能用掉的优惠需要{ $least }。请提高预算，或换便宜的渠道、小一点的优惠。
drafts-no-costs = 不知道商品的成本，没法判断这个优惠会不会亏本卖；请导入带 cost 列的商品表，或先做不打折的草案。
drafts-below-cost = 减{ $share }会让{ $total }款商品里的{ $n }款低于成本；这里最多能减{ $most }。
drafts-amount-below-cost = 满{ $threshold }减{ $value }会低于成本，门槛至少要{ $least }。
drafts-unknown = 没有名为“{ $given }”的草案。现有草案：{ $known }。
drafts-none = 没有名为“{ $given }”的草案，现在一份都没有；可以用 draft_campaign 起草。
drafts-list-changed = 草稿“{ $id }”的名单不见了，或已不是生成草稿时的名单；请重新生成草稿。
drafts-goods-unknown = 店里没有叫“{ $given }”的品类，不知道要清什么。请写店里的品类名；不写则清最积压的品类。
drafts-locked = 草案 { $id } 已批准并锁定；要改的话请另起一份。
drafts-not-approved = 草案 { $id } 还没有批准；批准之后才能导出名单。
drafts-revise-unclear = “{ $words }”里没看出要改什么。可以改预算、优惠、渠道、语言、人群、日期、对照组和语气，比如“便宜点，换成短信”。
drafts-stale = 草案 { $id } 之后店铺数据变了；批准前请先修改一次或重新起草。
drafts-goal-empty = 请用几个字说说这次活动要做什么，比如“唤回流失顾客，预算2000”。
drafts-no-copy = brand.md 的{ $language }部分里，没有一句能通过{ $channel }的{ $part }检查；请在那里补一句。

# 文档
drafts-title = { $aim }：{ $label }
drafts-section-changes = 改了什么
drafts-section-objective = 目标
drafts-section-audience = 人群
drafts-section-offer = 优惠
drafts-section-channel = 渠道与时间
drafts-section-copy = 文案
drafts-section-profit = 预期利润
drafts-section-test = 实验设计
drafts-section-risks = 风险
drafts-section-stop = 什么情况下停
drafts-section-evidence = 依据
drafts-status-draft = 草案
drafts-status-approved = 已批准
drafts-status-exported = 已批准并导出
drafts-head = { $store } · { $id } · 第{ $version }版 · { $status }
drafts-copy-head = { $channel }（{ $language }）
drafts-part-subject = 主题
drafts-part-preheader = 预览文字
drafts-part-body = 正文
drafts-part-button = 按钮
drafts-part-footer = 页脚
drafts-part-text = 内容
drafts-part-title = 标题
drafts-part-post = 帖子
drafts-part-script = 口播稿
drafts-evidence = 依据店铺数据版本 { $version }（截至{ $today }）；文案由{ $writer }完成。分组指纹：{ $fingerprint }。规则、各工具的结果和没有采用的文案，都在草案旁边的依据文件里；“storewise draft replay { $id }”可以全部重算一遍。
drafts-writer-patterns = 品牌句式

# 目标
drafts-aim = 目标是{ $aim }。
drafts-aim-category = 目标是{ $aim }，主推{ $category }。
drafts-dates-given = 按你的要求，{ $span }进行，共{ $days }天。
drafts-dates-chosen = 你没有给日期，我建议{ $span }，共{ $days }天：从一周里订单较多的那天开始，也留出了准备名单的时间。
drafts-budget = 发送和优惠加起来不超过{ $budget }。
drafts-no-budget = 你没有给预算，因此不设上限。

# 人群
drafts-segment = { $segment }：{ $n }位顾客。规则：{ $rule }。
drafts-consent = { $n_value ->
    [0] 他们都同意接收营销信息。
   *[other] 其中{ $n }位没有同意接收营销信息，已排除；同意的有{ $left }位。
  }
drafts-capped = 有{ $n }位在开始前{ $days }天内已收过活动消息（这段时间最多{ $most }条），已排除。
drafts-capped-none = 开始前{ $days }天内没有人收过活动消息（这段时间最多{ $most }条）。
drafts-overlap = 有{ $n }位正在同期的活动里（{ $campaigns }），已排除，以免两边的结果互相干扰。
drafts-overlap-none = 同期没有别的活动。
drafts-overlap-unknown = 店铺有的活动没有记录日期，不能排除同期还有别的活动。
drafts-reachable = 可以发的有{ $n }位，其中{ $treated }位会收到。
drafts-unaffordable = 预算{ $budget }还够不到另外{ $n }位；谁收到是随机抽的，没收到的正好不花钱就让对照组更大。

# 优惠
drafts-offer-brief = { $offer }，按你的要求。
drafts-offer-past = { $offer }：以往同样目标的活动用它确实带来了更多订单。
drafts-offer-ladder = { $offer }：以往没有同样目标且确实见效的优惠，因此取这类活动常用的一档，并以毛利承受得起为限。
drafts-offer-none = 不带优惠，靠内容本身。
drafts-offer-no-costs = 不带优惠：不知道商品成本，打折可能亏本而不自知。
drafts-coupon = 口令 { $code }，每人一次，有效期到{ $until }，不与其他优惠叠加。
drafts-max-off = 每单最多优惠{ $most }。
drafts-max-coupons = 预留{ $n }张，高于以往同样规模用掉的张数，既不让人用不了，发送和优惠也不超过{ $budget }。
drafts-margin = 适用{ $n }款商品，毛利率从{ $before }降到{ $after }。
drafts-margin-at-least = 适用{ $n }款商品；刚好到门槛时，毛利率从{ $before }降到{ $after }。
drafts-excluded = 有{ $n }款会低于成本，不参加。
drafts-shipping-unknown = 数据里没有运费，下面的利润没有算运费。

# 渠道
drafts-channel-given = 用{ $channels }，按你的要求。
drafts-channel-chosen = 用{ $channels }：在知道成本的渠道里，同样的钱预期收益较高。
drafts-hour-response = { $day } { $hour } 开始发送：这个渠道在这个钟点发出的消息，回应较好（至今发过{ $n }条）。
drafts-hour-activity = { $day } { $hour } 开始发送：这个渠道的顾客多在这时来访（至今{ $n }次）；它的消息没有在不同钟点发过，哪个钟点回应好还不知道。
drafts-hour-orders = { $day } { $hour } 开始发送，这是早九点到晚九点之间店里下单较多的钟点（至今{ $n }单）。
drafts-hour-usual = { $day } { $hour } 开始发送，这是常用的钟点；没有订单可以判断更好的时间。
drafts-cost = 这个渠道触达一位顾客的成本为{ $cost }，取自{ $n }次以往活动的中位数，费用全部算在内。
drafts-send-cost = 发给{ $n }位，共{ $total }。
drafts-cost-unknown = 以往活动没有{ $channels }的成本记录，下面的数字没有算发送费用。
drafts-benefit = 文案里提到了{ $category }买家称赞的{ $benefit }：说到它的{ $n }条评价里，{ $praise }条是四星或五星。

# 利润
drafts-profit = 预期利润{ $value }，95%区间为{ $low }到{ $high }；赚钱的可能性为{ $chance }。
drafts-loss = 预期结果{ $value }，95%区间为{ $low }到{ $high }；赚钱的可能性只有{ $chance }。照现在这样，我不建议发。
drafts-extra-orders = 也就是比不做多出{ $value }单（95%区间{ $low }到{ $high }）。
drafts-factor = 把{ $n }次有对照组的以往活动合在一起看，新活动的下单人数预计变化{ $value }，但单次活动从{ $low }到{ $high }都有可能。
drafts-profit-unknown = 能带来多少无法预知：以往活动都没有对照组。下面是它至少要做到多少。
drafts-profit-unknown-few = 能带来多少无法预知：有对照组的以往活动只有{ $n }次，或这群人的历史太短。下面是它至少要做到多少。
drafts-base-rate = 不做活动时，这样的顾客有{ $rate }会在{ $days }天内下单（按{ $n }人次统计）。
drafts-order-value = 他们平均每单{ $value }，扣除商品成本后剩{ $margin }（按{ $n }单统计）。
drafts-redemption = 以往活动中，收到消息并下单的人里有{ $share }用了优惠；照此估计，这次约让利{ $cost }。
drafts-worth = 不算发送成本，触达一位顾客预计带来{ $worth }；成本是{ $cost }。
drafts-worthless = 不算发送成本，触达一位顾客预计带来{ $worth }：让利比带来的还多。
drafts-break-even = 下单人数多出{ $rise }才保本：收到的人里要有{ $needed }下单，而不做也有{ $rate }。
drafts-break-even-no-costs = 不知道商品成本或发送成本，连保本点也算不出；请导入 items.cost 和 campaigns.cost。
drafts-break-even-none = 保本点算不出：对这样的顾客或发送成本了解得太少。

# 实验
drafts-arms = 从同一份名单里随机抽取：{ $treated }位收到，{ $control }位（{ $share }）不发，作为对照。
drafts-detectable = 这样分组，下单率提高{ $points }个百分点，五次里能发现四次。
drafts-powered = 预期提高{ $points }个百分点，这个实验应当能发现。
drafts-underpowered = 预期提高{ $points }个百分点，这个实验很可能看不出来：较小的一组需要{ $n }位。结果只能当作一份参考，不能当作证明。
drafts-one-look = { $end }之后看一次结果就好；天天看、看着好就停，会看到并不存在的效果。

# 风险
drafts-risk-loss = 可能亏钱：区间的低端是{ $low }。
drafts-risk-harm = 活动也可能惹人烦：以往{ $n }次活动并不能排除订单变少。
drafts-risk-audience = 以往活动发给的人更广，“{ $segment }”的反应可能不同。
drafts-risk-habit = 常收到优惠的顾客，会习惯等下一次优惠。
drafts-risk-small = 较小的一组只有{ $n }位，结果起伏会很大。
drafts-risk-cost = 单次触达成本只依据{ $n }次活动。
drafts-risk-leak = 口令可能被转给名单以外的人；店铺系统支持的话，请把它绑定到名单里的账号。
drafts-risk-ad-mark = 按规定，营销邮件的标题前要注明“广告”或“AD”；发送系统没有自动加的话，请加上。

# 停
drafts-stop-harm = { $day }看一次：如果收到的人下单率比对照组低{ $points }个百分点或更多，就停。
drafts-stop-coupons = 核销满{ $n }张就停发优惠。
drafts-stop-budget = 花满{ $budget }就停止发送。
drafts-stop-complaints = 如果结算时优惠用不了，或有人投诉没有同意过接收，立刻停。
drafts-stop-repeat = 结束时下单率提高不到{ $points }个百分点（保本点），就不要再做。

# 改动
drafts-changed-budget = 预算改为{ $new }。
drafts-changed-offer = 优惠从{ $old }改为{ $new }。
drafts-changed-channels = 渠道改为{ $new }。
drafts-changed-languages = 文案改为{ $new }。
drafts-changed-audience = 人群改为{ $new }。
drafts-changed-dates = 时间改为{ $new }。
drafts-changed-tone-warm = 语气更温暖了。
drafts-changed-tone-plain = 语气更平实了。
drafts-changed-holdout = 对照组改为{ $new }。
drafts-changed-contacts = 触达人数从{ $old }变为{ $new }。
drafts-changed-copy = 只重写了文案。

# 工具的回答
drafts-made = 草案 { $id } 好了：{ $aim }，用{ $channels }发给{ $n }位顾客，{ $span }；{ $offer }。
drafts-next = 什么都没有发出去。可以用话来改，也可以批准锁定后导出名单。

# 重算
drafts-replay-same = 按依据文件重算：完全一致。
drafts-replay-differs = 按依据文件重算，有不同：{ $parts }。
drafts-replay-data = 此后店铺数据变了（当时版本 { $old }，现在 { $new }）。
drafts-replay-brand = 此后 brand.md 改过。
