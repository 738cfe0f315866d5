"""What an operator asks of a running portal, and what is done for it once a day."""
