"""Fairness of groups: fairlearn and AIF360. Some groups have four rows."""
import logging

logging.disable(logging.WARNING)

import numpy
import pandas
from aif360.datasets import BinaryLabelDataset
from aif360.metrics import BinaryLabelDatasetMetric, ClassificationMetric
from fairlearn import metrics as f
from sklearn.metrics import accuracy_score, precision_score

RATES = {
    "selection-rate": f.selection_rate,
    "tpr": f.true_positive_rate,
    "fpr": f.false_positive_rate,
    "fnr": f.false_negative_rate,
    "tnr": f.true_negative_rate,
    "accuracy": accuracy_score,
    "ppv": precision_score,
}


def rows_of(y, p, g, w):
    return {
        "labels": [float(v) for v in y],
        "predicted": [float(v) for v in p],
        "groups": [str(v) for v in g],
        "weights": None if w is None else [float(v) for v in w],
    }


def fairlearn_case(y, p, g, w, without=()):
    rates = {name: rate for name, rate in RATES.items() if name not in without}
    params = None if w is None else {rate: {"sample_weight": w} for rate in rates}
    frame = f.MetricFrame(metrics=rates, y_true=y, y_pred=p, sensitive_features=g, sample_params=params)
    k = {"sensitive_features": g, "sample_weight": w}
    expected = {}
    for method, name in (("between_groups", "between"), ("to_overall", "overall")):
        expected[f"difference {name}"] = [float(frame.difference(method=method)[rate]) for rate in rates]
        expected[f"ratio {name}"] = [float(frame.ratio(method=method)[rate]) for rate in rates]
        for agg in ("worst_case", "mean"):
            odds = {"method": method, "agg": agg, **k}
            expected[f"equalized odds difference {name} {agg}"] = float(f.equalized_odds_difference(y, p, **odds))
            expected[f"equalized odds ratio {name} {agg}"] = float(f.equalized_odds_ratio(y, p, **odds))
    names = sorted(set(map(str, g)))
    expected["rates"] = [float(frame.by_group.loc[group, rate]) for group in names for rate in rates]
    data = {**rows_of(y, p, g, w), "rates": list(rates)}
    return {"kind": "groups", "library": "fairlearn", "input": data, "expected": expected}


def dataset(y, g, w):
    return BinaryLabelDataset(
        df=pandas.DataFrame({"group": g, "label": y, "weight": w}),
        label_names=["label"],
        protected_attribute_names=["group"],
        instance_weights_name="weight",
        favorable_label=1,
        unfavorable_label=0,
    )


def aif360_case(y, p, g, w):
    pair = {"unprivileged_groups": [{"group": 0}], "privileged_groups": [{"group": 1}]}
    predicted = dataset(p, g, w)
    metric = ClassificationMetric(dataset(y, g, w), predicted, **pair)
    expected = {
        "statistical-parity-difference": metric.statistical_parity_difference(),
        "disparate-impact": metric.disparate_impact(),
        "equal-opportunity-difference": metric.equal_opportunity_difference(),
        "false-positive-rate-difference": metric.false_positive_rate_difference(),
        "false-positive-rate-ratio": metric.false_positive_rate_ratio(),
        "false-negative-rate-difference": metric.false_negative_rate_difference(),
        "false-discovery-rate-difference": metric.false_discovery_rate_difference(),
        "false-omission-rate-difference": metric.false_omission_rate_difference(),
        "error-rate-difference": metric.error_rate_difference(),
        "error-rate-ratio": metric.error_rate_ratio(),
        "average odds": metric.average_odds_difference(),
        "average absolute odds": metric.average_abs_odds_difference(),
        "differential fairness": BinaryLabelDatasetMetric(predicted).smoothed_empirical_differential_fairness(1),
    }
    if numpy.ptp(w) == 0:
        # AIF360 leaves the weights out of its inequality indices.
        expected |= {
            "entropy": metric.generalized_entropy_index(alpha=2),
            "theil": metric.theil_index(),
            "variation": metric.coefficient_of_variation(),
        }
    return {
        "kind": "pair-of-groups",
        "library": "AIF360",
        "input": rows_of(y, p, g, w),
        "expected": {name: float(value) for name, value in expected.items()},
    }


def sample(rng, n, groups):
    """Every group holds every combination of label and prediction, so that both libraries define every rate."""
    g = numpy.concatenate([numpy.repeat(numpy.arange(groups), 4), rng.integers(0, groups, n)])
    y = numpy.concatenate([numpy.tile([0, 0, 1, 1], groups), (rng.uniform(size=n) < 0.4).astype(int)])
    free = (rng.uniform(size=n) < 0.2 + 0.4 * y[4 * groups :] + 0.03 * g[4 * groups :]).astype(int)
    return g, y, numpy.concatenate([numpy.tile([0, 1, 0, 1], groups), free])


def cases(rng):
    for n, groups in ((0, 2), (30, 2), (300, 2), (60, 7), (2000, 12)):
        g, y, p = sample(rng, n, groups)
        weights = rng.uniform(0.1, 3, len(g))
        yield fairlearn_case(y, p, g.astype(str), None)
        yield fairlearn_case(y, p, g.astype(str), weights)
        yield aif360_case(y, p, g, numpy.ones(len(g)))
        yield aif360_case(y, p, g, weights)
    # Nobody of one group is selected: every rate but the precision is still defined, and the ratios are 0.
    g, y, p = sample(rng, 50, 3)
    yield fairlearn_case(y, numpy.where(g == 0, 0, 1), g.astype(str), None, without=("ppv",))
