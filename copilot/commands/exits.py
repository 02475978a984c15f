"""Exit codes, the same for all commands."""

OK = 0
FAILED = 1  # an error of ours, told on standard error
USAGE = 2  # as argparse has it
NOT_READY = 3  # nothing there, or a check fails
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
