"""Rule files that stand on others: what they use, extend and take levels from, and the versions of a series."""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.commands import table
from tests.commands import xeploai as run
from tests.rule_sets import rule_sets
from xeploai.diagnostic import Diagnostic, InvalidRules, message
from xeploai.model.evidence import Evidence, Hierarchy
from xeploai.model.fact import Fact
from xeploai.model.period import Period, read_period
from xeploai.model.ruleset import Ruleset
from xeploai.rating.session import prepare, rate
from xeploai.report.digests import rules_digest
from xeploai.report.rate_json import as_data
from xeploai.report.result import result
from xeploai.source import place_of
from xeploai.toml.dump import dump
from xeploai.toml.load import load, parse
from xeploai.toml.series import shipped_series
from xeploai.toml.shelf import shipped
from xeploai.wellformed.check import check

Printed = pytest.CaptureFixture[str]

DICTIONARY = """\
format = 1
[ruleset]
id = "chung"
[kinds.o]
label = "Đơn vị"
[kinds.p]
[groups.all]
kinds = ["o", "p"]
[groups.idle]
kinds = ["p"]
[scale.levels.good]
[scale.levels.fair]
[scale.levels.poor]
[suppliers.office]
label = "Văn phòng"
[facts.done]
of       = ["all"]
type     = "count"
supplier = "office"
[facts.level]
of   = ["o"]
type = "level"
"""

HIGHER = """\
format = 1
[ruleset]
id        = "cao"
label     = "Cấp trên"
use       = ["chung"]
rated     = ["all"]
otherwise = "poor"
assume    = ["whole"]
in_force  = { since = 2024-01-01, until = 2024-12-31 }
[sources.nq]
label = "Nghị quyết"
[assumptions.whole]
question   = "Cả năm?"
chosen     = "yes"
others     = ["no"]
why        = "Văn bản không nói."
decided_by = "chưa có"
[criteria.some]
value    = "done"
at_least = 1
cite     = { source = "nq", clause = "mục 1" }
[criteria.many]
value    = "done"
at_least = 10
[[rules]]
level = "good"
when  = "many"
for   = ["o"]
[[rules]]
level = "fair"
when  = "some"
for   = ["o"]
"""

LOWER = """\
format = 1
[ruleset]
id     = "thap"
extend = "cao"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("chung", DICTIONARY), ("cao", HIGHER), ("thap", LOWER)):
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def written(folder: Path, text: str, name: str = "moi") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def refused(load_it: Callable[[], object]) -> list[tuple[str, str, int | None]]:
    """Code, file and line of every problem."""
    return [(p.fault.code, Path(p.place.file).name, p.place.line) for p in problems(load_it)]


def problems(load_it: Callable[[], object]) -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidRules) as refusal:
        load_it()
    return refusal.value.problems


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith(start))


# use


def test_a_file_that_uses_another_has_its_dictionary_and_its_own_after_it(folder: Path) -> None:
    text = 'format = 1\n[ruleset]\nid = "a"\nuse = "chung"\n[kinds.q]\n[facts.more]\nof = ["q"]\ntype = "yes_no"\n'
    rules = load(written(folder, text))
    above = load(folder / "chung.toml")
    assert [kind.id for kind in rules.kinds] == ["o", "p", "q"]
    assert [fact.id for fact in rules.facts] == ["done", "level", "more"]
    assert (rules.scale, rules.groups, rules.suppliers) == (above.scale, above.groups, above.suppliers)
    assert rules.extends is None


def test_criteria_rules_and_the_head_are_not_used(folder: Path) -> None:
    rules = load(written(folder, 'format = 1\n[ruleset]\nid = "a"\nuse = "cao"\n'))
    assert rules == attrs.evolve(load(folder / "chung.toml"), id="a")


def test_what_is_used_and_idle_is_left_out(folder: Path) -> None:
    """Whoever uses a dictionary need not use every group in it; and what is dumped is loaded again."""
    rules = load(folder / "cao.toml")
    assert [group.id for group in rules.groups] == ["all"]
    assert parse(dump(rules)) == rules
    assert prepare(rules)(Evidence("s", "o", {"done": 3})).rating is not None


def test_what_is_its_own_and_idle_is_a_fault_though_it_uses_another(folder: Path) -> None:
    text = HIGHER + '[groups.own]\nkinds = ["o"]\n'
    assert refused(lambda: load(written(folder, text))) == [("XL129", "moi.toml", line_of(text, "[groups.own]"))]


def test_the_same_definition_may_come_twice(folder: Path) -> None:
    text = 'format = 1\n[ruleset]\nid = "a"\nuse = ["chung", "cao"]\n[kinds.o]\nlabel = "Đơn vị"\n'
    assert load(written(folder, text)) == attrs.evolve(load(folder / "chung.toml"), id="a")


def test_a_fact_that_counts_by_a_criterion_stays_with_it(folder: Path) -> None:
    counting = '[facts.number]\nof = ["p"]\ntype = "count"\ncounts = { of = ["o"], meet = "some" }\n'
    kinds = HIGHER.replace("[criteria.some]", '[kinds.o]\nlabel = "Đơn vị"\nparents = ["p"]\n[criteria.some]')
    own = kinds.replace('use       = ["chung"]\n', "") + DICTIONARY.partition("[kinds.p]")[2] + counting + "[kinds.p]\n"
    written(folder, own.replace('[groups.idle]\nkinds = ["p"]\n', ""), "dem")
    using = 'format = 1\n[ruleset]\nid = "a"\nuse = "dem"\n'
    assert [fact.id for fact in load(written(folder, using)).facts] == ["done", "level"]
    with_criterion = using + '[criteria.some]\nvalue = "done"\nat_least = 1\nfor = ["all"]\n'
    assert [fact.id for fact in load(written(folder, with_criterion)).facts] == ["done", "level", "number"]


def test_what_was_used_stands_in_its_own_file(folder: Path) -> None:
    source = load(folder / "thap.toml").source
    assert source is not None
    place = place_of(source, ("facts", "done", "supplier"))
    assert (Path(place.file).name, place.line) == ("chung.toml", line_of(DICTIONARY, "supplier"))


def test_a_fault_of_what_was_used_is_told_in_its_file(folder: Path) -> None:
    """A group of the dictionary is a kind here."""
    text = 'format = 1\n[ruleset]\nid = "a"\nuse = "chung"\n[kinds.all]\n'
    assert ("XL113", "chung.toml", line_of(DICTIONARY, "[groups.all]")) in refused(lambda: load(written(folder, text)))


def test_tables_that_hold_nothing_say_nothing() -> None:
    text = 'format = 1\nruleset.id = "x"\n[facts.a]\ntype = "count"\nminimum = {}\nmaximum = {}\nsupplier = {}\n'
    rules = parse(text)
    assert rules.facts == (Fact("a"),)
    assert parse(dump(rules)) == rules


# extend


def test_an_extension_is_all_of_the_higher_file_and_its_own(folder: Path) -> None:
    higher, lower = load(folder / "cao.toml"), load(folder / "thap.toml")
    assert lower == attrs.evolve(higher, id="thap", label=None)
    assert lower.extends == higher
    assert attrs.evolve(lower, extends=None) == lower


def test_an_own_item_stands_in_the_place_of_the_higher_one(folder: Path) -> None:
    text = LOWER + '[criteria.some]\nvalue = "done"\nat_least = 2\n[criteria.new]\nvalue = "done"\nat_most = 99\n'
    rules = load(written(folder, text))
    assert [criterion.id for criterion in rules.criteria] == ["some", "many", "new"]
    # The rules of the higher file now ask for the stricter one.
    assert rules.rules[1].when == rules.criteria[0]
    # Nothing cites the resolution any more.
    assert rules.sources == ()
    assert parse(dump(rules)) == rules


def test_a_rule_for_the_same_level_and_kinds_is_replaced(folder: Path) -> None:
    text = LOWER + '[[rules]]\nlevel = "fair"\nfor = "o"\nwhen = { all = ["some", "many"] }\n'
    rules, higher = load(written(folder, text)), load(folder / "cao.toml")
    assert rules.rules[0] == higher.rules[0]
    assert [rule.level for rule in rules.rules] == ["good", "fair"]
    assert rules.rules[1] != higher.rules[1]


def test_a_new_rule_comes_among_those_of_its_level(folder: Path) -> None:
    text = LOWER + '[[rules]]\nlevel = "fair"\nfor = "p"\nwhen = "some"\n'
    text += '[[rules]]\nlevel = "good"\nfor = "p"\nwhen = "many"\n'
    rules = load(written(folder, text))
    assert [(rule.level, rule.kinds) for rule in rules.rules] == [
        ("good", ("o",)),
        ("good", ("p",)),
        ("fair", ("o",)),
        ("fair", ("p",)),
    ]
    assert rules.source is not None
    places = [place_of(rules.source, ("rules", number, "level")) for number in range(4)]
    assert [Path(place.file).name for place in places] == ["cao.toml", "moi.toml", "cao.toml", "moi.toml"]
    assert [place.line for place in places[1::2]] == [10, 6]


def test_the_head_is_taken_where_nothing_is_said(folder: Path) -> None:
    text = (
        LOWER
        + 'rated = ["o"]\nassume = ["whole", "own"]\n[assumptions.own]\n'
        + ('question = "?"\nchosen = "a"\nothers = ["b"]\nwhy = "…"\ndecided_by = "…"\n')
    )
    rules = load(written(folder, text))
    assert (rules.rated, rules.otherwise, rules.assume) == (("o",), "poor", ("whole", "own"))
    assert rules.in_force == load(folder / "cao.toml").in_force


def test_faults_of_an_extension_stand_where_they_are_written(folder: Path) -> None:
    text = LOWER + 'rated = ["o", "x"]\nassume = ["none"]\n[[rules]]\nlevl = "worst"\nfor = "p"\nwhen = "sum"\n'
    assert refused(lambda: load(written(folder, text))) == [
        ("XL105", "moi.toml", 5),
        ("XL107", "moi.toml", 6),
        ("XL101", "moi.toml", 8),
        ("XL106", "moi.toml", 10),
    ]


def test_an_extension_of_an_extension(folder: Path) -> None:
    text = 'format = 1\n[ruleset]\nid = "x"\nextend = "thap"\n[criteria.many]\nvalue = "done"\nat_least = 20\n'
    rules = load(written(folder, text))
    assert rules.extends is not None
    assert rules.extends.extends == load(folder / "cao.toml")
    assert rules.source is not None
    files = [Path(place_of(rules.source, ("criteria", name)).file).name for name in ("some", "many")]
    assert files == ["cao.toml", "moi.toml"]


def test_findings_say_in_which_file_their_criterion_stands(folder: Path) -> None:
    rules = load(written(folder, LOWER + '[criteria.many]\nvalue = "done"\nat_least = 20\n'))
    evidence = Hierarchy([Evidence("s", "o", {"done": 3})])
    data = as_data(result(rules, evidence, read_period("2024"), date(2024, 12, 28)))
    assert [finding["at"] for finding in data["subjects"][0]["findings"]] == [
        {"file": "cao.toml", "line": line_of(HIGHER, "[criteria.some]")},
        {"file": "moi.toml", "line": 5},
    ]


SMALL = st.sampled_from(["", '[criteria.zzz-own]\nvalue = "zzz_own"\nat_least = 1\n[facts.zzz_own]\ntype = "count"\n'])


@given(rule_sets(), SMALL)
def test_extending_adds_and_takes_nothing_away(higher: Ruleset, own: str) -> None:
    assume(not check(higher))
    with TemporaryDirectory() as place:
        written(Path(place), dump(higher), "cao")
        rules = load(written(Path(place), 'format = 1\n[ruleset]\nid = "thap"\nextend = "cao"\n' + own))
    assert rules.extends == higher
    without = attrs.evolve(
        rules,
        criteria=rules.criteria[: len(higher.criteria)],
        facts=rules.facts[: len(higher.facts)],
        id=higher.id,
        label=higher.label,
        series=higher.series,
    )
    # What the higher file accepts of itself, it accepts for itself.
    assert without == attrs.evolve(higher, accepted=())
    assert parse(dump(rules)) == rules


@given(rule_sets())
def test_extending_a_file_with_all_it_says_changes_nothing(higher: Ruleset) -> None:
    assume(not check(higher))
    with TemporaryDirectory() as place:
        written(Path(place), dump(higher), "cao")
        again = dump(higher).replace("[ruleset]", '[ruleset]\nextend = "cao"', 1)
        rules = load(written(Path(place), again))
    assert rules == higher
    assert rules.source is not None
    assert {place_of(rules.source, ("criteria", one.id)).file for one in rules.criteria} <= {rules.source.file}


@given(rule_sets())
def test_using_a_file_takes_its_dictionary_whole(higher: Ruleset) -> None:
    assume(not check(higher))
    with TemporaryDirectory() as place:
        written(Path(place), dump(higher), "cao")
        rules = load(written(Path(place), 'format = 1\n[ruleset]\nid = "x"\nuse = "cao"\n'))
    # A fact that counts by a criterion stays with it.
    assert rules.facts == tuple(fact for fact in higher.facts if not (fact.counts and fact.counts.meet))
    assert (rules.kinds, rules.groups, rules.suppliers) == (higher.kinds, higher.groups, higher.suppliers)
    assert (rules.scale, rules.grades) == (higher.scale, higher.grades)
    assert (rules.criteria, rules.rules, rules.assumptions, rules.sources) == ((), (), (), ())


# levels

CHAIN = """\
format = 1
[ruleset]
id       = "chuoi"
use      = "chung"
levels   = "cao"
decided  = "level"
in_force = { since = 2024-01-01, until = 2024-12-31 }
[criteria.well]
share    = { of = ["o"], rated = "fair", by = "level" }
at_least = "90%"
"""


def test_levels_are_of_another_rule_set_which_stays_apart(folder: Path) -> None:
    rules = load(written(folder, CHAIN))
    assert rules.levels is not None
    assert rules.levels.rules == load(folder / "cao.toml")
    assert (rules.decided, rules.rules) == ("level", ())
    assert [criterion.id for criterion in rules.criteria] == ["well"]


def test_a_chain_is_dumped_and_loaded_the_same_where_its_levels_are(folder: Path) -> None:
    rules = load(written(folder, CHAIN))
    assert 'levels   = "cao"' in dump(rules)
    assert load(written(folder, dump(rules), "lai")) == rules


def test_levels_are_handed_down(folder: Path) -> None:
    written(folder, CHAIN, "chuoi")
    rules = load(written(folder, LOWER.replace("cao", "chuoi")))
    assert rules.levels is not None
    assert rules.levels.rules == load(folder / "cao.toml")


def test_the_digest_covers_the_rules_that_propose_levels(folder: Path) -> None:
    before = rules_digest(load(written(folder, CHAIN)))
    written(folder, HIGHER.replace("at_least = 10", "at_least = 11"), "cao")
    assert rules_digest(load(folder / "moi.toml")) != before


def test_faulty_levels_hide_no_other_fault(folder: Path) -> None:
    written(folder, HIGHER.replace("at_least = 10", "at_leas = 10"), "cao")
    text = CHAIN.replace('decided  = "level"', 'decided  = "levl"')
    assert refused(lambda: load(written(folder, text))) == [
        ("XL101", "cao.toml", line_of(HIGHER, "at_least = 10")),
        ("XL143", "moi.toml", 5),
        ("XL104", "moi.toml", 6),
    ]


# Names of files


@pytest.mark.parametrize("name", ["chung", "chung.toml", "./chung", "../{0}/chung.toml"])
def test_a_file_is_named_from_the_folder_of_the_one_that_names_it(folder: Path, name: str) -> None:
    text = f'format = 1\n[ruleset]\nid = "a"\nuse = "{name.format(folder.name)}"\n'
    assert load(written(folder, text)).kinds == load(folder / "chung.toml").kinds
    assert parse(text, str(folder / "moi.toml")).kinds


def test_a_text_by_itself_knows_what_ships() -> None:
    text = 'format = 1\n[ruleset]\nid = "a"\nuse = "{}"\n'
    assert parse(text.format("lam-dong-2024")).kinds == load("lam-dong-2024").kinds
    assert refused(lambda: parse(text.format("moi"))) == [("XL142", "<text>", 4)]


def test_a_file_beside_comes_before_one_that_ships(folder: Path) -> None:
    written(folder, DICTIONARY, "lam-dong-2024")
    rules = load(written(folder, 'format = 1\n[ruleset]\nid = "a"\nuse = "lam-dong-2024"\n'))
    assert [kind.id for kind in rules.kinds] == ["o", "p"]


def test_no_file_is_read_that_is_not_named(folder: Path) -> None:
    written(folder, "series not even TOML", "khac")
    (folder / "la.toml").write_bytes(b"\xff series")
    assert load(folder / "thap.toml").id == "thap"


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a\\u0000b", "a" * 5000, "*", "chung/", "~", "C:", "\\u202e"])
@pytest.mark.parametrize("key", ["use", "extend", "levels"])
def test_what_is_no_name_of_a_file_is_one_fault(folder: Path, key: str, name: str) -> None:
    text = f'format = 1\n[ruleset]\nid = "a"\n{key} = "{name}"\n'
    assert refused(lambda: load(written(folder, text))) == [("XL142", "moi.toml", 4)]


def test_files_in_a_circle_are_told_where_it_closes(folder: Path) -> None:
    written(folder, DICTIONARY.replace('id = "chung"', 'id = "chung"\nuse = "thap"'), "chung")
    found = problems(lambda: load(folder / "thap.toml"))
    circle = next(one for one in found if one.fault.code == "XL144")
    assert (Path(circle.place.file).name, circle.place.line) == ("chung.toml", 4)
    assert message(circle, "en").endswith("thap → cao → chung → thap")
    assert {one.fault.code for one in found} == {"XL143", "XL144"}


def test_a_faulty_file_is_told_once_however_often_it_is_named(folder: Path) -> None:
    written(folder, DICTIONARY.replace('type     = "count"', "type = 1"), "chung")
    text = HIGHER.replace('use       = ["chung"]', 'use = ["chung"]\nextend = "thap"\nlevels = "cao"')
    codes = [code for code, _, _ in refused(lambda: load(written(folder, text)))]
    assert sorted(codes) == ["XL103", "XL143", "XL143", "XL143", "XL143", "XL143"]


# Series

VERSION = """\
format = 1
[ruleset]
id       = "{id}"
series   = "nghi-dinh"
in_force = {{ {dates} }}
[kinds.o]
[facts.done]
type = "count"
[criteria.some]
value    = "done"
at_least = {least}
"""


@pytest.fixture
def series(tmp_path: Path) -> Path:
    written(tmp_path, VERSION.format(id="nd-1", dates="until = 2023-08-14", least=1), "nd-1")
    written(tmp_path, VERSION.format(id="nd-2", dates="since = 2023-08-15, until = 2025-06-30", least=2), "nd-2")
    written(tmp_path, VERSION.format(id="nd-3", dates="since = 2025-07-01", least=3), "nd-3")
    return tmp_path


@pytest.mark.parametrize(
    ("period", "version"),
    [
        ("1999", "nd-1"),
        ("2022", "nd-1"),
        ("2023-Q2", "nd-1"),
        ("2023-Q3", "nd-2"),
        ("2023", "nd-2"),
        ("2024", "nd-2"),
        ("2025-Q2", "nd-2"),
        ("2025-Q3", "nd-3"),
        ("2025", "nd-3"),
        ("9999", "nd-3"),
    ],
)
def test_the_version_is_the_one_in_force_on_the_last_day(series: Path, period: str, version: str) -> None:
    assert load(series / "nghi-dinh", period=read_period(period)).id == version


@given(st.dates(), st.lists(st.dates(date(2000, 1, 2), date(2040, 1, 1)), unique=True, max_size=3))
def test_versions_without_gaps_have_one_for_every_day(day: date, changes: list[date]) -> None:
    starts = sorted(changes)
    with TemporaryDirectory() as place:
        for number, (since, later) in enumerate(zip([None, *starts], [*starts, None], strict=True)):
            dates = [f"since = {since}"] if since else []
            dates += [f"until = {later - timedelta(days=1)}"] if later else []
            written(Path(place), VERSION.format(id=f"v{number}", dates=", ".join(dates), least=1), f"v{9 - number}")
        picked = load(Path(place) / "nghi-dinh", period=Period("", day, day))
    assert picked.id == f"v{sum(start <= day for start in starts)}"


def test_a_series_asks_for_a_period(series: Path) -> None:
    (problem,) = problems(lambda: load(series / "nghi-dinh"))
    assert problem.fault.code == "XL148"
    assert problem.values["versions_vi"] == ("nd-1 (… – 14/8/2023), nd-2 (15/8/2023 – 30/6/2025), nd-3 (01/7/2025 – …)")


def test_a_file_that_names_a_series_takes_the_version_of_the_period(series: Path) -> None:
    text = 'format = 1\n[ruleset]\nid = "a"\nextend = "nghi-dinh"\n{}\n'
    dated = written(series, text.format("in_force = { until = 2024-12-31 }"))
    assert load(dated).extends == load(series / "nd-2.toml")
    assert load(dated, period=read_period("2022")).extends == load(series / "nd-1.toml")
    undated = written(series, text.format(""))
    assert refused(lambda: load(undated)) == [("XL148", "moi.toml", 4)]
    assert load(undated, period=read_period("2025")).extends == load(series / "nd-3.toml")


def test_a_version_that_cannot_be_read_is_not_passed_over(series: Path) -> None:
    written(series, VERSION.format(id="nd-4", dates="since = 2025-01-01", least=4) + "[[[", "nd-4")
    assert refused(lambda: load(series / "nghi-dinh", period=read_period("2024"))) == [("XL001", "nd-4.toml", 12)]


def test_a_version_that_may_not_be_read_is_not_passed_over(series: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def denied(file: Path) -> bytes:
        if file.name == "nd-3.toml":
            raise PermissionError(13, "denied")
        return read(file)

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(lambda: load(series / "nghi-dinh", period=read_period("2024"))) == [("XL003", "nd-3.toml", None)]
    named = written(series, 'format = 1\n[ruleset]\nid = "a"\nextend = "nghi-dinh"\n')
    found = refused(lambda: load(named, period=read_period("2024")))
    assert found == [("XL143", "moi.toml", 4), ("XL003", "nd-3.toml", None)]


def test_what_is_no_rule_file_is_passed_over_where_a_version_is_looked_for(series: Path) -> None:
    (series / "thư mục.toml").mkdir()
    (series / ".#nd-1.toml").write_text("series = nghi-dinh, and no TOML", "utf-8")
    for name in (".#nd-2.toml", "đứt.toml"):
        try:
            (series / name).symlink_to("nobody@nowhere.1234")
        except OSError:
            pytest.skip("this system makes no links")
    assert load(series / "nghi-dinh", period=read_period("2024")).id == "nd-2"
    named = written(series, 'format = 1\n[ruleset]\nid = "a"\nextend = "nghi-dinh"\n')
    assert load(named, period=read_period("2024")).extends == load(series / "nd-2.toml")


@pytest.fixture
def shelf(series: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another shelf than the one that ships."""
    written(series, DICTIONARY, "chung")
    monkeypatch.setattr(import_module("xeploai.rules"), "__path__", [str(series)])
    return series


@pytest.mark.usefixtures("shelf")
def test_series_ship_as_rule_sets_do() -> None:
    assert shipped() == ("chung", "nd-1", "nd-2", "nd-3")
    assert shipped_series() == ("nghi-dinh",)
    rules = load("nghi-dinh", period=read_period("2024"))
    assert rules == load("nd-2")
    assert rules.source is not None
    assert rules.source.file == "nd-2.toml"
    assert parse('format = 1\n[ruleset]\nid = "a"\nextend = "nghi-dinh"', period=read_period("2024")).extends == rules


@pytest.mark.usefixtures("shelf")
def test_what_is_neither_is_told_with_both() -> None:
    (problem,) = problems(lambda: load("nghi-din"))
    assert (problem.fault.code, problem.suggestion) == ("XL005", "nghi-dinh")
    assert problem.values["known"] == "chung, nd-1, nd-2, nd-3, nghi-dinh"


# The command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return table(tmp_path / "so-lieu.csv", [{"id": "x", "kind": "o", "done": 2}])


@pytest.mark.usefixtures("shelf")
def test_the_period_picks_the_version(capsys: Printed, data: Path) -> None:
    for period, version in (("2023-Q2", "nd-1"), ("2024", "nd-2"), ("2025-Q4", "nd-3")):
        ran = run(capsys, "rate", "nghi-dinh", data, "--period", period, "--format", "json")
        assert (ran.status, ran.err) == (0, "")
        assert f'"id": "{version}"' in ran.out
        assert f'"period": "{period}"' in ran.out
        assert '"as_of": null' in ran.out
        assert run(capsys, "explain", "nghi-dinh", data, "--subject", "x", "--period", period).status == 0


@pytest.mark.usefixtures("shelf")
def test_a_series_without_a_period_ends_with_2(capsys: Printed, data: Path) -> None:
    ran = run(capsys, "rate", "nghi-dinh", data)
    assert (ran.status, ran.out) == (2, "")
    assert "nd-2 (15/8/2023 – 30/6/2025)" in ran.err


def test_a_period_without_a_version_ends_with_2_and_the_dates(capsys: Printed, series: Path, data: Path) -> None:
    (series / "nd-3.toml").unlink()
    ran = run(capsys, "rate", series / "nghi-dinh", data, "--period", "2025-Q3", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "error[XL147]: the series `nghi-dinh` has no version in force on 2025-09-30" in ran.err
    assert "nd-2 (2023-08-15 – 2025-06-30)" in ran.err


def test_a_quarter_must_end_within_the_dates(capsys: Printed, series: Path, data: Path) -> None:
    for period, status in (("2023-Q2", 2), ("2023-Q3", 0), ("2025-Q2", 0), ("2025-Q3", 2), ("2023", 0), ("2025", 2)):
        assert run(capsys, "rate", series / "nd-2.toml", data, "--period", period).status == status


@pytest.mark.usefixtures("shelf")
def test_the_list_names_the_series(capsys: Printed) -> None:
    assert "nd-2  15/8/2023 – 30/6/2025  (chuỗi `nghi-dinh`)\n" in run(capsys, "rules").out
    assert "nd-2  2023-08-15 – 2025-06-30  (series `nghi-dinh`)\n" in run(capsys, "rules", "--lang", "en").out
    assert run(capsys, "rules", "--format", "json").out.count('"series": "nghi-dinh"') == 3


BY_VERSION = [("facts",), ("clauses",), ("rules", "show")]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("command", BY_VERSION)
def test_what_is_said_of_a_series_is_of_the_version_of_the_period(capsys: Printed, command: tuple[str, ...]) -> None:
    for period, version in (("2023-Q2", "nd-1"), ("2024", "nd-2"), ("2025-Q4", "nd-3")):
        ran = run(capsys, *command, "nghi-dinh", "--period", period)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out == run(capsys, *command, version).out


@pytest.mark.parametrize("command", BY_VERSION)
def test_a_series_in_a_folder_has_versions_too(capsys: Printed, series: Path, command: tuple[str, ...]) -> None:
    ran = run(capsys, *command, series / "nghi-dinh", "--period", "2024")
    assert ran == run(capsys, *command, series / "nd-2.toml")
    assert ran.status == 0


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("command", BY_VERSION)
def test_what_names_no_version_ends_with_2(capsys: Printed, command: tuple[str, ...]) -> None:
    none = run(capsys, *command, "nghi-dinh", "--lang", "en")
    assert (none.status, none.out) == (2, "")
    assert "help: give the period, or name a version: nd-1 (… – 2023-08-14)" in none.err
    for period, said in (("24", "`24` is not a period"), ("2026", "the period `2026` is outside the dates")):
        ran = run(capsys, *command, "nd-2", "--period", period, "--lang", "en")
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", BY_VERSION)
def test_the_help_names_the_period(capsys: Printed, command: tuple[str, ...], lang: str) -> None:
    said = " ".join(run(capsys, *command, "--help", "--lang", lang).out.split())
    assert {"vi": "--period 2024 Kỳ mà", "en": "--period 2024 The period"}[lang] in said


CASE = """
[[case]]
title = "{least} of them"
[case.evidence.x]
kind = "o"
done = {least}
[case.expect]
x.some = "met"
"""


@pytest.fixture
def with_cases(series: Path) -> Path:
    """A folder of versions, each with a case."""
    for number in (1, 2, 3):
        folder = series / "cases" / f"nd-{number}"
        folder.mkdir(parents=True)
        (folder / "one.toml").write_text(CASE.format(least=number), "utf-8")
    return series


ALL_PASS = "".join(f"nd-{number}: 1 passed, 0 failed\n" for number in (1, 2, 3))


@pytest.mark.usefixtures("shelf", "with_cases")
def test_of_a_series_every_version_is_tested_once(capsys: Printed) -> None:
    assert run(capsys, "test", "nghi-dinh", "--lang", "en") == (0, ALL_PASS, "")
    again = run(capsys, "test", "nd-2", "nghi-dinh", "--lang", "en")
    assert sorted(again.out.splitlines()) == ALL_PASS.splitlines()
    assert run(capsys, "test", "nghi-dinh", "--missing").status == 2


def test_a_series_in_a_folder_is_tested_and_checked_version_by_version(capsys: Printed, with_cases: Path) -> None:
    tested = run(capsys, "test", with_cases / "nghi-dinh", "--lang", "en")
    assert tested == (0, ALL_PASS, "")
    assert run(capsys, "test", with_cases, "--lang", "en") == tested
    checked = run(capsys, "check", with_cases / "nghi-dinh", "--format", "json")
    assert [checked.out.count(f"nd-{number}.toml") > 0 for number in (1, 2, 3)] == [True, True, True]
    assert checked.err == ""


@pytest.mark.parametrize("command", ["test", "check", "fmt"])
def test_a_name_that_no_file_can_have_ends_with_2(capsys: Printed, command: str) -> None:
    ran = run(capsys, command, "x" * 300, "--lang", "en")
    assert ran.status == 2
    assert "x" * 200 in ran.err


def test_a_file_that_takes_from_others_is_shown_whole(capsys: Printed, folder: Path) -> None:
    shown = run(capsys, "rules", "show", folder / "thap.toml", "--format", "toml")
    assert parse(shown.out) == load(folder / "thap.toml")


@pytest.mark.parametrize("day", ["2024-06-30", "30/6/2024", "30/06/2024"])
def test_the_day_of_the_data(capsys: Printed, series: Path, data: Path, day: str) -> None:
    ran = run(capsys, "rate", series / "nd-2.toml", data, "--period", "2024", "--as-of", day, "--format", "json")
    assert ran.status == 0
    assert '"as_of": "2024-06-30"' in ran.out


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2024-02-30", "`2024-02-30` không phải là một ngày; viết ngày trước"),
        ("6/30/2024", "`6/30/2024` không phải là một ngày"),
        ("", "`` không phải là một ngày"),
        ("31/12/2023", "ngày của số liệu (31/12/2023) đứng trước ngày đầu kỳ `2024` (01/01/2024)"),
    ],
)
def test_what_is_no_day_of_the_data(capsys: Printed, series: Path, data: Path, day: str, said: str) -> None:
    ran = run(capsys, "rate", series / "nd-2.toml", data, "--period", "2024", "--as-of", day)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_result_is_interim_until_the_last_day() -> None:
    rules, evidence = Ruleset("x"), Hierarchy([])
    days = {date(2024, 12, 30): True, date(2024, 12, 31): False, date(2025, 1, 15): False, None: False}
    for day, interim in days.items():
        made = result(rules, evidence, read_period("2024"), date(2025, 2, 1), as_of=day)
        assert made.interim is interim


# Provenance in what is read


def test_the_engine_takes_a_file_that_stands_on_others(folder: Path) -> None:
    rating = rate(load(folder / "thap.toml"), Evidence("s", "o", {"done": 10})).rating
    assert rating is not None
    assert rating.level == "good"
