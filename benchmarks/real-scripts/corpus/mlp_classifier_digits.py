# target: 0.96 accuracy
# metric: mlp.score(X_test, y_test)
# grow: max_iter
import warnings

from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
X, y = load_digits(return_X_y=True)
X = X / 16.0
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=1)

mlp = MLPClassifier(
    hidden_layer_sizes=(8,),
    activation="relu",
    solver="sgd",
    alpha=0.1,
    batch_size=200,
    learning_rate_init=0.005,
    max_iter=30,
    random_state=1,
)
mlp.fit(X_train, y_train)
print("Training set score: %f" % mlp.score(X_train, y_train))
print("Test set score: %f" % mlp.score(X_test, y_test))
