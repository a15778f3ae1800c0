"""Conditions that several reading queries share. Importing it costs nothing."""

OF_BATCH = """{id} IN (SELECT r.generation_id FROM batch_runs r
 JOIN batches b ON b.id = r.batch_id WHERE b.uid = ?)"""
"""That a run, by its row number in ``id``, is one of a batch."""
