"""A sceptic meets one system after another; each is weak evidence, 3:2 one way or the other.

In a kind world a system looks steerable with chance `favourable`, in an unkind one with chance
1 - favourable. The sceptic multiplies odds by the likelihood ratio each time. By hand:

    python3 small_updates.py

Standard library only; the seed fixes every number.
"""

import json
import math
import os
import random
import statistics

DEFAULTS = {
    "favourable": 0.6,
    "prior_odds": 0.25,
    "target_odds": 9.0,
    "early": 9,
    "late": 120,
    "family": 5,
    "sceptics": 400,
    "horizon": 400,
}


def walk(rng, chance, step, start, horizon, family):
    """The log odds after each observation; `family` observations in a row share one coin."""
    odds, favourable = start, False
    for index in range(horizon):
        if index % family == 0:
            favourable = rng.random() < chance
        odds += step if favourable else -step
        yield odds


def crossing(rng, chance, params, family=1):
    """The first observation at which the target is reached, from 1; `None` if it never is."""
    step = math.log(params["favourable"] / (1 - params["favourable"]))
    start, target = math.log(params["prior_odds"]), math.log(params["target_odds"])
    path = walk(rng, chance, step, start, params["horizon"], family)
    return next((index for index, odds in enumerate(path, 1) if odds >= target), None)


def share(times, limit):
    return sum(1 for time in times if time is not None and time <= limit) / len(times)


def run(params, seed):
    rng = random.Random(seed)
    kind, unkind = params["favourable"], 1 - params["favourable"]
    count, horizon = params["sceptics"], params["horizon"]

    won = [crossing(rng, kind, params) for _ in range(count)]
    misled = [crossing(rng, unkind, params) for _ in range(count)]
    family = [crossing(rng, unkind, params, params["family"]) for _ in range(count)]
    return {
        "won_early": share(won, params["early"]),
        "won_late": share(won, params["late"]),
        "mean_wait": statistics.fmean(horizon + 1 if time is None else time for time in won),
        "misled": share(misled, horizon),
        "misled_by_family": share(family, horizon),
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
