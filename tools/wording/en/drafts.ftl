# Campaign drafts: tools/drafts.

# What goes wrong
drafts-dates-order = The campaign would end ({ $last }) before it starts ({ $first }); name the first day, then the last.
drafts-dates-past = { $first } is not after the store's today, { $today }; a campaign can only be drafted for days to come.
drafts-dates-long = { $first } to { $last } is too long for one campaign; take at most three months.
drafts-no-such-day = There is no day { $day }; write days like 2026-11-20.
drafts-no-consent-data = The store does not record who agreed to marketing (users.marketing_consent), so nobody may be written to; import customers with that column.
drafts-nobody = Nobody is in this audience ({ $rule }); take a wider segment or fewer limits.
drafts-segment-small = Fewer than { $least } customers are in this audience; campaigns for so few would single people out. Take a wider segment or fewer limits.
drafts-audience-small = Of { $segment } customers in this audience, fewer than { $least } may be written to: the others gave no consent, were written to lately, or are in a campaign that is running. Take a wider segment or a later start.
drafts-budget-zero = A budget must be above zero; leave it out for a draft without a limit.
drafts-budget-small = A budget of { $budget } is too small: a campaign goes to at least { $people } people, and with the coupons they may use that takes { $least }. Raise the budget, or take a cheaper channel or a smaller offer.
drafts-no-costs = The items' costs are not known, so nobody can tell whether this offer sells below cost; import items with a cost column, or draft without a discount.
drafts-below-cost = { $share } off would sell { $n } of { $total } items below cost; at most { $most } off can be offered here.
drafts-amount-below-cost = { $value } off orders of { $threshold } would sell below cost; ask for orders of at least { $least }.
drafts-unknown = There is no draft “{ $given }”. Drafts: { $known }.
drafts-none = There is no draft “{ $given }”, for there are none yet; make one with draft_campaign.
drafts-list-changed = The list of draft “{ $id }” is gone or is not the one it was made with; draft the campaign again.
drafts-goods-unknown = “{ $given }” is no category of the store, so it is not known what to clear. Name a category as the store does; without one, the one whose stock would last longest is cleared.
drafts-locked = Draft { $id } is approved and locked; make a new draft to change something.
drafts-not-approved = Draft { $id } is not approved yet; approve it before the audience is exported.
drafts-revise-unclear = I did not find in “{ $words }” what to change. You can change the budget, the offer, the channel, the language, the audience, the dates, the holdout and the tone, such as “cheaper, and in English too”.
drafts-stale = The store's data changed since draft { $id } was made; revise it, or make it anew, before it is approved.
drafts-goal-empty = Say in a few words what the campaign is for, such as “win back lapsed customers, 2,000 yuan budget”.
drafts-no-copy = No phrase of the { $language } part of brand.md passes the checks for { $part } on { $channel }; add one there.

# The document
drafts-title = { $aim }: { $label }
drafts-section-changes = What changed
drafts-section-objective = Objective
drafts-section-audience = Audience
drafts-section-offer = Offer
drafts-section-channel = Channel and time
drafts-section-copy = Copy
drafts-section-profit = Expected profit
drafts-section-test = Test
drafts-section-risks = Risks
drafts-section-stop = What would make us stop
drafts-section-evidence = Evidence
drafts-status-draft = Draft
drafts-status-approved = Approved
drafts-status-exported = Approved and exported
drafts-head = { $store } · { $id } · version { $version } · { $status }
drafts-copy-head = { $channel }, { $language }
drafts-part-subject = Subject
drafts-part-preheader = Preheader
drafts-part-body = Body
drafts-part-button = Button
drafts-part-footer = Footer
drafts-part-text = Text
drafts-part-title = Title
drafts-part-post = Post
drafts-part-script = Script
drafts-evidence = Made from the store's data of version { $version } as of { $today }; copy by { $writer }. Who is in which arm: fingerprint { $fingerprint }. The reason file beside the draft holds the rules, the tools' results and the variants that were not taken; “storewise draft replay { $id }” computes it all again.
drafts-writer-patterns = the brand's own phrases

# Objective
drafts-aim = The aim is to { $aim }.
drafts-aim-category = The aim is to { $aim }, with { $category }.
drafts-dates-given = It runs from { $span }, { $days } days, as you asked.
drafts-dates-chosen = You named no dates, so I propose { $span }, { $days } days: it starts on the weekday on which the store gets most orders, with time left to load the list.
drafts-budget = Messages and coupons together may cost { $budget }.
drafts-no-budget = You named no budget, so only what a contact brings limits it.

# Audience
drafts-segment = { $segment }: { $n } customers. Rule: { $rule }.
drafts-consent = { $n_value ->
    [0] All of them agreed to marketing.
   *[other] { $n } of them did not agree to marketing and are left out; { $left } did.
  }
drafts-capped = { $n } got a campaign message in the { $days } days before the start, and { $most } is the most in that time; they are left out.
drafts-capped-none = Nobody among them got a campaign message in the { $days } days before the start, where { $most } is the most allowed.
drafts-overlap = { $n } are in a campaign that runs at the same time ({ $campaigns }) and are left out, so that neither result is blurred.
drafts-overlap-none = No other campaign runs at the same time.
drafts-overlap-unknown = Some of the store's campaigns have no dates, so it cannot be ruled out that one of them runs at the same time.
drafts-reachable = { $n } can be written to; { $treated } of them get the message.
drafts-unaffordable = The budget of { $budget } does not reach { $n } more; who gets the message is drawn at random, so those left out make the control group larger at no cost.

# Offer
drafts-offer-brief = { $offer }, as you asked.
drafts-offer-past = { $offer }: a past campaign with the same aim surely raised orders with it.
drafts-offer-ladder = { $offer }: no past campaign with this aim had an offer that surely worked, so this is the usual step for it, as far as the margins bear it.
drafts-offer-none = No offer: the message alone has to work.
drafts-offer-no-costs = No offer: the items' costs are not known, so a discount could sell below cost unnoticed.
drafts-coupon = Code { $code }, once per customer, valid until { $until }, not to be combined with other coupons.
drafts-max-off = At most { $most } off one order.
drafts-max-coupons = { $n_value ->
    [one] { $n } coupon is
   *[other] { $n } coupons are
  } set aside, more than customers have ever used of such a list, so that nobody is turned away and messages and coupons still stay within { $budget }.
drafts-margin = Valid for { $n } items; their margin over cost goes from { $before } to { $after } of the price.
drafts-margin-at-least = Valid for { $n } items; at the least order value, the margin over cost goes from { $before } to { $after } of what is paid.
drafts-excluded = { $n_value ->
    [one] { $n } item is left out, as it would sell below cost.
   *[other] { $n } items are left out, as they would sell below cost.
  }
drafts-shipping-unknown = What shipping costs is not in the data, so the profit below does not count it.

# Channel
drafts-channel-given = By { $channels }, as you asked.
drafts-channel-chosen = By { $channels }: of the channels whose costs are known, it promises most for the money.
drafts-hour-response = First sent on { $day } at { $hour }: messages sent on this channel in that hour were answered best ({ $n } sent so far).
drafts-hour-activity = First sent on { $day } at { $hour }, when this channel's people most often start a visit ({ $n } visits so far); its messages never went out at different hours, so which is answered best is not known.
drafts-hour-orders = First sent on { $day } at { $hour }, the store's busiest hour between nine and nine ({ $n } orders so far).
drafts-hour-usual = First sent on { $day } at { $hour }, a usual hour; there are no orders to tell a better one.
drafts-cost = A contact cost { $cost } there, the median of { $n_value ->
    [one] { $n } past campaign
   *[other] { $n } past campaigns
  }, everything they cost counted.
drafts-send-cost = { $n } contacts come to { $total }.
drafts-cost-unknown = What a contact costs by { $channels } is not known from past campaigns; the figures below leave it out.
drafts-benefit = The copy names what buyers of { $category } praise ({ $benefit }): { $praise } of { $n } reviews that speak of it give four or five stars.

# Profit
drafts-profit = Expected profit: { $value }, with a 95% interval from { $low } to { $high }; the chance that it pays is { $chance }.
drafts-loss = Expected result: { $value }, with a 95% interval from { $low } to { $high }; the chance that it pays is only { $chance }. As it stands, I would not send it.
drafts-extra-orders = That is { $value } more orders than without it (95% interval { $low } to { $high }).
drafts-factor = { $n } past campaigns with a holdout, pooled, tell what a new one may do: { $value } more buyers, but anything from { $low } to { $high } for a single campaign.
drafts-profit-unknown = What it will bring cannot be known: no past campaign had a holdout. Below is what it has to bring.
drafts-profit-unknown-few = What it will bring cannot be known: { $n_value ->
    [one] only { $n } past campaign had a holdout
   *[other] the { $n } past campaigns with a holdout are too few, or the audience has too short a past
  }. Below is what it has to bring.
drafts-base-rate = Without it, { $rate } of such customers order within { $days } days (counted on { $n }).
drafts-order-value = Their orders come to { $value } on average, of which { $margin } is left after the cost of goods (counted on { $n } orders).
drafts-redemption = In past campaigns { $share } of treated buyers used the coupon; at that, coupons give away about { $cost } here.
drafts-worth = Before what it costs, a contact is expected to bring { $worth }; it costs { $cost }.
drafts-worthless = Before what it costs, a contact is expected to bring { $worth }: the offer gives away more than it brings.
drafts-break-even = It pays from { $rise } more buyers on: { $needed } of those written to must order, where { $rate } would anyway.
drafts-break-even-no-costs = Without the costs of items, or of contacts, not even the point where it pays can be told; import items.cost and campaigns.cost.
drafts-break-even-none = The point where it pays cannot be told: too little is known of such customers, or of what a contact costs.

# Test
drafts-arms = { $treated } get the message and { $control } ({ $share }) are held out, drawn at random from the same list.
drafts-detectable = With these arms, a rise in conversion of { $points } points is found four times in five.
drafts-powered = The expected rise is { $points } points, so the test should find it.
drafts-underpowered = The expected rise is { $points } points, which this test will probably miss: it would take { $n } people in the smaller group. Treat its result as one more piece of evidence, not as proof.
drafts-one-look = Judge it once, after { $end }; looking every day and stopping when it looks good finds effects that are not there.

# Risks
drafts-risk-loss = It may lose money: the low end of the interval is { $low }.
drafts-risk-harm = A campaign can also put people off: the { $n } past ones do not rule out fewer orders.
drafts-risk-audience = The past campaigns went to a broader audience; “{ $segment }” may react differently.
drafts-risk-habit = Customers who get a coupon often learn to wait for the next one.
drafts-risk-small = The smaller group has only { $n } people; its result will swing widely.
drafts-risk-cost = The cost of a contact rests on { $n } campaign only.
drafts-risk-leak = A code that is passed on reaches people outside the list; tie it to the accounts on it if the shop can.
drafts-risk-ad-mark = Marketing e-mail in China must have 广告 or AD at the head of its subject; add it if the sending system does not.

# Stop
drafts-stop-harm = On { $day }, look once: stop if the share who ordered among those written to is { $points } points or more below the held-out group.
drafts-stop-coupons = Stop giving out the coupon after { $n } redemptions.
drafts-stop-budget = Stop sending when { $budget } is spent.
drafts-stop-complaints = Stop at once if the offer does not work at checkout or a complaint about consent comes in.
drafts-stop-repeat = Do not repeat it if, at the end, the rise in conversion is below { $points } points: that is where it pays.

# Changes
drafts-changed-budget = The budget is now { $new }.
drafts-changed-offer = The offer changed from { $old } to { $new }.
drafts-changed-channels = It now goes out by { $new }.
drafts-changed-languages = The copy is now in { $new }.
drafts-changed-audience = It now goes to { $new }.
drafts-changed-dates = It now runs { $new }.
drafts-changed-tone-warm = The tone is warmer.
drafts-changed-tone-plain = The tone is plainer.
drafts-changed-holdout = { $new } are now held out.
drafts-changed-contacts = It reaches { $new } people instead of { $old }.
drafts-changed-copy = Only the copy was written anew.

# The tool's answer
drafts-made = Draft { $id } is ready: { $aim }, to { $n } customers by { $channels }, { $span }; { $offer }.
drafts-next = Nothing is sent. Change it in words, or approve it to lock it and export the list.

# Replay
drafts-replay-same = Recomputed from the reason file: everything is the same.
drafts-replay-differs = Recomputed from the reason file, this differs: { $parts }.
drafts-replay-data = The store's data changed since (version { $old } then, { $new } now).
drafts-replay-brand = brand.md changed since.
