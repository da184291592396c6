# target: 0.96 accuracy
# metric: result
# grow: n_neighbors
"""Breast cancer, nearest neighbours. Usage: python knn_cancer_main.py"""
import argparse

from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score, classification_report
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler


def get_data():
    data = load_breast_cancer()
    X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.25, random_state=7)
    scaler = StandardScaler().fit(X_train)
    return scaler.transform(X_train), scaler.transform(X_test), y_train, y_test


def main(args):
    X_train, X_test, y_train, y_test = get_data()
    knn = KNeighborsClassifier(n_neighbors=args.neighbors, weights=args.weights, p=args.p)
    knn.fit(X_train, y_train)
    y_pred = knn.predict(X_test)
    print(classification_report(y_test, y_pred))
    accuracy = accuracy_score(y_test, y_pred)
    print(f"accuracy = {accuracy:.4f}")
    return accuracy


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--neighbors", type=int, default=150)
    parser.add_argument("--weights", default="uniform")
    parser.add_argument("--p", type=int, default=2)
    result = main(parser.parse_args())
