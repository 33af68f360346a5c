"""Records held against what people read in the same documents: how right the reading is, field by field."""
