"""Makes fresh inputs and the values of other people's software for them. Run: python generate.py SEED > cases.json"""
import json
import os
import platform
import sys
import warnings
from importlib.metadata import version
from unittest.mock import MagicMock

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
warnings.simplefilter("ignore")
# NannyML imports at its start what only its fitted models and its usage log need; the estimates compared here call none of it.
for unused in ("flaml", "lightgbm", "category_encoders", "segment", "segment.analytics"):
    sys.modules[unused] = MagicMock(__path__=[], __spec__=None, __version__="0")

import classification
import drift
import estimation
import groups
import numpy
import proportions
import regression
import special
import traps

LIBRARIES = ("numpy", "scipy", "scikit-learn", "statsmodels", "pandas", "fairlearn", "aif360", "evidently", "nannyml")
FAMILIES = (special, proportions, classification, regression, drift, groups, estimation, traps)

seed = int(sys.argv[1])
found = []
for place, family in enumerate(FAMILIES):
    # Each family has a stream of its own, so that a change of one leaves the inputs of the others.
    found.extend(family.cases(numpy.random.default_rng([seed, place])))

versions = {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}
# NaN and infinity are no JSON: a library that gives them where a number was expected must be seen here.
json.dump({"seed": seed, "versions": versions, "cases": found}, sys.stdout, allow_nan=False)
