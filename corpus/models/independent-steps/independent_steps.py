"""Serial subtasks, each done by the fastest of Q known approaches.

An approach takes at least 1 unit of time, and longer than t with chance t ** -alpha. By hand:

    python3 independent_steps.py

Standard library only; the seed fixes every number.
"""

import json
import math
import os
import random
import statistics

DEFAULTS = {
    "alpha": 0.25,
    "Q": [2, 3, 5, 8, 16, 32],
    "n_log2": [6, 13],
    "replicates": 40,
    "N": 20000,
}


def approach(alpha, rng):
    """The time of one approach: 1 - random() lies in (0, 1], so the time is at least 1."""
    return (1.0 - rng.random()) ** (-1.0 / alpha)


def tail_exponent(alpha, q, samples, rng):
    """The maximum-likelihood tail exponent of the fastest of q approaches.

    Nothing is assumed about the minimum here: q approaches are drawn and the fastest is kept.
    """
    log_sum = 0.0
    for _ in range(samples):
        log_sum += math.log(min(approach(alpha, rng) for _ in range(q)))
    return samples / log_sum


def time_per_step(alpha, q, steps, replicates, rng):
    """The median, over replicates, of the time a step takes in a task of so many steps.

    Each step is drawn from a power law of exponent alpha * q: the identity that
    `tail_exponent` measures. The median is kept because the mean need not exist.
    """
    power = -1.0 / (alpha * q)
    draw = rng.random
    return statistics.median(
        sum((1.0 - draw()) ** power for _ in range(steps)) / steps for _ in range(replicates)
    )


def run(params, seed):
    rng = random.Random(seed)
    alpha, qs = params["alpha"], params["Q"]
    short, long = (2**power for power in params["n_log2"])

    few = [q for q in qs if q <= 8]
    tails = {q: tail_exponent(alpha, q, params["N"], rng) for q in few}
    # Least squares through the origin: exponent = slope * q. The exponent is 1 where q = 1 / slope.
    slope = sum(q * tail for q, tail in tails.items()) / sum(q * q for q in few)

    median_short = {q: time_per_step(alpha, q, short, params["replicates"], rng) for q in qs}
    median_long = {q: time_per_step(alpha, q, long, params["replicates"], rng) for q in qs}
    growth = {
        q: math.log(median_long[q] / median_short[q]) / math.log(long / short) for q in qs
    }
    return {
        "q_star": 1.0 / slope,
        "tail_exponent": {f"Q{q}": tails[q] for q in few},
        "growth_exponent": {f"Q{q}": growth[q] for q in qs},
        "median_time_per_step": {f"Q{q}": median_long[q] for q in qs},
        "gain": {
            f"Q{a}_to_Q{b}": median_long[a] / median_long[b]
            for a, b in zip(qs, qs[1:])
            if b == 2 * a
        },
    }


def main():
    params = dict(DEFAULTS)
    path = os.environ.get("DICTUM_PARAMS")
    if path:
        with open(path, encoding="utf-8") as file:
            params.update(json.load(file))
    metrics = run(params, int(os.environ.get("DICTUM_SEED", "1")))
    text = json.dumps(metrics, indent=2, sort_keys=True)
    print(text)
    folder = os.environ.get("DICTUM_OUT")
    if folder:
        with open(os.path.join(folder, "metrics.json"), "w", encoding="utf-8") as file:
            file.write(text + "\n")


if __name__ == "__main__":
    main()
