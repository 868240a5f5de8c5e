"""Who will buy: features, models, training and scores."""
