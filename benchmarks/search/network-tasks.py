"""How well configurations of small networks do on synthetic images and tables: what learn-synthetic.mjs learns from.

    python network-tasks.py > "DIR/network.json"
    python network-tasks.py --surfaces > "DIR/network.json"     what learn-experience.mjs learns from

As scikit-tasks.py; needs PyTorch. A learning rate stands as a multiple of its optimiser's usual one, epochs as a
multiple of the author's.
"""

import json
import math
import random
import sys

import numpy
import torch
from sklearn import datasets
from torch import nn

STARTS, SETS, CANDIDATES, WRITTEN = 3, 8, 28, 0.75
SURFACE_SETS, SURFACE_POINTS = 12, 70
USUAL_RATE = {"sgd": 0.01, "adam": 0.001}
KNOBS = {
    # default, what authors write, what candidates are, the product's range
    "learning-rate": (1.0, (0.01, 60), (0.5, 12), lambda v, s: min(max(v, s / 100), s * 100)),
    "epochs": (4, (1, 8), (1.5, 6), None),
    "batch-size": (64, (16, 500), (12, 96), lambda v, s: min(max(v, s / 8), s * 8)),
    "units": (64, (4, 100), (32, 300), lambda v, s: min(max(v, s / 8), s * 8)),
    "filters": (16, (2, 24), (8, 48), lambda v, s: min(max(v, s / 4), s * 4)),
    "dropout": (0.0, None, None, None),
    "momentum": (0.0, None, None, None),
}
WHOLE = ("epochs", "batch-size", "units", "filters")


def draw(knob, bounds, chance):
    if knob == "dropout":
        return round(chance.uniform(0, 0.75 if bounds else 0.5), 2)
    if knob == "momentum":
        return chance.choice([0.0, 0.5, 0.9])
    value = math.exp(chance.uniform(math.log(bounds[0]), math.log(bounds[1])))
    return round(value) if knob in WHOLE and (bounds[1] > 10 or knob != "epochs") else float("%.2g" % value)


def images(number, chance, classes):
    """Blobs that move a little, in noise."""
    make = numpy.random.default_rng(number)
    side, rows = 12, 1500
    grid = numpy.stack(numpy.meshgrid(range(side), range(side)), -1)
    prototypes = [(make.uniform(2, 9, (4, 2)), make.uniform(0.8, 2, 4)) for _ in range(2 * classes)]
    labels = make.integers(0, classes, rows)
    noise = chance.choice([0.2, 0.4, 0.6])
    pictures = []
    for label in labels:
        centres, widths = prototypes[2 * label + make.integers(2)]
        moved = centres + make.normal(0, 1.2, 2) + make.normal(0, 0.5, centres.shape)
        blobs = [numpy.exp(-((grid - c) ** 2).sum(-1) / (2 * w * w)) for c, w in zip(moved, widths)]
        pictures.append(numpy.maximum.reduce(blobs) + noise * make.normal(size=(side, side)))
    return numpy.array(pictures)[:, None], labels


def data_set(number):
    chance = random.Random(2000 + number)
    classes = chance.choice([3, 6, 10])
    convolutional = number % 2 == 0
    if convolutional or number % 4 == 1:
        X, y = images(number, chance, classes)
        X = X if convolutional else X.reshape(len(X), -1)
    else:
        X, y = datasets.make_classification(
            1500, 30, n_informative=14, n_classes=classes, n_clusters_per_class=2, class_sep=1.5, random_state=number
        )
    X = torch.tensor(X, dtype=torch.float32)
    return X[:1000], torch.tensor(y[:1000]), X[1000:], torch.tensor(y[1000:]), classes, convolutional


def network(values, shape, classes, convolutional):
    units, drop = values["units"], values["dropout"]
    if not convolutional:
        return nn.Sequential(nn.Linear(shape[1], units), nn.ReLU(), nn.Dropout(drop), nn.Linear(units, classes))
    filters = values["filters"]
    flat = filters * ((shape[2] - 2) // 2) ** 2
    return nn.Sequential(
        nn.Conv2d(1, filters, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(flat, units), nn.ReLU(), nn.Dropout(drop), nn.Linear(units, classes),
    )  # fmt: skip


def train(values, optimiser, data):
    X, y, X_test, y_test, classes, convolutional = data
    torch.manual_seed(0)
    model = network(values, X.shape, classes, convolutional)
    rate = values["learning-rate"] * USUAL_RATE[optimiser]
    made = (
        torch.optim.SGD(model.parameters(), lr=rate, momentum=values["momentum"])
        if optimiser == "sgd"
        else torch.optim.Adam(model.parameters(), lr=rate)
    )
    loss_of = nn.CrossEntropyLoss()
    for _ in range(values["epochs"]):
        order = torch.randperm(len(X))
        for some in order.split(values["batch-size"]):
            made.zero_grad()
            loss_of(model(X[some]), y[some]).backward()
            made.step()
    model.eval()
    with torch.no_grad():
        return round((model(X_test).argmax(1) == y_test).float().mean().item(), 4)


def tasks_of_networks():
    chance = random.Random("networks")
    candidates = []
    while len(candidates) < CANDIDATES:
        chosen = sorted(chance.sample(sorted(KNOBS), chance.choice([1, 2, 2, 3, 5])))
        candidates.append({knob: draw(knob, KNOBS[knob][2], chance) for knob in chosen})
    tasks = []
    for number in range(SETS):
        data = data_set(number)
        for _ in range(STARTS):
            optimiser = chance.choice(["sgd", "adam"])
            always = ("learning-rate", "epochs", "units")
            author = {}
            for knob in KNOBS:
                fits = (knob != "filters" or data[-1]) and (knob != "momentum" or optimiser == "sgd")
                if fits and (knob in always or chance.random() < WRITTEN * (0.6 if knob in ("dropout", "momentum") else 1)):
                    author[knob] = draw(knob, KNOBS[knob][1] or (0, 1), chance)
            if "epochs" in author:
                author["epochs"] = max(1, round(author["epochs"]))
            row = []
            for candidate in [{}, *candidates]:
                values = {knob: author.get(knob, KNOBS[knob][0]) for knob in KNOBS}
                for knob, value in candidate.items():
                    if knob not in author:
                        continue
                    if knob == "epochs":
                        value = author[knob] * value
                    if KNOBS[knob][3] is not None:
                        value = KNOBS[knob][3](value, author[knob])
                    values[knob] = round(value) if knob in WHOLE else value
                changed = any(knob in author for knob in candidate)
                row.append(row[0] if candidate and not changed else train(values, optimiser, data))
            tasks.append({"set": number, "author": {**author, "optimiser": optimiser}, "scores": row})
        print("network", number, file=sys.stderr, flush=True)
    return {"candidates": candidates, "tasks": tasks}


def surfaces_of_networks():
    """The same points on every data set. There an author has an optimiser and so many epochs, of which a point has a multiple."""
    chance = random.Random("networks' surfaces")
    points = [
        {knob: draw(knob, row[2] if chance.random() < 0.5 else row[1], chance) for knob, row in KNOBS.items()}
        for _ in range(SURFACE_POINTS)
    ]
    for point in points:
        point["epochs"] = float("%.2g" % math.exp(chance.uniform(math.log(0.5), math.log(6))))
    scores = []
    for number in range(SURFACE_SETS):
        data = data_set(number)
        optimiser, epochs = ("sgd", "adam")[number // 2 % 2], chance.choice([1, 2, 4, 6])
        row = []
        for point in points:
            values = {**point, "epochs": max(1, round(epochs * point["epochs"]))}
            row.append(train(values, optimiser, data))
        scores.append(row)
        print("network", number, file=sys.stderr, flush=True)
    return {"usual": {**{knob: row[0] for knob, row in KNOBS.items()}, "epochs": 1}, "points": points, "scores": scores}


def main():
    torch.set_num_threads(1)
    made = surfaces_of_networks() if sys.argv[1:] == ["--surfaces"] else tasks_of_networks()
    json.dump({"family": "network", **made}, sys.stdout)


main()
