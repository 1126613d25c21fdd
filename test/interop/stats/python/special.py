"""Special functions and distributions: scipy."""
import numpy
from scipy import special, stats


def value(function, args, expected):
    return {
        "kind": "special",
        "library": "scipy",
        "input": {"function": function, "args": [float(a) for a in args]},
        "expected": {function: float(expected)},
    }


def cases(rng):
    for x in [-37, -8, 0, 1e-300, 3] + rng.uniform(-8, 8, 20).tolist():
        yield value("normalCdf", [x], special.ndtr(x))
    for p in [1e-300, 1e-12, 0.5, 0.999999] + rng.uniform(0, 1, 20).tolist():
        yield value("normalQuantile", [p], special.ndtri(p))
    for x in 10 ** rng.uniform(0.5, 8, 20):
        yield value("logGamma", [x], special.gammaln(x))
    for a, z in zip(10 ** rng.uniform(-1, 5, 30), rng.uniform(-3, 6, 30)):
        x = max(a * 1e-3, a + z * numpy.sqrt(a))
        yield value("regularizedGammaP", [a, x], special.gammainc(a, x))
        yield value("regularizedGammaQ", [a, x], special.gammaincc(a, x))
    for a, b in 10 ** rng.uniform(-0.5, 4, (30, 2)):
        x = rng.beta(a, b)
        # At the ends the shortest distance of x to 1 has too few digits for either library.
        if 1e-6 < x < 1 - 1e-6:
            yield value("regularizedBeta", [x, a, b], special.betainc(a, b, x))
        p = rng.uniform(0.001, 0.999)
        yield value("betaQuantile", [p, a, b], special.betaincinv(a, b, p))
    for df in (1, 2, 9, 99, 4000):
        yield value("chiSquareSf", [df * 1.3, df], stats.chi2.sf(df * 1.3, df))
        yield value("chiSquareCritical", [0.01, df], stats.chi2.isf(0.01, df))
        t = rng.normal(0, 2)
        yield value("studentCdf", [t, df], stats.t.cdf(t, df))
        yield value("studentQuantile", [0.025, df], stats.t.ppf(0.025, df))
    for x in rng.uniform(0.3, 3, 15):
        yield value("kolmogorovSf", [x], special.kolmogorov(x))
    for n, p in ((8, 0.5), (50, 0.02), (100000, 0.3), (1000000, 0.001)):
        k = int(rng.binomial(n, p))
        yield value("binomialLower", [k, n, p], stats.binom.cdf(k, n, p))
        yield value("binomialUpper", [k, n, p], stats.binom.sf(k - 1, n, p))
