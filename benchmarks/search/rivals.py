"""Optimisers of others behind one protocol: a JSON command a line on stdin, a JSON answer a line on stdout.

{"begin": dimensions, "seed": s}, {"tell": [{"point", "score"}…]}, {"ask": n} -> [point…],
{"show": point, "curve": [score…]} -> the epochs after which it stops.
More is better. The first point told after `begin` is the start that every optimiser gets.
"""

import json
import sys
import warnings

warnings.filterwarnings("ignore")


class Optuna:
    """As shipped, or with so many start-up trials."""

    def __init__(self, sampler, startups=None):
        self.sampler, self.startups = sampler, startups

    def begin(self, dimensions, seed):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        options = {} if self.startups is None else {"n_startup_trials": self.startups}
        sampler = getattr(optuna.samplers, self.sampler)(seed=seed, **options)
        self.study = optuna.create_study(direction="maximize", sampler=sampler)
        self.distributions = {d["id"]: self.distribution(optuna.distributions, d) for d in dimensions}
        self.open = []

    @staticmethod
    def distribution(kinds, d):
        if d["kind"] == "choice":
            return kinds.CategoricalDistribution(d["choices"])
        kind = kinds.IntDistribution if d["kind"] == "integer" else kinds.FloatDistribution
        return kind(d["low"], d["high"], log=d["scale"] == "log")

    def ask(self, count):
        asked = [self.study.ask(self.distributions) for _ in range(count)]
        self.open += [(trial.params, trial) for trial in asked]
        return [trial.params for trial in asked]

    def tell(self, results):
        for result in results:
            known = next((entry for entry in self.open if entry[0] == result["point"]), None)
            if known is None:  # the start
                self.study.enqueue_trial(result["point"])
                self.ask(1)
                known = self.open[-1]
            self.open.remove(known)
            self.study.tell(known[1], result["score"])


class Pruned(Optuna):
    """Is shown a trial's curve epoch by epoch, and says after how many it would have stopped."""

    def __init__(self, sampler, pruner):
        super().__init__(sampler)
        self.pruner = pruner

    def begin(self, dimensions, seed):
        super().begin(dimensions, seed)
        import optuna

        longest = {"max_resource": 52} if self.pruner == "HyperbandPruner" else {}
        self.study.pruner = getattr(optuna.pruners, self.pruner)(**longest)

    def show(self, point, curve):
        import optuna

        known = next((entry for entry in self.open if entry[0] == point), None)
        if known is None:  # the start
            self.study.enqueue_trial(point)
            self.ask(1)
            known = self.open[-1]
        self.open.remove(known)
        trial = known[1]
        for step, value in enumerate(curve, 1):
            trial.report(value, step)
            if step < len(curve) and trial.should_prune():
                self.study.tell(trial, state=optuna.trial.TrialState.PRUNED)
                return step
        self.study.tell(trial, curve[-1])
        return len(curve)


class Hyperopt:
    def begin(self, dimensions, seed):
        import numpy
        from hyperopt import Trials, hp

        import math

        def axis(d):
            if d["kind"] == "choice":
                return hp.choice(d["id"], d["choices"])
            low, high, whole = d["low"], d["high"], d["kind"] == "integer"
            if d["scale"] == "log":
                low, high = math.log(low), math.log(high)
                return hp.qloguniform(d["id"], low, high, 1) if whole else hp.loguniform(d["id"], low, high)
            return hp.quniform(d["id"], low, high, 1) if whole else hp.uniform(d["id"], low, high)

        self.dimensions = dimensions
        self.space = {d["id"]: axis(d) for d in dimensions}
        self.trials, self.random = Trials(), numpy.random.default_rng(seed)
        self.next_id = 0

    def ask(self, count):
        from hyperopt import tpe
        from hyperopt.base import Domain

        domain = Domain(lambda point: 0, self.space)
        points = []
        for _ in range(count):
            new = tpe.suggest([self.next_id], domain, self.trials, int(self.random.integers(2**31 - 1)))
            self.next_id += 1
            values = {name: index[0] for name, index in new[0]["misc"]["vals"].items()}
            points.append({d["id"]: self.read(d, values[d["id"]]) for d in self.dimensions})
        return points

    @staticmethod
    def read(d, value):
        if d["kind"] == "choice":
            return d["choices"][int(value)]
        inside = min(max(value, d["low"]), d["high"])
        return int(round(inside)) if d["kind"] == "integer" else float(inside)

    def tell(self, results):
        from hyperopt.base import JOB_STATE_DONE

        for result in results:
            number = len(self.trials.trials)
            values = {
                d["id"]: [d["choices"].index(result["point"][d["id"]]) if d["kind"] == "choice" else result["point"][d["id"]]]
                for d in self.dimensions
            }
            misc = {
                "tid": number,
                "cmd": ("domain_attachment", "FMinIter_Domain"),
                "idxs": {name: [number] for name in values},
                "vals": values,
            }
            trial = self.trials.new_trial_docs([number], [None], [{"loss": -result["score"], "status": "ok"}], [misc])[0]
            trial["state"] = JOB_STATE_DONE
            self.trials.insert_trial_docs([trial])
            self.trials.refresh()


rivals = {
    "optuna-tpe": lambda: Optuna("TPESampler"),
    "optuna-gp": lambda: Optuna("GPSampler"),
    "optuna-tpe-3": lambda: Optuna("TPESampler", 3),
    "optuna-gp-3": lambda: Optuna("GPSampler", 3),
    "optuna-tpe-median": lambda: Pruned("TPESampler", "MedianPruner"),
    "optuna-tpe-hyperband": lambda: Pruned("TPESampler", "HyperbandPruner"),
    "optuna-gp-median": lambda: Pruned("GPSampler", "MedianPruner"),
    "optuna-gp-hyperband": lambda: Pruned("GPSampler", "HyperbandPruner"),
    "hyperopt": Hyperopt,
}


def main():
    try:  # one thread: a small matrix gains nothing from more, and the machine is shared
        import torch

        torch.set_num_threads(1)
    except ImportError:
        pass
    answers, sys.stdout = sys.stdout, sys.stderr
    rival = rivals[sys.argv[1]]()
    for line in sys.stdin:
        command = json.loads(line)
        if "begin" in command:
            rival.begin(command["begin"], command["seed"])
        elif "tell" in command:
            rival.tell(command["tell"])
        elif "show" in command:
            print(json.dumps(rival.show(command["show"], command["curve"])), file=answers, flush=True)
        else:
            print(json.dumps(rival.ask(command["ask"])), file=answers, flush=True)


main()
