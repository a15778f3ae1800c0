"""Veo as a registration of its own, over the back ends that make it."""
