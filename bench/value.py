"""What the full offer of bench/value-offer.mjs is worth, the same model in vectorised numpy: nothing of the program is used.

Prints the milliseconds of processor time of the whole process, its start and numpy's included; with --show the values.
    python3 bench/value.py [PATHS] [--show]
"""
import sys
import time
from statistics import NormalDist

import numpy as np

N = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 100_000
QUARTERS, YEARS, LAST = 16, 4, 7
RATE, RHO, BASE, WEALTH = 0.05, 0.5, 200_000.0, 400_000.0
QUIT, DISMISSED, CLOSED = 0.15, 0.05, 0.05
FOREVER = 1e9

rng = np.random.Generator(np.random.SFC64(1))
own, common = np.sqrt(1 - RHO), np.sqrt(RHO)
market = rng.standard_normal((LAST, N))


def linked(years):
    return common * market[:years] + own * rng.standard_normal((years, N))


def discount(month):
    return np.exp(-RATE * month / 12)


# The month in which the job ends, and whether by my own notice.
left = np.ceil(-np.log1p(-rng.random(N)) / (-np.log1p(-QUIT) / 12))
left[left > 12 * LAST] = FOREVER
has_quit = left < FOREVER
for chance in (DISMISSED, CLOSED):
    thresholds = np.array([NormalDist().inv_cdf(1 - (1 - chance) ** (m / 12)) for m in range(1, 13)])
    luck = linked(LAST)
    for year in range(LAST):
        hit = np.flatnonzero(luck[year] < thresholds[-1])
        month = 12 * year + 1 + np.searchsorted(thresholds, luck[year, hit], side="right")
        sooner = month < left[hit]
        left[hit[sooner]] = month[sooner]
        has_quit[hit[sooner]] = False

value = np.zeros(N)


def paid(month, amount, share=1.0):
    """What is paid unless the job ended in that month or before."""
    value.__iadd__((discount(month) * share) * amount * (left > month))


def deferred(month, amount):
    here = amount * (left > month)
    value.__iadd__((0.6 * discount(month)) * here)
    for after in (12, 24, 36):
        paid(month + after, here, 0.4 / 3)


# Base pay by the month: an annuity of as many months as were served.
annuity = np.concatenate([[0.0], np.cumsum([discount(m) for m in range(1, 49)])])
value += BASE / 12 * annuity[np.minimum(left - 1, 48).astype(np.int64)]

# The bonus: the first is guaranteed, then the employer pays what it thinks fit, at most what was meant.
generosity = linked(YEARS)
deferred(12, np.full(N, 100_000.0))
for year in range(1, YEARS):
    deferred(12 * (year + 1), 100_000 * np.clip(1 + 0.4 * generosity[year], 0, 1))

# The pod's PnL: years that share the common factor, quarters that share out the year.
pnl_years = linked(YEARS)
parts = rng.standard_normal((YEARS, 4, N))
quarters = (pnl_years[:, None, :] / 4 + 0.5 * (parts - parts.mean(axis=1, keepdims=True))).reshape(QUARTERS, N)
total, mark = np.zeros(N), np.zeros(N)

# Incidents: Poisson counts, lognormal minutes.
counts = rng.poisson(6 / 4, (QUARTERS, N))
passed = np.zeros(N)
for quarter in range(QUARTERS):
    month = 3 * (quarter + 1)
    count = counts[quarter]
    lengths = np.minimum(np.exp(np.log(5) + rng.standard_normal(count.sum())), 390)
    of = np.repeat(np.arange(N), count)
    minutes = np.bincount(of, weights=lengths, minlength=N)
    some = np.flatnonzero(count)
    longest = np.zeros(N)
    longest[some] = np.maximum.reduceat(lengths, (np.cumsum(count) - count)[some])
    passed += 1 - minutes / (98_280 / 4) >= 0.9999
    paid(month, 7500 + 5000 * (longest <= 15))
    paid(month, 0.005 * BASE / 4 * passed)
    total = total + 2_000_000 / 4 + 2_000_000 * quarters[quarter]
    deferred(month, 0.025 * np.maximum(0, total - mark))
    mark = np.maximum(mark, total)

# The milestone, and the sign-on with what of it is repaid on notice.
paid(12, 50_000 * (30 * np.exp(0.5 * rng.standard_normal(N)) <= 45))
repaid = np.where(left <= 12, 1.0, np.clip((24 - left) / 12, 0, 1))
value += 60_000 - np.where(has_quit, 60_000 * repaid * np.exp(-RATE * np.minimum(left, 100) / 12), 0)

mean, error = value.mean(), value.std(ddof=1) / np.sqrt(N)
p10, p50, p90 = np.quantile(value, [0.1, 0.5, 0.9])
certain = WEALTH * (1 / np.mean(1 / np.maximum(1 + value / WEALTH, 0.01)) - 1)
dots = np.quantile(value, (np.arange(50) + 0.5) / 50)

if "--show" in sys.argv:
    shown = dict(mean=mean, standardError=error, p10=p10, p50=p50, p90=p90, certain=certain)
    print(", ".join(f"{name} {round(one)}" for name, one in shown.items()))
else:
    print(1000 * time.process_time())
