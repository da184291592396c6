"""TensorFlow's custom loops, with Keras layers and without."""

from __future__ import annotations

import os
import shutil
import tempfile
import unittest

from framework_attempts import DIGITS, AttemptTest

KERAS_LOOP = (
    DIGITS
    + """
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Input((64,)), tf.keras.layers.Dense(10)])
optimizer = tf.keras.optimizers.Adam(0.01)
loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
for epoch in range(2):
    for x, y in tf.data.Dataset.from_tensor_slices((X_train.astype("float32"), y_train)).batch(256):
        with tf.GradientTape() as tape:
            loss = loss_of(y, model(x, training=True))
        optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print("Epoch %d/2 loss %.4f" % (epoch + 1, loss))
print("Test accuracy: %.4f" % (model(X_test.astype("float32")).numpy().argmax(1) == y_test).mean())
"""
)

RECORDS = """
import h5py, os, sys, time
import tensorflow as tf
os.chdir(sys.argv[1])
with h5py.File("train.h5", "w") as file: file["x"] = [1.0, 2.0]
with tf.io.TFRecordWriter("train.tfrecord") as writer: writer.write(b"1")
tf.io.write_file("train.txt", "1"); tf.io.write_file("names.txt", "a")
for name in os.listdir("."): os.utime(name, (1e9, 1e9))
"""

READING = """
import sys
import h5py, tensorflow as tf
with h5py.File(sys.argv[1] + "/train.h5") as file: print(file["x"][0])
print(list(tf.data.TFRecordDataset([sys.argv[1] + "/train.tfrecord"]).as_numpy_iterator()))
print(list(tf.data.TextLineDataset(sys.argv[1] + "/train.txt").as_numpy_iterator()))
with tf.io.gfile.GFile(sys.argv[1] + "/names.txt") as file: print(file.read())
"""

PLAIN = (
    DIGITS
    + """
import tensorflow as tf
tf.random.set_seed(1)
w = tf.Variable(tf.random.normal((64, 10)))
for epoch in range(2):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y_train, tf.cast(X_train, "float32") @ w))
    w.assign_sub(0.1 * tape.gradient(loss, w))
print("Test accuracy: %.4f" % ((tf.cast(X_test, "float32") @ w).numpy().argmax(1) == y_test).mean())
"""
)


class TensorFlow(AttemptTest):
    def test_data_that_hdf5_and_tensorflow_open_themselves(self) -> None:
        data = os.path.realpath(tempfile.mkdtemp(prefix="data-"))
        self.addCleanup(shutil.rmtree, data, ignore_errors=True)
        self.run_script(RECORDS, arguments=[data])
        shutil.rmtree(self.folder)
        os.mkdir(self.folder)
        [told] = self.run_script(READING, arguments=[data]).of("data")
        names = ["names.txt", "train.h5", "train.tfrecord", "train.txt"]
        paths = [each["path"] for each in told["files"] if each["path"].startswith(data)]
        self.assertEqual(sorted(paths), [os.path.join(data, name) for name in names])

    def test_a_loop_with_layers(self) -> None:
        ran = self.run_script(KERAS_LOOP, seed=3)
        self.assertEqual(ran.code, 0, ran.output)
        self.assertEqual([each["epoch"] for each in ran.of("progress") if "epoch" in each], [1, 2])
        self.assertTrue([each for each in ran.of("progress") if "step" in each])
        self.assertEqual([(split, source) for _, split, source in ran.metrics("accuracy")], [("test", "printed")])
        self.assertEqual([(each["sources"], each["shared"]) for each in ran.of("randomness")], [(["keras"], False)])
        self.assertEqual(ran.of("warning"), [])

    def test_a_loop_without(self) -> None:
        ran = self.run_script(PLAIN)
        self.assertEqual(ran.output.splitlines()[-1], self.plain(PLAIN).splitlines()[-1])
        self.assertEqual([(each["sources"], each["shared"]) for each in ran.of("randomness")], [(["tensorflow"], True)])
        self.assertEqual(ran.of("warning"), [])


if __name__ == "__main__":
    unittest.main()
