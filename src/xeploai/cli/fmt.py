"""`xeploai fmt RULES…`."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from xeploai.cli.consoles import show
from xeploai.cli.failure import Failure
from xeploai.cli.files import bytes_of, is_folder, rule_files_of
from xeploai.cli.help import Command
from xeploai.cli.options import language_option
from xeploai.cli.output import write_whole
from xeploai.cli.words import say
from xeploai.diagnostic import Diagnostic, InvalidRules, Language
from xeploai.source import Source
from xeploai.toml.load import parse
from xeploai.toml.shelf import file_at
from xeploai.toml.syntax import read_text


class _Formatted(NamedTuple):
    """A file as it is and as it should be; `data` is what would be written."""

    file: str
    before: str
    after: str
    data: bytes
    differs: bool


def command(lang: Language) -> click.Command:
    """The command in one language."""
    return Command(
        "fmt",
        lang=lang,
        callback=_fmt,
        help=say("fmt", lang),
        epilogue=(say("arg-fmt", lang),),
        params=[
            click.Argument(["rules"], nargs=-1, required=True, metavar=say("metavar-files", lang)),
            click.Option(["--check", "only_check"], is_flag=True, help=say("opt-check", lang)),
            language_option(lang),
        ],
    )


def _fmt(rules: tuple[str, ...], only_check: bool, lang: Language) -> int:
    found = list(_formatted([file for name in rules for file in _files(name, lang)], _layout(lang), lang))
    changed = [one for one in found if one.differs]
    if not only_check:
        for one in changed:
            write_whole(one.file, (one.data,), lang)
    lines = [line for one in changed for line in (_diff(one) if only_check else ())]
    lines += [say("would-format" if only_check else "formatted", lang, name=one.file) for one in changed]
    if unchanged := len(found) - len(changed):
        lines.append(say("one-in-layout" if unchanged == 1 else "in-layout", lang, count=unchanged))
    show("".join(f"{line}\n" for line in lines), lang)
    return int(only_check and bool(changed))


def _layout(lang: Language) -> Callable[[Source], str]:
    try:
        from xeploai.layout.layout import laid_out
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != "tomlkit":
            raise
        raise Failure(say("needs-extra", lang, extra="fmt")) from None
    return laid_out


def _files(name: str, lang: Language) -> Iterator[str]:
    """A rule file, or all of a folder. What ships is not rewritten by its id: it belongs to the installation."""
    if is_folder(name):
        yield from rule_files_of(name, lang)
    elif Path(name).suffix.lower() != ".toml" and not file_at(name):
        raise Failure(say("fmt-files", lang, name=f"`{name}`"))
    else:
        yield name


def _formatted(files: list[str], laid_out: Callable[[Source], str], lang: Language) -> Iterator[_Formatted]:
    """Every file in its layout, before any of them is written; those that do not load are told of all at once."""
    problems, done = list[Diagnostic](), list[_Formatted]()
    for file in files:
        data = bytes_of(file, lang)
        try:
            parse(data, file)
            text = read_text(data, file)
            after = laid_out(Source(file, text))
        except InvalidRules as refused:
            problems += refused.problems
            continue
        # How lines end is a matter of the working copy: it stays, where the file has made up its mind.
        ends = "\r\n" if data.count(b"\r\n") == data.count(b"\n") > 0 else "\n"
        written = after.replace("\n", ends).encode()
        done.append(_Formatted(file, text, after, written, written != data))
    if problems:
        raise InvalidRules(problems)
    yield from done


def _diff(one: _Formatted) -> Iterator[str]:
    before, after = one.before.split("\n"), one.after.split("\n")
    yield from difflib.unified_diff(before, after, one.file, one.file, lineterm="")
