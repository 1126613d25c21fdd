"""Drift of all columns by evidently's default rules. Run: python … REFERENCE.parquet CURRENT.parquet"""
import json
import resource
import sys
import time
import warnings

warnings.simplefilter("ignore")

import pandas
from evidently import Report
from evidently.presets import DataDriftPreset

start = time.perf_counter()
reference, current = (pandas.read_parquet(path) for path in sys.argv[1:3])
read = time.perf_counter() - start
start = time.perf_counter()
found = Report([DataDriftPreset()]).run(current, reference)
drifted = found.dict()["metrics"]
work = time.perf_counter() - start
if not drifted:
    raise SystemExit("nothing was measured")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
json.dump({"read": 1000 * read, "work": 1000 * work, "peakMb": peak}, sys.stdout)
