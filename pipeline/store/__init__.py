"""What has been read, kept in a database: SQLite on one machine, PostgreSQL for a team."""
