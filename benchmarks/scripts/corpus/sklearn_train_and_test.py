# expect: accuracy test score
from sklearn.datasets import load_breast_cancer
from sklearn.tree import DecisionTreeClassifier
from sklearn.model_selection import train_test_split
X, y = load_breast_cancer(return_X_y=True, as_frame=True)
Xtr, Xte, ytr, yte = train_test_split(X, y, random_state=1)
model = DecisionTreeClassifier(max_depth=3, random_state=0).fit(Xtr, ytr)
score = model.score(Xte, yte)
print("test:", score)
print("train:", model.score(Xtr, ytr))
