# target: 0.96 accuracy
# metric: score
# grow: n_estimators
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split

cancer = load_breast_cancer()
X_train, X_test, y_train, y_test = train_test_split(
    cancer.data, cancer.target, stratify=cancer.target, test_size=0.35, random_state=3
)

gbrt = GradientBoostingClassifier(
    n_estimators=10,
    learning_rate=0.01,
    max_depth=1,
    random_state=0,
)
gbrt.fit(X_train, y_train)

score = gbrt.score(X_test, y_test)
print("Accuracy on test set: {:.3f}".format(score))
