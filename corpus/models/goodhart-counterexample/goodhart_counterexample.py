"""An error that is unbiased and light-tailed for every value, and selection still fails.

V is standard normal. Where |V| <= 1 the error X is normal with mean 0 and standard deviation
`sd`; elsewhere there is no error at all. The script integrates E[V | V + X > t]. By hand:

    python3 goodhart_counterexample.py

Nothing is drawn at random. Standard library only.
"""

import json
import math
import os

DEFAULTS = {"thresholds": [2, 4, 8, 16, 32], "edge": 1.0, "sd": 2.0, "panels": 20000, "scan": 60}


def survival(x):
    """P(Z > x) for a standard normal Z. Far from underflow while x < 37."""
    return 0.5 * math.erfc(x / math.sqrt(2.0))


def density(x):
    return math.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def parts(threshold, edge, sd, panels):
    """The masses of V + X > threshold within and beyond the edge, each with its integral of v.

    Within: Simpson's rule on the noisy strip. Beyond, X is 0, so the condition is V > threshold
    and both integrals have closed forms (the threshold lies above the edge).
    """
    width = 2.0 * edge / panels
    mass = first = 0.0
    for index in range(panels + 1):
        v = -edge + index * width
        weight = 1 if index in (0, panels) else (4 if index % 2 else 2)
        term = weight * density(v) * survival((threshold - v) / sd)
        mass += term
        first += v * term
    scale = width / 3.0
    return mass * scale, first * scale, survival(threshold), density(threshold)


def conditional_mean(threshold, params):
    noisy, noisy_first, exact, exact_first = parts(
        threshold, params["edge"], params["sd"], params["panels"]
    )
    return (noisy_first + exact_first) / (noisy + exact)


def run(params):
    metrics = {
        "mean": {f"t{t}": conditional_mean(t, params) for t in params["thresholds"]},
    }
    # The largest mean over a fine row of thresholds, from just above the edge upward.
    coarse = dict(params, panels=400)
    row = [params["edge"] + 0.5 * step for step in range(1, params["scan"] + 1)]
    metrics["largest_mean"] = max(conditional_mean(t, coarse) for t in row)
    low, high = params["thresholds"][1], params["thresholds"][2]
    for t in (low, high):
        noisy, _, exact, _ = parts(t, params["edge"], params["sd"], params["panels"])
        metrics.setdefault("share_from_noise", {})[f"t{t}"] = noisy / (noisy + exact)
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
