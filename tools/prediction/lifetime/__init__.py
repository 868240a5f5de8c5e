"""What customers will be worth: when they buy again, how much they spend, who may be lost."""
