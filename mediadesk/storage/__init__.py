"""What stays on this machine: the encrypted database, the sealed media files, their checks.

Rows, connections and descriptors never leave this folder. SQLAlchemy is imported by the modules
with queries only, never on the way to the first window.
"""
