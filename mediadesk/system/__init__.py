"""The machine underneath: paths, files, logs. Standard library only."""
