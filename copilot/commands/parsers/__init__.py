"""What each command takes: the parts of the parser, by groups of commands."""
