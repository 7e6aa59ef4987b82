"""How likely is a long project to be finished by a mind that may lose the thread at any step?

    python3 long_horizon.py --steps 10000 --chance 0.0001 --recovery 0.99 --target 0.9

Prints its numbers and knows of nothing else. Standard library only.
"""

import argparse
import math


def finishing(steps, chance):
    """(1 - chance) ** steps, kept exact for small chances."""
    return math.exp(steps * math.log1p(-chance))


def largest_chance(steps, target):
    """The largest chance a step at which the project is still finished with chance `target`."""
    return -math.expm1(math.log(target) / steps)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--steps", type=int, default=10000, help="steps of the project")
    parser.add_argument("--chance", type=float, default=0.0001, help="of a distraction, a step")
    parser.add_argument("--recovery", type=float, default=0.99, help="chance to notice and return")
    parser.add_argument("--target", type=float, default=0.9, help="wanted chance of finishing")
    options = parser.parse_args()

    steps, chance = options.steps, options.chance
    needed = largest_chance(steps, options.target)
    print(f"A project of {steps} steps")
    print(f"survival = {finishing(steps, chance):.9f}")
    print(f"survival_tenfold = {finishing(steps, 10 * chance):.9f}")
    print(f"survival_recovering = {finishing(steps, 10 * chance * (1 - options.recovery)):.9f}")
    print(f"survival_twice_as_long = {finishing(2 * steps, chance):.9f}")
    print(f"To finish {options.target:.0%} of the time, keep distraction below {needed:.9g} a step")
    print(f"needed_per_million = {1e6 * needed:.6f}")


if __name__ == "__main__":
    main()
