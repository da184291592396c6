"""Keras 2: inside TensorFlow, by its own name, as `tf_keras`, and the copy in `tensorflow.python`."""

from __future__ import annotations

import importlib.util
import os
import unittest
from typing import List

from framework_attempts import DIGITS, AttemptTest, watch

WAYS = {
    "tensorflow.keras": "from tensorflow import keras\nfrom tensorflow.keras.layers import Dense",
    "keras": "import keras\nfrom keras.layers import Dense",
    "tf_keras": "import tf_keras as keras\nfrom tf_keras.layers import Dense",
}
# Of TensorFlow before 2.13 only.
COPY = "from tensorflow.python import keras\nfrom tensorflow.python.keras.layers import Dense"
REST = """
model = keras.models.Sequential()
model.add(Dense(16, activation="relu", input_shape=(64,)))
model.add(Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(X_train, y_train, epochs=2, batch_size=256, validation_split=0.1, verbose=2)
score = model.evaluate(X_test, y_test, verbose=0)
print("Test loss:", score[0])
print("Test accuracy:", score[1])
"""


def installed() -> List[str]:
    found = [head for package, head in WAYS.items() if importlib.util.find_spec(package.partition(".")[0]) is not None]
    inside = os.path.join(*importlib.util.find_spec("tensorflow").submodule_search_locations, "python/distribute/input_lib.py")  # type: ignore[union-attr, misc]
    with open(inside, encoding="utf-8") as file:
        return [*found, COPY] if "class DistributedDatasetInterface" in file.read() else found


class LegacyKeras(AttemptTest):
    def test_epochs_evaluation_and_values(self) -> None:
        for head in installed():
            with self.subTest(head):
                self.setUp()
                script = DIGITS + head + REST
                dense = 'Dense(16, activation="relu", input_shape=(64,))'
                ran = self.run_script(script, saveModel=True, seed=5, watch=[watch(script, "16", dense, "units", occurrence=1)])
                self.assertEqual(ran.code, 0, ran.output)
                told = [(each["split"], each["epoch"], each["size"]) for each in ran.of("metric") if each["name"] == "accuracy"]
                # Which rows `validation_split` takes away is not known.
                epochs = [(split, epoch, None) for epoch in (1, 2) for split in ("train", "validation")]
                self.assertEqual(told, [*epochs, ("test", None, 450)])
                self.assertEqual({each["source"] for each in ran.of("metric")}, {"hook"}, "what is printed is told once")
                self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")], [(1, 2), (2, 2)])
                self.assertEqual(ran.received(), [("16/units", 16, "object")])
                self.assertEqual([each["sources"] for each in ran.of("randomness")], [["keras"]])
                self.assertEqual([each["parameters"] for each in ran.of("built")], [64 * 16 + 16 + 16 * 10 + 10])
                self.assertEqual(len(ran.of("model")), 1)
                self.assertEqual(ran.of("warning"), [])

    def test_seeds_limits_and_dry_builds(self) -> None:
        for head in installed():
            with self.subTest(head):
                script = DIGITS + head + REST
                outputs = []
                for seed in (1, 1, 2):
                    self.setUp()
                    outputs.append(self.run_script(script, seed=seed, limits={"seconds": None, "epochs": 1}).output)
                self.assertEqual(outputs[0].splitlines()[-1], outputs[1].splitlines()[-1])
                self.assertNotEqual(outputs[0].splitlines()[-1], outputs[2].splitlines()[-1])
                self.assertIn("Epoch 1/2", outputs[0])
                self.assertNotIn("Epoch 2/2", outputs[0])
                self.setUp()
                ran = self.run_script(script.replace("epochs=2", "epochs=10**6"), dry=True)
                self.assertEqual((ran.code, ran.last["kind"], ran.of("metric")), (0, "finished", []), ran.output)
                self.assertEqual([each["rows"] for each in ran.of("built")], [1347])


if __name__ == "__main__":
    unittest.main()
