"""One file a provider. Adapters never import each other; shared wire formats lie above."""
