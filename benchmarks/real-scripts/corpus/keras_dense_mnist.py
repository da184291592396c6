# target: 0.89 accuracy
# metric: test_acc
# grow: epochs
# data: mnist
import os

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def read_images(path):
    with open(path, "rb") as f:
        f.read(16)
        return np.frombuffer(f.read(), dtype=np.uint8).reshape(-1, 28, 28)


def read_labels(path):
    with open(path, "rb") as f:
        f.read(8)
        return np.frombuffer(f.read(), dtype=np.uint8)


keras.utils.set_random_seed(1)
x_train = read_images(os.path.join("mnist", "train-images-idx3-ubyte"))[:6000].reshape(-1, 784).astype("float32") / 255
y_train = read_labels(os.path.join("mnist", "train-labels-idx1-ubyte"))[:6000]
x_test = read_images(os.path.join("mnist", "t10k-images-idx3-ubyte")).reshape(-1, 784).astype("float32") / 255
y_test = read_labels(os.path.join("mnist", "t10k-labels-idx1-ubyte"))

model = keras.Sequential([
    keras.Input(shape=(784,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=128, epochs=5, verbose=2)

test_loss, test_acc = model.evaluate(x_test, y_test, verbose=0)
print("Test accuracy:", test_acc)
