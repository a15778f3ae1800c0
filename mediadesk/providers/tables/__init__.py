"""The shipped tables of models and prices, read strictly."""
