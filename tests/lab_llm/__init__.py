"""Model servers for tests: a real small model, aimock, and one that does what a test says."""
