"""Places `rules/` inside the package; pyproject.toml could only say so beside a list of all packages, kept by hand."""

from setuptools import find_packages, setup

setup(
    package_dir={"": "src", "xeploai.rules": "rules"},
    packages=[*find_packages("src"), "xeploai.rules"],
)
