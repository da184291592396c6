# expect: accuracy test score[1]
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from sklearn.datasets import load_digits
x, y = load_digits(return_X_y=True)
x_train, y_train, x_test, y_test = x[:1400] / 16, keras.utils.to_categorical(y[:1400]), x[1400:] / 16, keras.utils.to_categorical(y[1400:])
model = keras.Sequential([keras.Input(shape=(64,)), layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=64, epochs=2, validation_split=0.1, verbose=0)
score = model.evaluate(x_test, y_test, verbose=0)
print("Test loss:", score[0])
print("Test accuracy:", score[1])
