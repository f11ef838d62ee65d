"""`python -m xeploai`."""

from xeploai.cli import main

main()
