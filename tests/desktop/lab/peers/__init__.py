"""Programs that play the other side of a chat: JSON lines, commands in and events out."""
