"""Pages that are pictures: from pixels to the same glyphs and lines that a PDF's text layer gives."""
