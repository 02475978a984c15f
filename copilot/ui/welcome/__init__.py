"""The first start: what it does, may it read, how shall it think, what is kept, and practice."""
