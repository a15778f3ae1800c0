"""The Compare page: one prompt, several models, results side by side, a winner."""
