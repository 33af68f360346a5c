"""Web pages fetched safely and politely: addresses judged, robots.txt kept, bodies bounded, every exchange recorded and replayed if asked."""
