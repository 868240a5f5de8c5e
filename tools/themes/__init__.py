"""What customers speak of in reviews and look for on the site: themes, counted and weighed."""
