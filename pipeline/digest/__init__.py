"""The digest of news: who helped whom, with how many people, times and how much money, for people and for programs."""
