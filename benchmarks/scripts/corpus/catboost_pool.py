# expect: accuracy test acc
from catboost import CatBoostClassifier, Pool
from sklearn.datasets import load_wine
from sklearn.model_selection import train_test_split
X, y = load_wine(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=0)
train_pool, test_pool = Pool(X_train, y_train), Pool(X_test, y_test)
model = CatBoostClassifier(iterations=8, depth=3, learning_rate=0.2, logging_level="Silent", allow_writing_files=False)
model.fit(train_pool)
acc = model.score(test_pool)
print("score", acc)
