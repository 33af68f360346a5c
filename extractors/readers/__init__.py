"""Bytes of one format in, a SourceText out; one format in each file."""
