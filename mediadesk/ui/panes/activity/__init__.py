"""What runs, waits, failed and came back: the queue, and the story of each job."""
