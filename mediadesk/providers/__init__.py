"""The AI services, spoken over httpx. Adapters know neither Qt nor the library."""
