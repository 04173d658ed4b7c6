"""Records to tables: the one function from journal and blobs to everything that is read, live and when rebuilding."""
