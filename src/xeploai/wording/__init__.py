"""Rules and findings in sentences, in Vietnamese and English."""
