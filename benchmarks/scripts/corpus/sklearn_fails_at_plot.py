# expect: accuracy test acc
# fails: ModuleNotFoundError
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
X, y = load_iris(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=5)
knn = KNeighborsClassifier(n_neighbors=30).fit(X_train, y_train)
acc = (knn.predict(X_test) == y_test).mean()
print("Accuracy on test set: {:.2%}".format(acc))
import plotting_module_of_the_lab
plotting_module_of_the_lab.boundary(knn)
