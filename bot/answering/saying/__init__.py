"""The answer: its decision, the very words it rests on, the steps, in Chinese or English."""
