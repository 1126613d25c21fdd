"""Proportions, tests of them, and corrections for many tests: statsmodels and scipy."""
import numpy
from scipy.stats import chi2, fisher_exact
from statsmodels.stats.contingency_tables import StratifiedTable, mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest

STATSMODELS = "statsmodels"


def interval(kind, counts, confidence, bounds):
    return {
        "kind": kind,
        "library": STATSMODELS,
        "input": {"counts": [int(c) for c in counts], "confidence": confidence},
        "expected": {"lower": float(bounds[0]), "upper": float(bounds[1])},
    }


def single(rng):
    draws = [(0, 20), (20, 20), (0, 1), (1, 1), (1, 29)]
    draws += [(int(rng.integers(0, n + 1)), int(n)) for n in rng.integers(1, 5000, 25)]
    for k, n in draws:
        confidence = float(rng.choice([0.8, 0.9, 0.95, 0.999]))
        wilson = proportion_confint(k, n, alpha=1 - confidence, method="wilson")
        # statsmodels leaves rounding noise where Wilson's bound is exactly 0 or 1.
        yield interval("wilson", (k, n), confidence, (0 if k == 0 else wilson[0], 1 if k == n else wilson[1]))
        yield interval("clopper-pearson", (k, n), confidence, proportion_confint(k, n, alpha=1 - confidence, method="beta"))


def pairs(rng):
    sizes = rng.integers(1, 3000, (25, 2))
    draws = [(int(rng.integers(0, n + 1)), int(n), int(rng.integers(0, m + 1)), int(m)) for n, m in sizes]
    for k1, n1, k2, n2 in draws + [(0, 10, 0, 20), (10, 10, 0, 20), (0, 10, 10, 10), (5, 56, 0, 29)]:
        confidence = float(rng.choice([0.9, 0.95, 0.99]))
        bounds = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff", alpha=1 - confidence)
        yield interval("newcombe", (k1, n1, k2, n2), confidence, bounds)
        if 0 < k1 + k2 < n1 + n2:
            z, p = proportions_ztest([k1, k2], [n1, n2])
            yield {
                "kind": "pooled-z",
                "library": STATSMODELS,
                "input": {"counts": [k1, n1, k2, n2]},
                "expected": {"z": float(z), "p": float(p)},
            }


def exact(rng):
    for b, c in [(0, 1), (7, 7), (0, 40)] + rng.integers(0, 400, (20, 2)).tolist():
        if b + c > 0:
            p = min(1.0, float(mcnemar([[0, b], [c, 0]], exact=True).pvalue))
            yield {"kind": "mcnemar", "library": STATSMODELS, "input": {"counts": [b, c]}, "expected": {"p": p}}
    tables = [[0, 5, 5, 0], [3, 3, 3, 3], [10, 0, 0, 0], [0, 0, 4, 5]]
    for a, b, c, d in tables + rng.integers(0, 60, (25, 4)).tolist():
        p = float(fisher_exact([[a, b], [c, d]])[1])
        yield {"kind": "fisher", "library": "scipy", "input": {"counts": [a, b, c, d]}, "expected": {"p": p}}


def adjusted(rng):
    lists = [[0.2], [1.0, 1.0], [0.0, 0.5, 0.5, 1.0], [0.01] * 7]
    lists += [rng.beta(0.4, 1.5, n).tolist() for n in (2, 9, 40, 300)]
    for p in lists:
        yield {
            "kind": "adjusted-p",
            "library": STATSMODELS,
            "input": {"p": [float(x) for x in p]},
            "expected": {
                "holm": [float(x) for x in multipletests(p, method="holm")[1]],
                "benjaminiHochberg": [float(x) for x in multipletests(p, method="fdr_bh")[1]],
            },
        }


def stratified(rng):
    for strata in (1, 2, 5, 30):
        counts = []
        while not counts or abs(sum(a - n * (a + c) / (n + m) for a, n, c, m in counts)) <= 0.5:
            sizes = rng.integers(3, 200, (strata, 2))
            counts = [[int(rng.binomial(n, 0.4)), int(n), int(rng.binomial(m, 0.25)), int(m)] for n, m in sizes]
        table = StratifiedTable([numpy.array([[a, n - a], [c, m - c]], dtype=float) for a, n, c, m in counts])
        plain, corrected = table.test_null_odds(correction=False), table.test_null_odds(correction=True)
        yield {
            "kind": "mantel-haenszel",
            "library": STATSMODELS,
            "input": {"strata": counts},
            "expected": {
                "statistic": float(plain.statistic),
                # Its own p-value is one minus a distribution function: 0 for a statistic of 80.
                "p": float(chi2.sf(plain.statistic, 1)),
                "correctedStatistic": float(corrected.statistic),
                "correctedP": float(chi2.sf(corrected.statistic, 1)),
            },
        }


def cases(rng):
    for family in (single, pairs, exact, adjusted, stratified):
        yield from family(rng)
