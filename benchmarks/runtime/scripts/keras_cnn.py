"""A convolutional network on pictures as large as MNIST's; random pictures, as none can be fetched everywhere."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
numbers = np.random.default_rng(0)
labels = numbers.integers(0, 10, 6000)
pictures = numbers.random((6000, 28, 28, 1), dtype="float32")
pictures[np.arange(6000), labels * 2, labels * 2] += 3

model = keras.Sequential(
    [
        layers.Input((28, 28, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures[:5000], labels[:5000], epochs=3, batch_size=64, validation_split=0.1, verbose=2)
print("Test accuracy:", model.evaluate(pictures[5000:], labels[5000:], verbose=0)[1])
