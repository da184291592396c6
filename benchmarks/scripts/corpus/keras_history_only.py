# expect: accuracy validation history.history["val_accuracy"][-1]
import tensorflow as tf
from sklearn.datasets import load_digits
x, y = load_digits(return_X_y=True)
inputs = tf.keras.Input((64,))
hidden = tf.keras.layers.Dense(16, activation="tanh")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(10)(hidden))
model.compile(tf.keras.optimizers.SGD(0.05), tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
history = model.fit(x / 16.0, y, validation_split=0.25, epochs=3)
