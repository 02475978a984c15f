"""Wire dialects, the streaming client, and the embedding model."""
