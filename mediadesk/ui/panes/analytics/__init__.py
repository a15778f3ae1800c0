"""Analytics: what was spent and made, by whom, for what, and what is behind every figure."""
