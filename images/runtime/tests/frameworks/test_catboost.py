"""CatBoost: its estimators are not of scikit-learn's classes."""

from __future__ import annotations

import unittest

from framework_attempts import DIGITS, AttemptTest, watch

MODEL = (
    DIGITS
    + """
from catboost import CatBoostClassifier
from sklearn.metrics import accuracy_score
model = CatBoostClassifier(iterations=5, depth=3, learning_rate=0.3, verbose=0, eval_metric="Accuracy", allow_writing_files=False, thread_count=1)
model.fit(X_train, y_train, eval_set=(X_test[:200], y_test[:200]))
print("acc", accuracy_score(y_test[200:], model.predict(X_test[200:]).ravel()))
print("all", model.score(X_test[:200], y_test[:200]), model.get_params().get("random_seed"))
"""
)


class CatBoost(AttemptTest):
    def test_fit_and_score(self) -> None:
        call = 'CatBoostClassifier(iterations=5, depth=3, learning_rate=0.3, verbose=0, eval_metric="Accuracy", allow_writing_files=False, thread_count=1)'
        ran = self.run_script(MODEL, saveModel=True, watch=[watch(MODEL, "0.3", call, "learning_rate")])
        self.assertEqual(ran.output, self.plain(MODEL))
        told = [(each["split"], each["epoch"]) for each in ran.of("metric") if each["name"] == "accuracy"]
        rounds = [(split, epoch) for epoch in range(1, 6) for split in ("train", "validation")]
        self.assertEqual(told, [*rounds, ("test", None), ("validation", None)])
        self.assertEqual(ran.received(), [("0.3/learning_rate", 0.3, "object")])
        self.assertEqual(ran.of("randomness")[0]["sources"], ["catboost"])
        self.assertEqual([each["file"] for each in ran.of("model")], ["model.cbm"])
        self.assertEqual(ran.of("warning"), [])

    def test_it_stops_and_seeds(self) -> None:
        ran = self.run_script(MODEL, limits={"seconds": None, "epochs": 2})
        self.assertEqual([each["epoch"] for each in ran.of("progress")], [1, 2])
        outputs = []
        for seed in (5, 5, 6):
            self.setUp()
            outputs.append(self.run_script(MODEL, seed=seed).output)
        self.assertEqual(outputs[0], outputs[1])
        self.assertNotEqual(outputs[0], outputs[2])
        self.assertTrue(outputs[2].endswith("None\n"), "the author's parameters are as they were")

    def test_a_dry_build(self) -> None:
        ran = self.run_script(MODEL, dry=True)
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        self.assertEqual([(each["model"], each["rows"]) for each in ran.of("built")], [("CatBoostClassifier", 1347)])
        self.assertEqual({each["epoch"] for each in ran.of("progress") if "epoch" in each}, {1})


if __name__ == "__main__":
    unittest.main()
