"""Distances between two samples and tests of tables: scipy, statsmodels' definitions written out, and evidently."""
import numpy
import pandas
from evidently.legacy.calculations.stattests import (
    energy_dist_test,
    hellinger_stat_test,
    jensenshannon_stat_test,
    kl_div_stat_test,
    psi_stat_test,
    wasserstein_stat_test,
)
from evidently.legacy.core import ColumnType
from scipy import stats
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2_contingency
from scipy.stats.contingency import association

EVIDENTLY = {
    "psi": psi_stat_test,
    "kullbackLeibler": kl_div_stat_test,
    "jensenShannon": jensenshannon_stat_test,
    "hellinger": hellinger_stat_test,
}
RAW = {"wassersteinNormed": wasserstein_stat_test, "energy": energy_dist_test}


def numbers(values):
    return [float(v) for v in values]


def evidently(tests, reference, current, column):
    first, second = pandas.Series(reference), pandas.Series(current)
    return {name: float(test.func(first, second, column, 0.1)[0]) for name, test in tests.items()}


def binned(reference, current):
    p, q = numpy.asarray(reference) / numpy.sum(reference), numpy.asarray(current) / numpy.sum(current)
    half = len(reference) / 2
    ph, qh = (numpy.asarray(c) + 0.5 for c in (reference, current))
    ph, qh = ph / (numpy.sum(reference) + half), qh / (numpy.sum(current) + half)
    return {
        "kind": "binned",
        "library": "scipy",
        "input": {"reference": numbers(reference), "current": numbers(current)},
        "expected": {
            "psi": float(stats.entropy(ph, qh) + stats.entropy(qh, ph)),
            "kullbackLeibler": float(stats.entropy(ph, qh)),
            "jensenShannonNats": float(jensenshannon(p, q)),
            "jensenShannonBits": float(jensenshannon(p, q, base=2)),
            "totalVariation": float(numpy.abs(p - q).sum() / 2),
            "lInfinity": float(numpy.abs(p - q).max()),
        },
    }


def raw(rng, first, second, weighted):
    u, v = rng.uniform(0.1, 3, len(first)), rng.uniform(0.1, 3, len(second))
    weights = {"u_weights": u, "v_weights": v} if weighted else {}
    return {
        "kind": "raw-distance",
        "library": "scipy",
        "input": {
            "first": numbers(first),
            "second": numbers(second),
            "firstWeights": numbers(u) if weighted else None,
            "secondWeights": numbers(v) if weighted else None,
        },
        "expected": {
            "wasserstein": float(stats.wasserstein_distance(first, second, **weights)),
            "energy": float(stats.energy_distance(first, second, **weights)),
        },
    }


def table(rows):
    chi = chi2_contingency(rows)
    plain = chi2_contingency(rows, correction=False)
    g = chi2_contingency(rows, correction=False, lambda_="log-likelihood")
    return {
        "kind": "table",
        "library": "scipy",
        "input": {"table": [numbers(row) for row in rows]},
        "expected": {
            "chiSquare": float(chi.statistic),
            "chiSquareP": float(chi.pvalue),
            "uncorrected": float(plain.statistic),
            "uncorrectedP": float(plain.pvalue),
            "g": float(g.statistic),
            "gP": float(g.pvalue),
            "cramerV": float(association(rows, method="cramer")),
        },
    }


def numeric(reference, current):
    column = ColumnType.Numerical
    return {
        "kind": "evidently-numeric",
        "library": "evidently",
        "input": {"reference": numbers(reference), "current": numbers(current)},
        "expected": evidently({**EVIDENTLY, **RAW}, reference, current, column),
    }


def categorical(reference, current):
    keys = range(int(max(reference.max(), current.max())) + 1)
    counts = {
        "reference": [int((reference == key).sum()) for key in keys],
        "current": [int((current == key).sum()) for key in keys],
    }
    return {
        "kind": "evidently-categories",
        "library": "evidently",
        "input": counts,
        "expected": evidently(EVIDENTLY, reference, current, ColumnType.Categorical),
    }


def cases(rng):
    for bins in (2, 3, 10, 40, 200):
        yield binned(rng.integers(0, 300, bins) + 1, rng.integers(0, 200, bins))
    yield binned([10, 0, 5], [0, 7, 0])
    yield binned([7], [9])
    for n, m in ((1, 1), (1, 30), (40, 25), (500, 700)):
        for weighted in (False, True):
            yield raw(rng, rng.lognormal(0, 1, n), rng.lognormal(0.2, 1.3, m), weighted)
            yield raw(rng, rng.integers(0, 4, n).astype(float), rng.integers(0, 6, m).astype(float), weighted)
    yield raw(rng, numpy.zeros(9), numpy.ones(4), False)
    for shape in ((2, 2), (2, 2), (2, 5), (3, 2), (4, 7), (2, 60)):
        yield table(rng.integers(1, 90, shape).tolist())
    yield table([[1000000, 2000000], [1001000, 1999000]])
    for n, m in ((60, 60), (120, 90), (1000, 400)):
        # Continuous values, so that every column has more than 20 distinct ones and is binned.
        yield numeric(rng.normal(0, 1, n), rng.normal(0.3, 1.2, m))
        yield numeric(rng.lognormal(0, 1, n), rng.lognormal(0.2, 1.4, m))
        yield categorical(rng.integers(0, 6, n), rng.integers(1, 8, m))
        yield categorical(rng.poisson(0.4, n), rng.poisson(0.4, m))
