"""The store's tables as they came about: alembic's environment and versions, and the one call that brings a store up to date."""
