"""Rates of groups by fairlearn, for two sensitive columns, and their largest differences. Run: python … FILE.parquet"""
import json
import resource
import sys
import time

import pandas
from fairlearn.metrics import MetricFrame, false_positive_rate, selection_rate, true_positive_rate

RATES = {"selection-rate": selection_rate, "tpr": true_positive_rate, "fpr": false_positive_rate}

start = time.perf_counter()
rows = pandas.read_parquet(sys.argv[1])
read = time.perf_counter() - start
start = time.perf_counter()
if not rows["id"].is_unique:
    raise SystemExit("ids occur twice")
for column in ("race", "sex"):
    frame = MetricFrame(
        metrics=RATES, y_true=rows["label"], y_pred=rows["prediction"], sensitive_features=rows[column]
    )
    frame.difference()
work = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump({"read": 1000 * read, "work": 1000 * work, "peakMb": peak}, sys.stdout)
