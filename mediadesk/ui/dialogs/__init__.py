"""Dialogs of the window. Each is opened, never executed in a nested loop."""
