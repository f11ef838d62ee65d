"""`python -m xeploai.cli`, where the command itself is not on the path."""

from xeploai.cli import main

main()
