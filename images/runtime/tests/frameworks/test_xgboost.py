"""XGBoost through both of its interfaces."""

from __future__ import annotations

import os
import unittest

from framework_attempts import DIGITS, AttemptTest, watch

MODEL = (
    DIGITS
    + """
from xgboost import XGBClassifier
from sklearn.metrics import accuracy_score
model = XGBClassifier(n_estimators=4, max_depth=2, subsample=0.5, random_state=1)
model.fit(X_train, y_train)
print("Test accuracy:", accuracy_score(y_test, model.predict(X_test)))
"""
)

NATIVE = (
    DIGITS
    + """
import xgboost as xgb
train, test = xgb.DMatrix(X_train, y_train), xgb.DMatrix(X_test, y_test)
params = {"objective": "multi:softmax", "num_class": 10, "max_depth": 2, "eta": 0.3, "subsample": 0.5, "seed": 1}
booster = xgb.train(params, train, num_boost_round=3, evals=[(train, "train"), (test, "test")])
print(params["seed"])
"""
)


class Boosting(AttemptTest):
    def test_the_sklearn_interface(self) -> None:
        script = MODEL
        call = "XGBClassifier(n_estimators=4, max_depth=2, subsample=0.5, random_state=1)"
        ran = self.run_script(script, saveModel=True, watch=[watch(script, "4", call, "n_estimators")])
        self.assertEqual(ran.output, self.plain(script))
        self.assertEqual([(split, source) for _, split, source in ran.metrics("accuracy")], [("test", "hook")])
        self.assertEqual(ran.of("progress")[-1]["epoch"], 4)
        self.assertEqual(ran.of("randomness")[0]["sources"], ["xgboost"])
        self.assertEqual([each["file"] for each in ran.of("model")], ["model.json"])
        self.assertTrue(os.path.getsize(os.path.join(self.folder, "model", "model.json")))
        self.assertEqual(ran.of("warning"), [])

    def test_seeds(self) -> None:
        outputs = []
        for seed in (5, 5, 6):
            self.setUp()
            outputs.append(self.run_script(MODEL, seed=seed).output)
        self.assertEqual(outputs[0], outputs[1])
        self.assertNotEqual(outputs[0], outputs[2])

    def test_nothing_random_without_sampling(self) -> None:
        ran = self.run_script(MODEL.replace("subsample=0.5, ", ""), seed=5)
        self.assertEqual(ran.of("randomness")[0]["sources"], [])

    def test_its_own_interface(self) -> None:
        ran = self.run_script(NATIVE, seed=9, limits={"seconds": None, "epochs": 2})
        self.assertTrue(ran.output.endswith("1\n"), ran.output)
        self.assertEqual(ran.of("progress")[-1]["epoch"], 2, "the limit of epochs")
        self.assertEqual(ran.of("randomness")[0]["sources"], ["xgboost"])
        self.assertEqual(ran.of("warning"), [])

    def test_a_dry_build(self) -> None:
        for model, text in (("XGBClassifier", MODEL), ("Booster", NATIVE)):
            self.setUp()
            ran = self.run_script(text, dry=True)
            self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
            self.assertEqual([(each["model"], each["rows"]) for each in ran.of("built")], [(model, 1347)])
            self.assertEqual({each["epoch"] for each in ran.of("progress") if "epoch" in each}, {1})


if __name__ == "__main__":
    unittest.main()
