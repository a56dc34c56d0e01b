"""Compares courses of variables: every value at every step, and where a threshold was met a hair earlier or later, the ends."""

import numpy

TOLERANCE = 1e-9


def report(peer, columns, results):
    """Prints what was compared; 0 when all agree, else 1."""
    values, worst, where, by_ends, apart = 0, 0.0, "", 0, []
    counters = ("beyond", "held", "parted", "ended")
    flags = [i for i, name in enumerate(columns) if name.split("_", 1)[1].startswith(counters)]
    cause = next(i for i, name in enumerate(columns) if name.split("_", 1)[1] == "ended_cause")
    for draw, ours, theirs in results:
        if ours.shape != theirs.shape:
            print(f"{peer}: model {draw} has {theirs.shape} values, and not {ours.shape}")
            return 1
        far = numpy.abs(ours - theirs)
        # Not a number is never near.
        far[~numpy.isfinite(far)] = numpy.inf
        values += far.size
        if far.max() <= TOLERANCE:
            step, variable = numpy.unravel_index(far.argmax(), far.shape)
            if far.max() > worst:
                worst, where = far.max(), f"model {draw}, step {step}, {columns[variable]}"
            continue
        # A threshold that is met within rounding is met a step earlier by one of the two: compare up to there, and the ends.
        first = int(numpy.argmax(far.max(axis=1) > TOLERANCE))
        turned = [columns[i] for i in flags if far[first, i] > TOLERANCE]
        if turned and ours[-1, cause] == theirs[-1, cause]:
            by_ends += 1
        else:
            step, variable = numpy.unravel_index(far.argmax(), far.shape)
            apart.append(f"model {draw}: {far.max():.3g} at step {step}, {columns[variable]}; first at step {first}")
    print(
        f"{peer}: {len(results)} models, {values} values, largest difference {worst:.2g}"
        + (f" ({where})" if where else "")
        + f"; {by_ends} compared by their ends"
    )
    for line in apart:
        print(f"{peer}: apart: {line}")
    return 1 if apart else 0
