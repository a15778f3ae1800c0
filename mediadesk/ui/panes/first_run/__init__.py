"""First run: create a library, keep the recovery key, connect a provider."""
