"""Reusable widgets: plain values in, signals out. They know no service and no view model."""
