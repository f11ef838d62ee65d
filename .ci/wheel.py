"""Uses a wheel as a stranger would: in a clean environment without extras, away from the sources."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
ALONE = {"attrs", "tomli", "xeploai"}


def unpacked() -> set[str]:
    """The files of the tree that belong into the wheel, by their names there."""
    folders = {ROOT / "src" / "xeploai": "xeploai", ROOT / "rules": "xeploai/rules"}
    return {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for folder, name in folders.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(*command: str | Path, expect: int = 0) -> str:
    """Everything that a command prints; the end of us where it does not exit as expected."""
    done = subprocess.run(command, cwd=tempfile.gettempdir(), capture_output=True, text=True, check=False)
    printed = done.stdout + done.stderr
    if done.returncode != expect:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}, not {expect}\n{printed}")
    return printed


def main(wheel: Path) -> None:
    """The command."""
    if missing := unpacked() - set(zipfile.ZipFile(wheel).namelist()):
        sys.exit(f"not in the wheel: {', '.join(sorted(missing))}")
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, "-m", "venv", folder)
        python, command = Path(folder, "bin", "python"), Path(folder, "bin", "xeploai")
        run(python, "-m", "pip", "-qq", "install", "-c", CONSTRAINTS, wheel)

        listed = run(python, "-m", "pip", "list", "--format=freeze", "--exclude=pip", "--exclude=setuptools")
        if (installed := {line.partition("==")[0] for line in listed.split()}) != ALONE:
            sys.exit(f"a plain install brings {sorted(installed)}, not {sorted(ALONE)}")

        run(python, "-W", "error", "-c", "import xeploai; xeploai.load('lam-dong-2024')")

        said = run(command, expect=2)
        if len(said.splitlines()) != 1 or "xeploai[cli]" not in said:
            sys.exit(f"without its extra the command should say in one line what to install, not:\n{said}")
    print(f"{wheel.name}: complete, loads its rules, and its command says what to install: {said.strip()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
