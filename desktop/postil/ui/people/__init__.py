"""Who is working: the person switcher, the lock screen and adding a person."""
