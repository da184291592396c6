# expect: accuracy test float(test_acc.result())
import tensorflow as tf
from sklearn.datasets import load_digits
x, y = load_digits(return_X_y=True)
x = (x / 16).astype("float32")
model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(10)])
opt = tf.keras.optimizers.Adam(1e-2)
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
test_acc = tf.keras.metrics.SparseCategoricalAccuracy()
@tf.function
def step(xb, yb):
    with tf.GradientTape() as tape:
        loss = loss_fn(yb, model(xb))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss
for epoch in range(3):
    for xb, yb in tf.data.Dataset.from_tensor_slices((x[:1400], y[:1400])).batch(128):
        loss = step(xb, yb)
    print(f"Epoch {epoch + 1}, Loss: {loss:.3f}")
test_acc.update_state(y[1400:], model(x[1400:]))
print(f"Test Accuracy: {test_acc.result() * 100:.2f}")
