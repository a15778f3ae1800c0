"""Measurements of the real app beside a reference that runs in the same call.

Absolute times depend on the machine; the ratios are what to compare. ``docs/performance.md`` says
how to read them.
"""
