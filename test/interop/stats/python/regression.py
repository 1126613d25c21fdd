"""Metrics of regression and ranking, rank tests and correlations: scikit-learn and scipy."""
import numpy
from scipy import stats
from sklearn import metrics as m


def numbers(values):
    return None if values is None else [float(v) for v in values]


def pairs(y, p, w):
    k = {"sample_weight": w}
    expected = {
        "mae": m.mean_absolute_error(y, p, **k),
        "mse": m.mean_squared_error(y, p, **k),
        "rmse": m.root_mean_squared_error(y, p, **k),
        "maxError": m.max_error(y, p),
        "pinballTenth": m.mean_pinball_loss(y, p, alpha=0.1, **k),
        "rSquared": m.r2_score(y, p, **k),
        "mape": m.mean_absolute_percentage_error(y, p, **k),
    }
    if w is None:
        expected["medianAbsoluteError"] = m.median_absolute_error(y, p)
    if min(y.min(), p.min()) >= 0:
        expected["msle"] = m.mean_squared_log_error(y, p, **k)
    return {
        "kind": "regression",
        "library": "scikit-learn",
        "input": {"truth": numbers(y), "predicted": numbers(p), "weights": numbers(w)},
        "expected": {name: float(value) for name, value in expected.items()},
    }


def ranking(rng, items, ties):
    relevance = rng.integers(0, 4, items).astype(float)
    relevance[0] = 3
    scores = rng.uniform(size=items)
    if ties:
        scores = numpy.round(scores * 4) / 4
    k = int(rng.integers(1, items + 3))
    return {
        "kind": "ranking",
        "library": "scikit-learn",
        "input": {"relevance": numbers(relevance), "scores": numbers(scores), "k": k},
        "expected": {
            "ndcg": float(m.ndcg_score([relevance], [scores], k=k)),
            "ndcgExp2": float(m.ndcg_score([2**relevance - 1], [scores], k=k)),
        },
    }


def ranks(a, b):
    tied = len(set(a) | set(b)) < len(a) + len(b)
    ks = stats.ks_2samp(a, b, method="exact")
    mw = stats.mannwhitneyu(a, b, method="exact" if not tied and len(a) * len(b) <= 400 else "asymptotic")
    return {
        "kind": "two-samples",
        "library": "scipy",
        "input": {"first": numbers(a), "second": numbers(b)},
        "expected": {"ks": float(ks.statistic), "ksP": float(ks.pvalue), "u": float(mw.statistic), "uP": float(mw.pvalue)},
    }


def correlation(x, y):
    return {
        "kind": "correlation",
        "library": "scipy",
        "input": {"first": numbers(x), "second": numbers(y)},
        "expected": {"spearman": float(stats.spearmanr(x, y).statistic), "kendall": float(stats.kendalltau(x, y).statistic)},
    }


def means(rng, n, m_rows, confidence):
    a, b = rng.normal(1, 1, n), rng.normal(0.7, rng.uniform(0.1, 4), m_rows)
    one = stats.ttest_1samp(a, 0).confidence_interval(confidence)
    welch = stats.ttest_ind(a, b, equal_var=False).confidence_interval(confidence)
    return {
        "kind": "means",
        "library": "scipy",
        "input": {"first": numbers(a), "second": numbers(b), "confidence": confidence},
        "expected": {"mean": [float(one.low), float(one.high)], "welch": [float(welch.low), float(welch.high)]},
    }


def cases(rng):
    for n in (2, 9, 80, 1000):
        for scale in (1, 1e6):
            y = rng.gamma(2, 3, n) * scale
            p = numpy.abs(y + rng.normal(0, 1, n))
            for w in (None, rng.uniform(0.1, 3, n)):
                yield pairs(y, p, w)
                yield pairs(y - 3 * scale, p, w)
    for items in (2, 3, 7, 40):
        for ties in (False, True):
            yield ranking(rng, items, ties)
    for n, m_rows in ((1, 1), (1, 30), (12, 9), (60, 80), (300, 200)):
        yield ranks(rng.normal(0, 1, n), rng.normal(0.3, 1, m_rows))
        # Ties, also a constant column on one side.
        yield ranks(rng.poisson(1, n).astype(float), rng.poisson(1.3, m_rows).astype(float))
        if n > 1:
            yield means(rng, n, m_rows, float(rng.choice([0.8, 0.9, 0.99])))
    yield ranks(numpy.zeros(20), rng.integers(0, 2, 15).astype(float))
    for n in (3, 40, 500):
        x = rng.normal(size=n)
        yield correlation(x, x + rng.normal(size=n))
        yield correlation(numpy.r_[rng.poisson(1, n), 0, 5], numpy.r_[rng.poisson(2, n), 9, 1])
