"""``jiedui.toml``: how the file is found and read, whichever command asks; what a section means is that command's."""
