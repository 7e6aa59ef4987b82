"""What is the true value worth, once its noisy estimate is known to be high?

The value V is standard normal, the error X independent of it. The script integrates
E[V | V + X > t] for a normal X and for a Student X. By hand:

    python3 regressional_goodhart.py

Nothing is drawn at random. Standard library only.
"""

import json
import math
import os

DEFAULTS = {"thresholds": [1, 2, 4, 8, 16], "half_width": 20.0, "step": 0.001}


def normal_survival(x):
    """P(X > x) for a standard normal X; erfc keeps its digits far into the tail."""
    return 0.5 * math.erfc(x / math.sqrt(2.0))


def student3_survival(x):
    """P(X > x) for Student's t with 3 degrees of freedom, in closed form."""
    if x <= 0.0:
        return 1.0 - student3_survival(-x) if x < 0.0 else 0.5
    y = math.sqrt(3.0) / x
    return (math.atan(y) - y / (1.0 + y * y)) / math.pi


def conditional_mean(survival, threshold, half_width, step):
    """E[V | V + X > threshold], by the trapezium rule over -half_width ... half_width.

    The normal density's constant cancels in the quotient and is left out.
    """
    above = weight = 0.0
    count = round(2 * half_width / step)
    for index in range(count + 1):
        v = -half_width + index * step
        mass = math.exp(-0.5 * v * v) * survival(threshold - v)
        above += v * mass
        weight += mass
    return above / weight


def run(params):
    metrics = {}
    for name, survival in (("normal", normal_survival), ("student", student3_survival)):
        metrics[name] = {
            f"t{t}": conditional_mean(survival, t, params["half_width"], params["step"])
            for t in params["thresholds"]
        }
    low, high = params["thresholds"][-2:]
    metrics["normal"]["last_rise"] = metrics["normal"][f"t{high}"] - metrics["normal"][f"t{low}"]
    metrics["student"]["last_rise"] = metrics["student"][f"t{high}"] - metrics["student"][f"t{low}"]
    return metrics


def main():
    params = dict(DEFAULTS)
    path = os.environ.get("DICTUM_PARAMS")
    if path:
        with open(path, encoding="utf-8") as file:
            params.update(json.load(file))
    text = json.dumps(run(params), indent=2, sort_keys=True)
    print(text)
    folder = os.environ.get("DICTUM_OUT")
    if folder:
        with open(os.path.join(folder, "metrics.json"), "w", encoding="utf-8") as file:
            file.write(text + "\n")


if __name__ == "__main__":
    main()
