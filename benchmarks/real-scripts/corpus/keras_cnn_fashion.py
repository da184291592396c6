# target: 0.84 accuracy
# metric: score[1]
# grow: epochs
# data: fashion-mnist
import gzip

import keras
import numpy as np
from keras.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D

batch_size = 256
epochs = 3


def load(kind, count):
    with gzip.open("fashion-mnist/%s-labels-idx1-ubyte.gz" % kind) as f:
        labels = np.frombuffer(f.read(), np.uint8, offset=8)
    with gzip.open("fashion-mnist/%s-images-idx3-ubyte.gz" % kind) as f:
        images = np.frombuffer(f.read(), np.uint8, offset=16).reshape(len(labels), 28, 28, 1)
    return images[:count].astype("float32") / 255.0, labels[:count]


keras.utils.set_random_seed(7)
x_train, y_train = load("train", 4000)
x_test, y_test = load("t10k", 2000)
y_train = keras.utils.to_categorical(y_train, 10)
y_test = keras.utils.to_categorical(y_test, 10)

model = keras.Sequential()
model.add(keras.Input((28, 28, 1)))
model.add(Conv2D(8, kernel_size=(3, 3), activation="relu"))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(32, activation="relu"))
model.add(Dropout(0.6))
model.add(Dense(10, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(learning_rate=0.0003), metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=batch_size, epochs=epochs, verbose=1, validation_data=(x_test, y_test))
score = model.evaluate(x_test, y_test, verbose=0)
print("Test loss:", score[0])
print("Test accuracy:", score[1])
