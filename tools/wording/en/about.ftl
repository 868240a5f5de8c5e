about-data = The data of { $store } covers { $period }, { $n } rows in all.
about-help = You can ask me about sales and other metrics, the purchase funnel, who will probably buy, what and when, who may be lost, what customers will bring, what to recommend, and what customers say in their reviews.
about-greeting = Hello! I answer questions about this store from its own data.
about-thanks = You're welcome. Ask away whenever you need another figure.
about-cannot = The store's data cannot tell you that, so I would rather not guess.
ask-something = Please type a question, for example “What was our revenue last month?”.
# What comes nearest to a question that no data answer.
about-missing-ad_spend = What advertising cost is not recorded in the figures I can read; ask me instead how much revenue, orders or conversion each channel or campaign brought.
about-missing-stock = I do not follow stock levels; ask me instead how many units of an item or category were sold, and how that changed.
about-missing-rivals = I only see this store, no other shop and no market; ask me instead how its own brands, categories and channels compare.
about-missing-audience = I see visits to the store, not followers, mailings or clicks elsewhere; ask me instead for sessions, views and conversion by channel or campaign.
about-missing-money = I know no rates or markets; ask me instead for the store's own revenue and profit.
about-missing-costs = I know what items cost the store, but no wages, rent or taxes; ask me instead for gross profit and gross margin.
about-missing-weather = I know no weather; ask me instead for the store's sales by day or week.
