"""The queue of fal: any endpoint, by a form made from its schema."""
