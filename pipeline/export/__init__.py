"""Write what a store holds as tables for other programs: what ``jiedui export`` makes."""
