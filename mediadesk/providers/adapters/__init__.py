"""One file a provider. Adapters never import each other; shared wire formats are siblings of this folder."""
