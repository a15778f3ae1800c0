"""The command line: one thin module per group of commands, on top of the services."""
