"""LightGBM through both of its interfaces."""

from __future__ import annotations

import unittest

from framework_attempts import DIGITS, AttemptTest, watch

MODEL = (
    DIGITS
    + """
import warnings
warnings.filterwarnings("ignore")
import lightgbm as lgb
model = lgb.LGBMClassifier(n_estimators=6, num_leaves=7, subsample=0.5, subsample_freq=1, random_state=1, verbose=-1)
model.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], callbacks=[lgb.early_stopping(3, verbose=False)])
print("score:", model.score(X_test, y_test))
"""
)

NATIVE = (
    DIGITS
    + """
import lightgbm as lgb
train = lgb.Dataset(X_train, y_train)
test = lgb.Dataset(X_test, y_test, reference=train)
params = {"objective": "multiclass", "num_class": 10, "num_leaves": 7, "bagging_fraction": 0.5, "bagging_freq": 1, "verbose": -1, "metric": "multi_logloss"}
booster = lgb.train(params, train, 4, valid_sets=[train, test], valid_names=["fit", "held"])
print(booster.current_iteration(), sum(booster.predict(X_test).argmax(1) == y_test) / len(y_test))
folds = lgb.cv(params, lgb.Dataset(X_train, y_train), 3, nfold=3, seed=0)
"""
)


class LightGBM(AttemptTest):
    def test_the_sklearn_interface(self) -> None:
        call = 'lgb.LGBMClassifier(n_estimators=6, num_leaves=7, subsample=0.5, subsample_freq=1, random_state=1, verbose=-1)'
        ran = self.run_script(MODEL, saveModel=True, watch=[watch(MODEL, "7", call, "num_leaves")])
        self.assertEqual(ran.output, self.plain(MODEL))
        self.assertEqual([(split, source) for _, split, source in ran.metrics("accuracy")], [("validation", "hook")])
        losses = [(each["split"], each["epoch"]) for each in ran.of("metric") if each["name"] == "log_loss"]
        self.assertEqual(losses, [(split, epoch) for epoch in range(1, 7) for split in ("train", "validation")])
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")][-1], (6, 6))
        self.assertEqual(ran.received(), [("7/num_leaves", 7, "object")])
        self.assertEqual(ran.of("randomness")[0]["sources"], ["lightgbm"])
        self.assertEqual([each["file"] for each in ran.of("model")], ["model.joblib"])
        self.assertEqual(ran.of("warning"), [])

    def test_its_own_interface(self) -> None:
        ran = self.run_script(NATIVE, saveModel=True)
        self.assertEqual(ran.output, self.plain(NATIVE))
        losses = [(each["split"], each["epoch"]) for each in ran.of("metric") if each["name"] == "log_loss"]
        rounds = [(split, epoch) for epoch in range(1, 5) for split in ("train", "validation")]
        self.assertEqual(losses, [*rounds, ("validation", None)])
        self.assertEqual([each["file"] for each in ran.of("model")], ["model.txt"])
        self.assertEqual(ran.of("randomness")[0]["sources"], ["lightgbm"])
        self.assertEqual(ran.of("warning"), [])

    def test_it_stops_at_a_round(self) -> None:
        ran = self.run_script(NATIVE, limits={"seconds": None, "epochs": 2})
        self.assertEqual(ran.output.split()[0], "2")
        self.assertEqual([each["epoch"] for each in ran.of("stopped")], [2])
        self.assertEqual(ran.last["kind"], "finished")

    def test_cross_validation(self) -> None:
        call = "lgb.cv(params, lgb.Dataset(X_train, y_train), 30, nfold=3, seed=0, callbacks=[lgb.early_stopping(5)])"
        script = NATIVE.split("train = ")[0] + NATIVE[NATIVE.index("params") : NATIVE.index("booster")]
        script = script + "folds = %s\nprint(list(folds.values())[0][-1], list(folds.values())[1][-1])\n" % call
        ran = self.run_script(script)
        [told] = [each for each in ran.of("metric") if each["source"] == "hook"]
        self.assertEqual((told["name"], told["split"], told["epoch"]), ("log_loss", "validation", None))
        self.assertEqual([told["value"], told["spread"]], [float(each) for each in ran.output.split()[-2:]])
        self.setUp()
        dry = self.run_script(script, dry=True)
        self.assertEqual([(each["model"], each["rows"]) for each in dry.of("built")], [("CVBooster", 1347)], dry.output)
        self.assertEqual(dry.of("metric"), [])

    def test_seeds(self) -> None:
        for script in (MODEL, NATIVE):
            outputs = []
            for seed in (5, 5, 6):
                self.setUp()
                outputs.append(self.run_script(script, seed=seed).output)
            self.assertEqual(outputs[0], outputs[1])
            self.assertNotEqual(outputs[0], outputs[2])

    def test_a_dry_build(self) -> None:
        for model, text in (("LGBMClassifier", MODEL), ("Booster", NATIVE)):
            self.setUp()
            ran = self.run_script(text, dry=True)
            self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
            self.assertEqual([(each["model"], each["rows"]) for each in ran.of("built")], [(model, 1347)])
            self.assertEqual({each["epoch"] for each in ran.of("progress") if "epoch" in each}, {1})


if __name__ == "__main__":
    unittest.main()
