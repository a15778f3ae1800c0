"""The wire format of Anthropic's messages."""
