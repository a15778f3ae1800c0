"""What runs in child processes: decoding of untrusted media into pixels and numbers."""
