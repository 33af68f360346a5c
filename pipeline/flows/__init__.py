"""Prefect: the flows, the server that they tell of themselves, and nothing else. No other package imports Prefect."""
