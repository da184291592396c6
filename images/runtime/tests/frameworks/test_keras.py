"""Keras: epochs, evaluations, seeds, read-back, limits and the kept model."""

from __future__ import annotations

import os
import time
import unittest

from framework_attempts import DIGITS, AttemptTest, Ran, watch

HEAD = (
    DIGITS
    + """
import keras
from keras import layers
"""
)
MODEL = (
    HEAD
    + """
keras.utils.set_random_seed(3)
model = keras.Sequential([layers.Input((64,)), layers.Dense(16, activation="relu"), layers.Dropout(0.25), layers.Dense(10, activation="softmax")])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(X_train, y_train, epochs=3, batch_size=256, validation_data=(X_test[:100], y_test[:100]), verbose=1)
"""
)
EVALUATED = (
    MODEL
    + """
loss, accuracy = model.evaluate(X_test, y_test)
print("Test accuracy: %.4f" % accuracy)
model.evaluate(X_train, y_train, verbose=0)
model.evaluate(X_test[:100], y_test[:100], verbose=0, return_dict=True)
print(history.history["accuracy"][-1], len(history.history["loss"]))
model.save("kept.keras")
"""
)


class Keras(AttemptTest):
    def test_fit_and_evaluate(self) -> None:
        call = "keras.optimizers.Adam(0.005)"
        dense = 'layers.Dense(16, activation="relu")'
        ran = self.run_script(
            EVALUATED,
            saveModel=True,
            watch=[
                watch(EVALUATED, "0.005", call, "learning_rate"),
                watch(EVALUATED, "16", dense, "units", occurrence=1),
                watch(EVALUATED, '"relu"', dense, "activation"),
                watch(EVALUATED, "0.25", "layers.Dropout(0.25)", "rate", occurrence=1),
                watch(EVALUATED, "256"),
            ],
        )
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual(ran.of("warning"), [])
        told = [(each["split"], each["epoch"], each["size"]) for each in ran.of("metric") if each["name"] == "accuracy"]
        epochs = [(split, epoch, size) for epoch in (1, 2, 3) for split, size in (("train", 1347), ("validation", None))]
        last = [("test", None, 450), ("train", None, 1347), ("validation", None, 100)]
        self.assertEqual(told, epochs + last)
        self.assertEqual({each["source"] for each in ran.of("metric")}, {"hook"})
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress")], [(1, 3), (2, 3), (3, 3)])
        received = {id.partition("/")[0]: (value, witness) for id, value, witness in ran.received()}
        rate, witness = received.pop("0.005")
        self.assertAlmostEqual(rate, 0.005, places=8)
        self.assertEqual(witness, "object")
        self.assertEqual(
            received, {"16": (16, "object"), '"relu"': ("relu", "object"), "0.25": (0.25, "object"), "256": (256, "executed")}
        )
        self.assertTrue(os.path.getsize(os.path.join(self.folder, "model", "model.keras")))
        self.assertTrue(os.path.getsize(os.path.join(self.folder, "work", "kept.keras")))
        self.assertEqual([(each["sources"], each["shared"]) for each in ran.of("randomness")], [(["keras"], False)])
        versions = ran.of("started")[-1]["versions"]
        self.assertTrue({"keras", "scikit-learn", "numpy"} <= set(versions))

    def test_it_is_stopped_from_outside(self) -> None:
        script = MODEL.replace("epochs=3", "epochs=100000") + "print(len(model.history.epoch))\n"
        self.prepare({"train.py": script})
        process = self.start()
        while not any(event["kind"] == "metric" for event in Ran(self.folder, 0).events):
            time.sleep(0.1)
        with open(os.path.join(self.folder, "stop.tmp"), "w", encoding="utf-8") as file:
            file.write('{"v":1,"epoch":null}')
        os.replace(file.name, os.path.join(self.folder, "stop.json"))
        ran = Ran(self.folder, process.wait(timeout=120))
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"))
        epoch = ran.of("stopped")[0]["epoch"]
        self.assertEqual(ran.output.split()[-1], str(epoch))
        self.assertEqual([each["epoch"] for each in ran.of("metric")][-1], epoch, "its curve is whole")

    def test_seeds(self) -> None:
        script = MODEL.replace("verbose=1", "verbose=0") + "import numpy\nprint(model.predict(X_test[:1], verbose=0).tolist(), numpy.random.rand())\n"
        plain = self.plain(script)
        outputs = []
        for seed in (None, 1, 1, 2):
            self.setUp()
            outputs.append(self.run_script(script, seed=seed).output.splitlines()[-1])
        self.assertEqual(outputs[0], plain.splitlines()[-1], "as the author seeded it")
        self.assertEqual(outputs[1], outputs[2])
        self.assertEqual(len(set(outputs)), 3)
        self.assertEqual(len({each.rpartition(" ")[2] for each in outputs}), 1, "NumPy's stream is the data's: it stays")

    def test_the_limit_of_epochs(self) -> None:
        ran = self.run_script(MODEL + "print('epochs', len(history.history['loss']))", limits={"seconds": None, "epochs": 2})
        self.assertIn("epochs 2", ran.output)

    def test_a_broken_hook_breaks_nothing(self) -> None:
        hidden = "".join("sys.modules['keras.%s'] = None\n" % name for name in ("src.callbacks.callback", "src.callbacks", "callbacks"))
        fit = "model.fit(X_train, y_train, epochs=1, verbose=0)\n"
        ran = self.run_script(MODEL.split("history =")[0] + "import sys\n" + hidden + fit + fit)
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual([each["code"] for each in ran.of("warning")], ["hook-failed"])
        self.assertIn("keras.fit: LookupError", ran.of("warning")[0]["text"])

    def test_a_dry_build(self) -> None:
        ran = self.run_script(EVALUATED.replace("epochs=3", "epochs=10**6"), dry=True)
        self.assertEqual((ran.code, ran.last["kind"]), (0, "finished"), ran.output)
        built = ran.of("built")[0]
        shapes = ["dense (None, 16)", "dropout (None, 16)", "dense_1 (None, 10)"]
        told = [built[name] for name in ("framework", "model", "parameters", "shapes", "rows", "classes")]
        self.assertEqual(told, ["keras", "Sequential", 64 * 16 + 16 + 16 * 10 + 10, shapes, 1347, 10])
        self.assertEqual(ran.of("metric"), [])
        self.assertNotIn("Test accuracy", ran.output)

    def test_a_dry_build_that_does_not_fit_together(self) -> None:
        ran = self.run_script(EVALUATED.replace("layers.Dense(10, ", "layers.Reshape((3,)), layers.Dense(10, "), dry=True)
        self.assertEqual((ran.last["kind"], ran.last["type"], ran.of("built")), ("failed", "ValueError", []))

    def test_what_was_built_is_told_of_every_run(self) -> None:
        ran = self.run_script(EVALUATED)
        self.assertEqual([each["parameters"] for each in ran.of("built")], [64 * 16 + 16 + 16 * 10 + 10])


if __name__ == "__main__":
    unittest.main()
