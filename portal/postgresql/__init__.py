"""Django's PostgreSQL backend for pages: no answer of the database is waited for without end."""
