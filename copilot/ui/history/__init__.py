"""The history window: chats at the left, what was found at the right, what it was good for."""
