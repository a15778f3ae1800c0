"""The words and rules of mediadesk. Standard library only; no file, network, clock or database."""
