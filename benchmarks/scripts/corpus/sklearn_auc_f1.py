# expect: auc test auc
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score, f1_score
from sklearn.model_selection import train_test_split
X, y = load_breast_cancer(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=2)
m = LogisticRegression(max_iter=200, C=0.01).fit(X_train, y_train)
print("train AUC", roc_auc_score(y_train, m.decision_function(X_train)))
auc = roc_auc_score(y_val, m.decision_function(X_val))
print(f"AUC={auc:.4f} F1={f1_score(y_val, m.predict(X_val)):.4f}")
