"""mediadesk: one private desktop workspace for text, images, video and audio from AI providers."""

__version__ = "0.1.0"
