"""What the user can do with a library: async, and without any Qt."""
