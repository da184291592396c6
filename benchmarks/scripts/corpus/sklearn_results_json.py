# expect: accuracy test hits / len(y_te)
import json
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
X, y = load_wine(return_X_y=True)
X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.5, random_state=0)
nb = GaussianNB(var_smoothing=1e-2).fit(X_tr, y_tr)
hits = sum(int(a == b) for a, b in zip(nb.predict(X_te), y_te))
json.dump({"params": {"var_smoothing": 1e-2}, "test_accuracy": hits / len(y_te)}, open("results.json", "w"))
