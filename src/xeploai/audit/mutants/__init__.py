"""Rule sets with one thing changed, and the changes that no worked case notices."""
