"""OpenRouter: its lists, and what differs from OpenAI's wire format."""
