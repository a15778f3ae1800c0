"""What every wire format reads from answers: text, media, jobs, money; written while it arrives."""
