"""The network room: one HTTP client, where it may connect, what an answer may hold."""
