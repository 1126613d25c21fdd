"""Where a library gives a number that we do not (stats.md §11): what it gives, so that a change of theirs is seen."""
import warnings

import numpy
import pandas
from aif360.metrics import ClassificationMetric
from evidently.legacy.calculations.stattests import chi_stat_test
from evidently.legacy.core import ColumnType
from fairlearn.metrics import MetricFrame, false_negative_rate, true_positive_rate
from nannyml.performance_estimation.confidence_based import metrics as nannyml
from scipy import stats
from sklearn import metrics as m
from statsmodels.stats.contingency_tables import StratifiedTable

from groups import dataset


def trap(name, library, **values):
    return {"kind": "trap", "library": library, "input": {"name": name}, "expected": {k: float(v) for k, v in values.items()}}


def evidently_chi(reference, current):
    first, second = (pandas.Series(numpy.repeat(numpy.arange(6), counts)) for counts in (reference, current))
    return chi_stat_test.func(first, second, ColumnType.Categorical, 0.05)[0]


def cases(_):
    warnings.simplefilter("ignore")
    frame = MetricFrame(
        metrics={"tpr": true_positive_rate, "fnr": false_negative_rate},
        y_true=[0, 0, 1, 1],
        y_pred=[0, 1, 1, 0],
        sensitive_features=["a", "a", "b", "b"],
    )
    yield trap("fairlearn, no positives", "fairlearn", tpr=frame.by_group.tpr["a"], fnr=frame.by_group.fnr["a"])
    y, p, g = [0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 1, 1]
    metric = ClassificationMetric(
        dataset(y, g, [1] * 4), dataset(p, g, [1] * 4), unprivileged_groups=[{"group": 0}], privileged_groups=[{"group": 1}]
    )
    yield trap("AIF360, none selected", "AIF360", ppv=metric.positive_predictive_value(privileged=False))
    goodness = evidently_chi([16, 18, 16, 14, 12, 12], [16, 16, 16, 16, 16, 8])
    yield trap("evidently, fit to the reference", "evidently", p=goodness)
    tied = numpy.array([0.5, 0.5, 0.5, 0.5])
    yield trap("NannyML, tied scores", "NannyML", auc=nannyml.estimate_roc_auc(numpy.array([0.9, 0.1, 0.9, 0.1]), tied))
    yield trap("scikit-learn, zero target", "scikit-learn", mape=m.mean_absolute_percentage_error([0, 1], [1, 1]))
    yield trap("scikit-learn, constant target", "scikit-learn", right=m.r2_score([2, 2], [2, 2]), wrong=m.r2_score([2, 2], [1, 2]))
    yield trap("scikit-learn, no relevant item", "scikit-learn", ndcg=m.ndcg_score([[0, 0]], [[1, 2]]))
    yield trap("scikit-learn, constant prediction", "scikit-learn", matthews=m.matthews_corrcoef([0, 1, 1], [1, 1, 1]))
    yield trap("scikit-learn, no positives", "scikit-learn", averagePrecision=m.average_precision_score([0, 0], [0.1, 0.2]))
    first, second = numpy.arange(10001) * 10.0, numpy.arange(9) * 10000.0 + 20005
    auto, exact = stats.ks_2samp(first, second), stats.ks_2samp(first, second, method="exact")
    yield trap("scipy, more than 10000 rows", "scipy", distance=exact.statistic, auto=auto.pvalue, exact=exact.pvalue)
    table = StratifiedTable([numpy.array([[10, 10], [10, 10]], dtype=float)])
    yield trap("statsmodels, correction past zero", "statsmodels", statistic=table.test_null_odds(correction=True).statistic)
