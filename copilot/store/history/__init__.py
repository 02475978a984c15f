"""What is kept of chats: nothing, a log to find a bug, or an encrypted database on this machine."""
