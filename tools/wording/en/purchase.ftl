purchase-not-trained = The purchase predictor has not been trained for this store yet. Run “storewise train” once, then ask again.
purchase-too-short = The data cover too few days to learn who will buy: at least five days of visits or orders are needed, better several months.
purchase-too-few-buyers = Too few customers bought in the recent periods to learn who will buy next, so no prediction is made. Import a longer history and train again.
