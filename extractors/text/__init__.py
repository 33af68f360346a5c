"""The text under the facts: its normal form, sentences, clauses, numbers."""
