"""The picture of RESULTS.md: answers a second of each server, by kind of request."""

import matplotlib
from bench.parts import PICTURE, results
from bench.peers import OURS, PEERS
from bench.serving import CONNECTIONS, MIDDLE, kinds, label

_COLOURS = ("#0b4f8a", "#6fa8dc", "#c0504d", "#7f7f7f", "#e0a030")


def draw() -> None:
    """Draw it, the same bytes for the same results."""
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "govkg"
    from matplotlib import pyplot

    rows = {row.name: row for part in results() for row in part.rows}
    names = [kind.name for kind in kinds()]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(13, 5), layout="constrained")
    height = 0.8 / len(OURS | PEERS)
    for number, (server, colour) in enumerate(zip(OURS | PEERS, _COLOURS, strict=True)):
        found = [rows.get(label(name, MIDDLE, server)) for name in names]
        places = [place + number * height for place in range(len(names))]
        widths = [row.middle if row else 0 for row in found]
        spread = [
            [row.middle - row.least if row else 0 for row in found],
            [row.most - row.middle if row else 0 for row in found],
        ]
        left.barh(places, widths, height, xerr=spread, color=colour, label=server, error_kw={"linewidth": 0.8})
        new = [rows.get(label("ad hoc, 20 rows, new", connections, server)) for connections in CONNECTIONS]
        right.plot(
            [c for c, row in zip(CONNECTIONS, new, strict=True) if row],
            [row.middle for row in new if row],
            "o-",
            color=colour,
            label=server,
        )
    left.set_yticks([place + 2 * height for place in range(len(names))], names)
    left.invert_yaxis()
    left.set(xscale="log", xlabel="answers a second (log)", title=f"{MIDDLE} connections")
    figure.legend(*left.get_legend_handles_labels(), loc="outside lower center", ncols=len(OURS | PEERS))
    right.set(
        xscale="log", yscale="log", xlabel="connections", ylabel="answers a second (log)", title="ad hoc, 20 rows, new"
    )
    right.set_xticks(CONNECTIONS, [str(number) for number in CONNECTIONS])
    figure.savefig(PICTURE, metadata={"Date": None})
