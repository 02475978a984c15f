"""`python -m copilot` is `chat-copilot`."""

import sys

from copilot.cli import main

if __name__ == "__main__":
    sys.exit(main())
