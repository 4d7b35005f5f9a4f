"""SQLite: schema, writes, jobs and search. The only package that writes to the database."""
