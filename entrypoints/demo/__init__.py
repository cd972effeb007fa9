"""Stories told on the running product: every step goes the way a person or partner would go."""
