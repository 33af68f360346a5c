"""Where inputs come from: files, folders and the standard input."""
