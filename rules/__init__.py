"""The rule files that ship with xeploai; a package so that they are found the same way wherever it is installed."""
