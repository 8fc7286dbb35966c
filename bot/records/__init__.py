"""What is kept of questions and answers, for how long, and what an admin makes of it."""
