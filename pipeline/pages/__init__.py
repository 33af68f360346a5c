"""What every page that we write shares: its looks, its charts, how names, counts and sums are shown."""
