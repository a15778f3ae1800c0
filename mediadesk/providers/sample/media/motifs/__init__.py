"""The motif families: each paints one kind of scene onto a stage."""
