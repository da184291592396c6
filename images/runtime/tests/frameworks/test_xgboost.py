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

FOLDS = (
    DIGITS
    + """
import xgboost as xgb
params = {"objective": "multi:softprob", "num_class": 10, "max_depth": 2, "eta": 0.3, "eval_metric": ["mlogloss", "merror"]}
table = xgb.cv(params, xgb.DMatrix(X_train, y_train), num_boost_round=4, nfold=3, seed=0)
print(table["test-merror-mean"].iloc[-1], table["test-merror-std"].iloc[-1])
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

    def test_cross_validation(self) -> None:
        ran = self.run_script(FOLDS)
        self.assertEqual(ran.output, self.plain(FOLDS))
        finals = [each for each in ran.of("metric") if each["epoch"] is None]
        told = {each["name"]: (each["value"], each["spread"]) for each in finals if each["split"] == "validation"}
        self.assertEqual(told["error"], tuple(map(float, ran.output.split())))
        self.assertEqual({(each["source"], each["text"]) for each in finals}, {("hook", "xgboost.cv")})
        self.assertLess(told["log_loss"][0], 2.3)
        curve = [each["epoch"] for each in ran.of("metric") if (each["name"], each["split"]) == ("error", "validation")]
        self.assertEqual(curve, [1, 2, 3, 4, None])
        self.assertEqual(ran.of("warning"), [])

    def test_the_round_that_the_script_takes_is_the_metric(self) -> None:
        script = FOLDS.replace("print(", 'print("Best CV error:", table["test-merror-mean"].iloc[1]) #')
        last = [each for each in self.run_script(script).of("metric") if (each["name"], each["epoch"]) == ("error", None)][-1]
        self.assertEqual((last["source"], last["split"]), ("hook", "validation"))
        self.assertIn("Best CV error: %s" % last["value"], last["text"])

    def test_a_dry_build(self) -> None:
        for model, text in (("XGBClassifier", MODEL), ("Booster", NATIVE), ("Booster", FOLDS)):
            self.setUp()
            ran = self.run_script(text, dry=True)
            self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
            self.assertEqual([(each["model"], each["rows"]) for each in ran.of("built")], [(model, 1347)])
            self.assertEqual({each["epoch"] for each in ran.of("progress") if "epoch" in each}, {1})


if __name__ == "__main__":
    unittest.main()
