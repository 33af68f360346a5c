"""Web pages fetched safely and politely: addresses judged, robots.txt kept, bodies bounded, all of it recorded and replayed if asked."""
