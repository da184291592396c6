# expect: mae test mae
import tensorflow as tf
from sklearn.datasets import load_diabetes
x, y = load_diabetes(return_X_y=True)
train = tf.data.Dataset.from_tensor_slices((x[:300], y[:300])).shuffle(300).batch(32)
test = tf.data.Dataset.from_tensor_slices((x[300:], y[300:])).batch(32)
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
model.fit(train, epochs=2, verbose=0)
loss, mae = model.evaluate(test, verbose=0)
print("mean absolute error %.2f" % mae)
