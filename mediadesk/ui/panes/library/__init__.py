"""The Library page: every asset as a grid, with search, filters and the trash."""
