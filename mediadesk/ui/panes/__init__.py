"""The screens of the window, one folder each. Panes do not know each other."""
