"""Metrics of classes and scores: scikit-learn; the calibration line: statsmodels."""
import numpy
import statsmodels.api as sm
from sklearn import metrics as m

LIBRARY = "scikit-learn"


def numbers(values):
    return None if values is None else [float(v) for v in values]


def case(kind, data, expected, library=LIBRARY):
    return {
        "kind": kind,
        "library": library,
        "input": data,
        "expected": {k: [float(x) for x in v] if isinstance(v, list) else float(v) for k, v in expected.items()},
    }


def binary(y, p, w):
    k = {"sample_weight": w}
    recall, specificity = m.recall_score(y, p, **k), m.recall_score(y, p, pos_label=0, **k)
    return case(
        "confusion",
        {"labels": numbers(y), "predicted": numbers(p), "weights": numbers(w)},
        {
            "accuracy": m.accuracy_score(y, p, **k),
            "error": m.zero_one_loss(y, p, **k),
            "precision": m.precision_score(y, p, **k),
            "recall": recall,
            "specificity": specificity,
            "npv": m.precision_score(y, p, pos_label=0, **k),
            "fpr": 1 - specificity,
            "fnr": 1 - recall,
            "f1": m.f1_score(y, p, **k),
            "f2": m.fbeta_score(y, p, beta=2, **k),
            "balancedAccuracy": m.balanced_accuracy_score(y, p, **k),
            "matthews": m.matthews_corrcoef(y, p, **k),
        },
    )


def scored(y, s, w):
    k = {"sample_weight": w}
    return case(
        "scores",
        {"labels": numbers(y), "scores": numbers(s), "weights": numbers(w)},
        {
            "auc": m.roc_auc_score(y, s, **k),
            "averagePrecision": m.average_precision_score(y, s, **k),
            "logLoss": m.log_loss(y, s, **k),
            "brier": m.brier_score_loss(y, s, **k),
        },
    )


def classes(y, p, size, w):
    k = {"sample_weight": w}
    return case(
        "classes",
        {"labels": numbers(y), "predicted": numbers(p), "classes": size, "weights": numbers(w)},
        {
            "accuracy": m.accuracy_score(y, p, **k),
            "balancedAccuracy": m.balanced_accuracy_score(y, p, **k),
            "macroF1": m.f1_score(y, p, average="macro", **k),
            "microF1": m.f1_score(y, p, average="micro", **k),
            "weightedF1": m.f1_score(y, p, average="weighted", **k),
            "matthews": m.matthews_corrcoef(y, p, **k),
            "kappa": m.cohen_kappa_score(y, p, labels=range(size), **k),
            "linearKappa": m.cohen_kappa_score(y, p, labels=range(size), weights="linear", **k),
            "quadraticKappa": m.cohen_kappa_score(y, p, labels=range(size), weights="quadratic", **k),
        },
    )


def class_scores(y, s):
    size = s.shape[1]
    return case(
        "class-scores",
        {"labels": numbers(y), "classes": size, "scores": numbers(s.ravel())},
        {
            "aucOneVsRest": m.roc_auc_score(y, s, multi_class="ovr", average="macro"),
            "aucOneVsOne": m.roc_auc_score(y, s, multi_class="ovo", average="macro"),
            "logLoss": m.log_loss(y, s),
            "brier": m.brier_score_loss(y, s, scale_by_half=False),
            "topTwo": m.top_k_accuracy_score(y, s, k=2),
        },
    )


def delong(y, scores):
    """The covariance by its definition, the O(mn) table of comparisons; ours is computed from midranks."""
    positive, negative = numpy.flatnonzero(y == 1), numpy.flatnonzero(y == 0)
    v10, v01 = [], []
    for s in scores:
        x, z = s[positive][:, None], s[negative][None, :]
        wins = (x > z) + 0.5 * (x == z)
        v10.append(wins.mean(axis=1))
        v01.append(wins.mean(axis=0))
    covariance = numpy.cov(v10, ddof=1) / len(positive) + numpy.cov(v01, ddof=1) / len(negative)
    return case(
        "delong",
        {"labels": numbers(y), "scores": [numbers(s) for s in scores]},
        {"areas": [m.roc_auc_score(y, s) for s in scores], "covariance": covariance.ravel().tolist()},
        "numpy",
    )


def calibration(rng, n):
    p = rng.uniform(0.02, 0.98, n)
    logit = numpy.log(p / (1 - p))
    y = (rng.uniform(size=n) < 1 / (1 + numpy.exp(-rng.normal() - rng.uniform(0.3, 2) * logit))).astype(int)
    fit = sm.GLM(y, sm.add_constant(logit), family=sm.families.Binomial()).fit(tol=1e-14)
    bounds = fit.conf_int(alpha=0.05)
    return case(
        "calibration-line",
        {"labels": numbers(y), "scores": numbers(p)},
        {"line": fit.params.tolist(), "intervals": bounds.ravel().tolist()},
        "statsmodels",
    )


def cases(rng):
    for n in (10, 60, 400, 2000):
        y = (rng.uniform(size=n) < rng.uniform(0.1, 0.9)).astype(int)
        y[:4] = (0, 1, 0, 1)
        p = (rng.uniform(size=n) < 0.2 + 0.5 * y).astype(int)
        p[4:6] = (0, 1)
        s = numpy.clip(rng.normal(0.4 + 0.2 * y, 0.2), 0, 1)
        for w in (None, rng.uniform(0.1, 3, n)):
            yield binary(y, p, w)
            for digits in (17, 1, 0):
                yield scored(y, s.round(digits), w)
        yield delong(y, [s, (s + rng.normal(0, 0.1, n)).round(2), numpy.full(n, 0.5)])
        if n > 60:
            yield calibration(rng, n)
        size = int(rng.integers(3, 7))
        y = rng.integers(0, size, n)
        y[:size] = range(size)
        p = numpy.where(rng.uniform(size=n) < 0.5, y, rng.integers(0, size - 1, n))
        for w in (None, rng.uniform(0.1, 3, n)):
            yield classes(y, p, size, w)
        s = rng.dirichlet(numpy.full(size, 1.2), size=n)
        whole = numpy.floor(s * 16)
        whole[:, 0] += 16 - whole.sum(axis=1)
        yield class_scores(y, s)
        yield class_scores(y, whole / 16)
