# expect: accuracy test results["KNN"]
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import accuracy_score
X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=0)
results = {}
for name, model in [("LogReg", LogisticRegression(max_iter=50)), ("KNN", KNeighborsClassifier())]:
    model.fit(X_train, y_train)
    results[name] = accuracy_score(y_test, model.predict(X_test))
    print(f"Accuracy of {name}: {results[name]:.3f}")
