"""What one document says of itself and of others: from when, until when, what it ends and amends."""
