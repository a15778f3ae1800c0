"""Settings: keys and providers, appearance, privacy and lock, about."""
