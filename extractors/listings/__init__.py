"""The lists from which articles are fetched: feeds, pages, JSON and sitemaps, as entries with an address, a title and a day."""
