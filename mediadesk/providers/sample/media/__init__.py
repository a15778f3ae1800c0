"""Renders sample text, pictures, films and sound from a prompt and a seed, offline."""
