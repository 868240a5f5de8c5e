about-data = The data of { $store } covers { $period }, { $n } rows in all.
about-help = You can ask me about sales and other metrics, the purchase funnel, customer groups, retention and single customers, who will probably buy or leave, what campaigns achieved, prices, channels, demand and stock, what is bought together, and what reviews say. I also find what is worth doing next and draft campaigns.
about-greeting = Hello! I answer questions about this store from its own data.
about-thanks = You're welcome. Ask away whenever you need another figure.
about-cannot = The store's data cannot tell you that, so I would rather not guess.
ask-something = Please type a question, for example “What was our revenue last month?”.
# What comes nearest to a question that no data answer.
about-missing-ad_spend = What was paid to advertisers or per click is not recorded here; ask me instead what your own campaigns cost and brought, by channel.
about-missing-rivals = I only see this store, no other shop and no market; ask me instead how its own brands, categories and channels compare.
about-missing-audience = I see visits to the store, not followers, mailings or clicks elsewhere; ask me instead for sessions, views and conversion by channel or campaign.
about-missing-money = I know no rates or markets; ask me instead for the store's own revenue and profit.
about-missing-costs = I know what items cost the store, but no wages, rent or taxes; ask me instead for gross profit and gross margin.
about-missing-weather = I know no weather; ask me instead for the store's sales by day or week.
about-missing-service = How fast customers are answered is not recorded here; ask me instead what reviews say about service, or for the share of orders sent back.
about-missing-details = Sellers, suppliers, branches, warehouses, couriers, ways of paying, sizes and colours are not recorded here; ask me instead by item, category, brand, channel, device or region.
