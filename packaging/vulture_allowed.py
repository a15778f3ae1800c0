"""Names that nothing in mediadesk calls because Qt or another library does; for vulture only."""
