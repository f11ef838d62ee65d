"""Cases made for what no case shows: evidence is tried out, judged by the reference, and kept where it closes a gap."""
