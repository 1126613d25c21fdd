"""Calibration, the domain classifier and resampling: scikit-learn and scipy; estimates without labels: NannyML."""
import numpy
from nannyml.performance_estimation.confidence_based import metrics as nannyml
from scipy import stats
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def isotonic(rng, n, digits, weighted):
    scores = rng.uniform(0, 1, n).round(digits)
    labels = (rng.uniform(0, 1, n) < scores**2).astype(int)
    weights = rng.uniform(0.2, 3, n) if weighted else None
    model = IsotonicRegression(out_of_bounds="clip", y_min=0, y_max=1).fit(scores, labels, weights)
    queries = numpy.unique(numpy.concatenate([scores, rng.uniform(0, 1, 20)]))
    return {
        "kind": "isotonic",
        "library": "scikit-learn",
        "input": {
            "scores": scores.tolist(),
            "labels": labels.tolist(),
            "weights": None if weights is None else weights.tolist(),
            "queries": queries.tolist(),
        },
        "expected": {"calibrated": model.predict(queries).tolist()},
    }


def logistic(rng, n, shift):
    sides = (rng.uniform(0, 1, n) < 0.4).astype(int)
    first, second = rng.normal(3, 2, n) + shift * sides, rng.lognormal(0, 1, n)
    codes = numpy.where(rng.uniform(0, 1, n) < 0.3 * sides, 2, rng.integers(0, 3, n))
    numbers = StandardScaler().fit_transform(numpy.column_stack([first, second]))
    hot = OneHotEncoder(sparse_output=False).fit_transform(codes.reshape(-1, 1))
    model = LogisticRegression(C=1, tol=1e-12, max_iter=10000, solver="newton-cholesky")
    model.fit(numpy.column_stack([numbers, hot]), sides)
    return {
        "kind": "logistic",
        "library": "scikit-learn",
        "input": {"first": first.tolist(), "second": second.tolist(), "codes": codes.tolist(), "sides": sides.tolist()},
        "expected": {"coefficients": [float(model.intercept_[0]), *model.coef_[0].tolist()]},
    }


def estimates(rng, n):
    scores = rng.permutation(numpy.sort(rng.uniform(0.01, 0.99, n)))
    probabilities = scores**1.5
    predicted = (scores >= 0.5).astype(int)
    return {
        "kind": "estimate",
        "library": "NannyML",
        "input": {"scores": scores.tolist(), "probabilities": probabilities.tolist(), "predicted": predicted.tolist()},
        "expected": {
            "auc": float(nannyml.estimate_roc_auc(probabilities, scores)),
            "f1": float(nannyml.estimate_f1(predicted, probabilities)),
            "precision": float(nannyml.estimate_precision(predicted, probabilities)),
            "recall": float(nannyml.estimate_recall(predicted, probabilities)),
            "specificity": float(nannyml.estimate_specificity(predicted, probabilities)),
            "accuracy": float(nannyml.estimate_accuracy(predicted, probabilities)),
        },
    }


def bca(rng, n, confidence):
    values = rng.lognormal(0, 1, n)
    result = stats.bootstrap((values,), numpy.mean, n_resamples=499, confidence_level=confidence, method="BCa", rng=rng)
    return {
        "kind": "bca",
        "library": "scipy",
        "input": {
            "estimate": float(values.mean()),
            "leftOut": [float(numpy.delete(values, i).mean()) for i in range(n)],
            "replicates": numpy.sort(result.bootstrap_distribution).tolist(),
            "confidence": confidence,
        },
        "expected": {"interval": [float(result.confidence_interval.low), float(result.confidence_interval.high)]},
    }


def cases(rng):
    for n, digits in ((1, 2), (5, 0), (40, 1), (300, 3)):
        for weighted in (False, True):
            yield isotonic(rng, n, digits, weighted)
    for n, shift in ((150, 0.5), (400, 0), (200, 20)):
        yield logistic(rng, n, shift)
    for n in (12, 60, 400):
        yield estimates(rng, n)
    for n in (20, 60):
        for confidence in (0.8, 0.95):
            yield bca(rng, n, confidence)
