# target: 0.97 accuracy
# metric: model.score(X_test, y_test)
# grow: C
# First try with support vector machines.
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=1, stratify=y)

model = make_pipeline(StandardScaler(), SVC(C=0.02, kernel="sigmoid", gamma=0.6))
model.fit(X_train, y_train)
print("Test accuracy: %.3f" % model.score(X_test, y_test))
