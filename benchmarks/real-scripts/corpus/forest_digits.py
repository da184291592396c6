# target: 0.965 accuracy
# metric: accuracy_score(y_test, forest.predict(X_test))
# grow: n_estimators
import numpy as np
import pandas as pd
from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

np.random.seed(0)

digits = load_digits(as_frame=True)
df = digits.frame
X = df.drop("target", axis=1)
y = df["target"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)

forest = RandomForestClassifier(n_estimators=10, max_depth=4, max_features=0.9, min_samples_leaf=5, random_state=0)
forest.fit(X_train, y_train)

print("train", accuracy_score(y_train, forest.predict(X_train)))
print("test", accuracy_score(y_test, forest.predict(X_test)))
