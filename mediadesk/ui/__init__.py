"""The window: panes, item models, widgets and what supports them. Knows services and domain."""
