"""The Create page: composer, stage, details and history."""
