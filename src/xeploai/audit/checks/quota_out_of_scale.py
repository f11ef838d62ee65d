"""A quota that caps nobody, allows nobody, or whose higher rate is none."""

from collections.abc import Iterator
from fractions import Fraction

from xeploai.audit.audited import Audited, Check
from xeploai.diagnostic import Fault, Severity
from xeploai.exact import write_share
from xeploai.located import Path
from xeploai.wellformed.problem import Problem

FAULT = Fault(
    "XL214",
    "quota-out-of-scale",
    "tỷ lệ {rate} {vi}",
    "the rate {rate} {en}",
    "kiểm tra tỷ lệ và mẫu số (`base`) với văn bản",
    "compare the rate and its `base` with the text",
    Severity.WARNING,
)
NOBODY = {"vi": "không cho ai được mức này: nếu đúng là vậy thì ghi thành điều kiện khống chế", "en": "allows nobody"}
EVERYBODY = {"vi": "không khống chế ai: mọi người trong mẫu số đều được", "en": "caps nobody: all of its base may be"}
NO_MORE = {
    "vi": "không cao hơn tỷ lệ thường, nên không nâng được gì",
    "en": "is not above the usual one, and raises nothing",
}


def _find(audited: Audited) -> Iterator[Problem]:
    for quota in audited.rules.quotas:
        rates: list[tuple[Path, Fraction]] = [(("rate",), quota.rate)] if isinstance(quota.rate, Fraction) else []
        rates += [(("raised", "rate"), quota.raised.rate)] if quota.raised else []
        for key, rate in rates:
            path: Path = ("quotas", quota.id, *key)
            said = {"rate": write_share(rate)}
            if rate == 0:
                yield Problem(path, FAULT, said | NOBODY)
            # Of those who are merely good, all of them are half of both.
            elif rate == 1 and quota.base != "good":
                yield Problem(path, FAULT, said | EVERYBODY)
            elif key != ("rate",) and isinstance(quota.rate, Fraction) and rate <= quota.rate:
                yield Problem(path, FAULT, said | NO_MORE)


CHECK = Check(FAULT, _find)
