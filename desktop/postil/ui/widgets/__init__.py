"""Small reusable widgets without domain knowledge."""
