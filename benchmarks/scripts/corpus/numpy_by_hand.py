# expect: mse test test_mse
import numpy as np
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (200, 1)); y = 3 * x + 0.5 + rng.normal(0, 0.1, (200, 1))
x_train, y_train, x_test, y_test = x[:150], y[:150], x[150:], y[150:]
w, b, lr = 0.0, 0.0, 0.05
for epoch in range(100):
    err = x_train * w + b - y_train
    w -= lr * 2 * (err * x_train).mean(); b -= lr * 2 * err.mean()
    if epoch % 20 == 0: print("epoch", epoch, "loss", (err ** 2).mean())
test_mse = ((x_test * w + b - y_test) ** 2).mean()
print("Test MSE:", test_mse)
