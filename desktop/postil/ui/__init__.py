"""Every widget; talks to models and operations, never to the store."""
