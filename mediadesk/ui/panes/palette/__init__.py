"""The command palette: every action, project, model and result by a few letters."""
