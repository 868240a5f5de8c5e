prices-no-prices = The store’s data tell no prices paid, so what prices do to sales cannot be read from them. Import orders with their lines and unit prices.
prices-nothing-sold = Nothing was sold in the store’s data, so what prices do to sales cannot be told.
prices-never-moved = Hardly any price ever moved in the store’s data, so they cannot tell what a price does to sales. Change a few prices for some weeks, then ask again.
prices-unknown-item = The store’s data know no sales of “{ $item }”, so what its price does cannot be told. Check the name, or ask about its category.
