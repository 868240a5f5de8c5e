"""What to show a customer next: recommenders beside each other, and the best of them blended."""
