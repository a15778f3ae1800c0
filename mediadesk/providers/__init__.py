"""The AI services, spoken over httpx. Adapters are plain asyncio and know neither Qt nor the library."""
