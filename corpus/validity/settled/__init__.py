"""What holds once all documents have been heard."""
