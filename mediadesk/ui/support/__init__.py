"""What every widget stands on: theme, icons, motion, debouncing, pane base. Knows no feature."""
