"""The wire format of OpenAI, which many other servers speak too."""
