"""Packets: issued by the office, opened by a reviewer, and what comes back of them."""
