# target: 0.965 accuracy
# metric: acc
# grow: max_iter
import warnings

from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler

warnings.filterwarnings("ignore")

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=5)

pipe = Pipeline([
    ("scale", MinMaxScaler()),
    ("clf", LogisticRegression(C=0.001, max_iter=50)),
])
pipe.fit(X_train, y_train)
y_pred = pipe.predict(X_test)
print(confusion_matrix(y_test, y_pred))
acc = accuracy_score(y_test, y_pred)
print("Accuracy", round(acc, 4))
