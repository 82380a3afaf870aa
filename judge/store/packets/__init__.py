"""What is in a packet: written when it is issued, and read where it is opened."""
