"""The unlock page: replaces everything until the library is open."""
