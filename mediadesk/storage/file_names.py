"""Names of files in a library's folder that are asked for before one is opened."""

DATABASE_NAME = "library.db"
