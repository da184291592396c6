"""scikit-learn as it is: metrics, splits, seeds, read-back and the kept model."""

from __future__ import annotations

import os
import unittest

from framework_attempts import DIGITS, AttemptTest, watch


class Metrics(AttemptTest):
    def test_splits_are_told_by_content(self) -> None:
        ran = self.run_script(
            DIGITS
            + """
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import accuracy_score, f1_score, confusion_matrix
model = KNeighborsClassifier().fit(X_train, y_train)
print("Training accuracy:", accuracy_score(list(y_train), model.predict(X_train)))
print("Accuracy:", accuracy_score(y_test, model.predict(X_test)))
print("f1 %.2f" % f1_score(y_test, model.predict(X_test), average="macro"))
f1_score(y_test, model.predict(X_test), average=None)
model.score(X_train, y_train); model.score(X_test, y_test)
"""
        )
        told = [(each["name"], each["split"], each["source"], each["size"]) for each in ran.of("metric")]
        self.assertEqual(
            told,
            [
                ("accuracy", "train", "hook", 1347),
                ("accuracy", "test", "hook", 450),
                ("f1", "test", "hook", 450),
                ("accuracy", "train", "hook", 1347),
                ("accuracy", "test", "hook", 450),
            ],
        )
        self.assertEqual(ran.of("warning"), [])

    def test_only_the_authors_own_calls(self) -> None:
        ran = self.run_script(
            DIGITS
            + """
from sklearn.model_selection import GridSearchCV, cross_val_score, cross_validate, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.metrics import accuracy_score, mean_squared_error, make_scorer
pipe = make_pipeline(StandardScaler(), DecisionTreeClassifier(max_depth=3))
search = GridSearchCV(pipe, {"decisiontreeclassifier__max_depth": [2, 3]}, cv=3).fit(X_train, y_train)
print(search.score(X_test, y_test))
scores = cross_val_score(pipe, X, y, cv=3)
print("Accuracy: %.4f" % scores.mean())
cross_val_score(DecisionTreeRegressor(max_depth=2), X, y, cv=3, scoring="neg_mean_squared_error")
cross_val_score(DecisionTreeRegressor(max_depth=2), X, y, cv=3)
cross_validate(pipe, X, y, cv=3, scoring=["accuracy", "f1_macro"], return_train_score=True)
cross_val_score(pipe, X, y, cv=3, scoring=make_scorer(accuracy_score))
accuracy_score(y, cross_val_predict(pipe, X, y, cv=3))
pipe.fit(X_train, y_train).score(X_train, y_train)
"""
        )
        self.assertEqual(ran.code, 0, ran.output)
        told = [(each["name"], each["split"], each["spread"] is not None, each["size"]) for each in ran.of("metric")]
        self.assertEqual(
            told,
            [
                ("accuracy", "validation", True, 1347),
                ("accuracy", "test", False, 450),
                ("accuracy", "validation", True, 1797),
                ("mse", "validation", True, 1797),
                ("r2", "validation", True, 1797),
                ("accuracy", "validation", True, 1797),
                ("accuracy", "train", True, 1797),
                ("f1", "validation", True, 1797),
                ("f1", "train", True, 1797),
                ("accuracy", "validation", True, 1797),
                ("accuracy", "validation", False, 1797),
                ("accuracy", "train", False, 1347),
            ],
        )
        mse = [each["value"] for each in ran.of("metric") if each["name"] == "mse"]
        self.assertGreater(mse[0], 0)
        self.assertEqual(ran.of("warning"), [])

    def test_a_class_of_the_script_goes_to_worker_processes(self) -> None:
        ran = self.run_script(
            DIGITS
            + """
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier
class Mine(ClassifierMixin, BaseEstimator):
    def fit(self, X, y):
        self.tree_ = DecisionTreeClassifier(max_depth=3).fit(X, y); self.classes_ = self.tree_.classes_; return self
    def predict(self, X): return self.tree_.predict(X)
if __name__ == "__main__":
    cross_val_score(Mine(), X, y, cv=2, n_jobs=2)
"""
        )
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual([each["split"] for each in ran.of("metric")], ["validation"])


FOREST = (
    DIGITS
    + """
from sklearn.ensemble import RandomForestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
model = make_pipeline(StandardScaler(), RandomForestClassifier(n_estimators=5, max_depth=4, random_state=0))
model.fit(X_train, y_train)
print(y_test[:20].tolist(), model.score(X_test, y_test), model[-1].random_state)
"""
)


class Seeds(AttemptTest):
    def test_without_a_seed_nothing_changes(self) -> None:
        ran = self.run_script(FOREST)
        self.assertEqual(ran.output, self.plain(FOREST))
        self.assertEqual(ran.of("randomness")[0]["sources"], ["sklearn:RandomForestClassifier"])

    def test_with_a_seed_only_the_training_changes(self) -> None:
        outputs = []
        for seed in (1, 1, 2):
            self.setUp()
            outputs.append(self.run_script(FOREST, seed=seed).output)
        self.assertEqual(outputs[0], outputs[1])
        self.assertNotEqual(outputs[0], outputs[2])
        plain = self.plain(FOREST)
        self.assertNotEqual(outputs[0], plain)
        self.assertEqual([each.partition("]")[0] for each in outputs], [plain.partition("]")[0]] * 3, "the split stays")
        self.assertTrue(all(each.rstrip().endswith(" 0") for each in outputs), "the estimator keeps its own seed")

    def test_what_is_not_random(self) -> None:
        ran = self.run_script(
            DIGITS
            + """
from sklearn.linear_model import Ridge, LogisticRegression
from sklearn.svm import SVC
from sklearn.neighbors import KNeighborsClassifier
from sklearn.decomposition import PCA
for model in (Ridge(), LogisticRegression(max_iter=20), SVC(), KNeighborsClassifier(), PCA()): model.fit(X_train, y_train)
""",
            seed=3,
        )
        told = ran.of("randomness")
        self.assertEqual([(each["sources"], each["shared"]) for each in told], [([], False)])

    def test_a_split_after_the_model_is_shared(self) -> None:
        ran = self.run_script(
            DIGITS
            + """
from sklearn.tree import DecisionTreeClassifier
DecisionTreeClassifier().fit(X_train, y_train)
train_test_split(X, y)
"""
        )
        self.assertTrue(ran.of("randomness")[0]["shared"])


class ReadBackAndKeep(AttemptTest):
    def test_the_object_holds_it(self) -> None:
        script = "from sklearn.neighbors import KNeighborsClassifier\nmodel = KNeighborsClassifier(n_neighbors=7, weights='distance')\n"
        call = "KNeighborsClassifier(n_neighbors=7, weights='distance')"
        watches = [watch(script, "7", call, "n_neighbors"), watch(script, "'distance'", call, "weights")]
        ran = self.run_script(script, watch=watches)
        self.assertEqual([(value, witness) for _, value, witness in ran.received()], [(7, "object"), ("distance", "object")])

    def test_the_model_is_kept(self) -> None:
        ran = self.run_script(FOREST, saveModel=True)
        (told,) = ran.of("model")
        path = os.path.join(self.folder, "model", told["file"])
        self.assertEqual((told["file"], told["bytes"]), ("model.joblib", os.path.getsize(path)))
        import joblib

        self.assertEqual(joblib.load(path)[-1].n_estimators, 5)

    def test_a_dry_build(self) -> None:
        ran = self.run_script(FOREST, dry=True)
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        built = ran.of("built")[0]
        self.assertEqual([built[name] for name in ("framework", "model", "rows")], ["scikit-learn", "Pipeline", 1347])
        self.assertEqual(ran.of("metric"), [])

    def test_a_dry_build_of_what_no_estimator_takes(self) -> None:
        script = DIGITS + "from sklearn.neural_network import MLPClassifier\nMLPClassifier(alpha=-1).fit(X_train, y_train)\n"
        ran = self.run_script(script, dry=True)
        self.assertEqual((ran.last["kind"], ran.last["type"]), ("failed", "InvalidParameterError"))

    def test_numbers_that_the_script_draws_itself_are_random(self) -> None:
        seeded = "import numpy as np\nnp.random.seed(0)\n"
        for script, sources in ((seeded + "w = np.random.randn(3)\n", ["numpy"]), (seeded, [])):
            self.setUp()
            told = self.run_script(script).of("randomness")[0]
            self.assertEqual((told["sources"], told["shared"]), (sources, bool(sources)))


class CrossValidation(AttemptTest):
    FOREST = DIGITS + """
from sklearn.ensemble import RandomForestClassifier
model = RandomForestClassifier(5, random_state=0).fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test))
"""

    def test_the_training_data_in_parts(self) -> None:
        ran = self.run_script(self.FOREST, crossValidate=True)
        [told] = ran.of("cross-validated")
        self.assertEqual((told["name"], told["rows"], len(told["values"])), ("accuracy", 1347, 3))
        self.assertTrue(all(0.5 < value < 1 for value in told["values"]), told)
        # The script's own numbers are as ever.
        self.assertEqual([each["split"] for each in ran.of("metric")], ["test"])
        self.assertEqual(ran.of("warning"), [])

    def test_regression(self) -> None:
        ran = self.run_script(
            "from sklearn.datasets import load_diabetes\nfrom sklearn.linear_model import Ridge\n"
            "X, y = load_diabetes(return_X_y=True)\nprint('r2', Ridge().fit(X[:300], y[:300]).score(X[300:], y[300:]))\n",
            crossValidate=True,
        )
        self.assertEqual([(each["name"], each["rows"]) for each in ran.of("cross-validated")], [("r2", 300)])

    def says_nothing(self, script: str, asked: bool = True) -> None:
        ran = self.run_script(script, crossValidate=asked)
        self.assertEqual((ran.code, ran.of("cross-validated"), ran.of("warning")), (0, [], []), ran.output)

    def test_of_several_models_nobody_knows_which(self) -> None:
        self.says_nothing(self.FOREST + "RandomForestClassifier(5).fit(X_train, y_train)\n")

    def test_weights_would_be_missing(self) -> None:
        self.says_nothing(DIGITS + "from sklearn.svm import SVC\nSVC().fit(X_train, y_train, sample_weight=[1.0] * len(y_train))\n")

    def test_more_classes_than_a_part_can_hold(self) -> None:
        self.says_nothing(
            "from sklearn.svm import SVC\nX = [[float(i)] for i in range(90)]\nSVC().fit(X, [i // 2 for i in range(90)])\n"
        )

    def test_a_class_of_the_script_may_do_anything(self) -> None:
        own = "class Own(RandomForestClassifier): pass\nmodel = Own"
        self.says_nothing(self.FOREST.replace("model = RandomForestClassifier", own))

    def test_what_takes_long_is_not_trained_again(self) -> None:
        many = self.FOREST.replace("Classifier(5,", "Classifier(600,").replace(".fit(X_train, y_train)", ".fit(X_train.repeat(4, 0), y_train.repeat(4))")
        self.says_nothing(many)

    def test_nobody_asked(self) -> None:
        self.says_nothing(self.FOREST, asked=False)


if __name__ == "__main__":
    unittest.main()
