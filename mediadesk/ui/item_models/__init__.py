"""Qt item models over what the services list: ids first, rows by page, pictures when painted."""
