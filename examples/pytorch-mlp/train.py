"""A small multi-layer perceptron on handwritten digits."""

import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

EPOCHS = 10
BATCH_SIZE = 64
LEARNING_RATE = 0.01
HIDDEN = 32
DROPOUT = 0.2

torch.manual_seed(0)

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16.0, y, test_size=0.25, random_state=0, stratify=y
)

train_set = TensorDataset(
    torch.tensor(X_train, dtype=torch.float32), torch.tensor(y_train)
)
test_set = TensorDataset(
    torch.tensor(X_test, dtype=torch.float32), torch.tensor(y_test)
)
train_loader = DataLoader(train_set, batch_size=BATCH_SIZE, shuffle=True)
test_loader = DataLoader(test_set, batch_size=256)

model = nn.Sequential(
    nn.Linear(64, HIDDEN),
    nn.ReLU(),
    nn.Dropout(DROPOUT),
    nn.Linear(HIDDEN, 10),
)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE, momentum=0.5)

for epoch in range(EPOCHS):
    model.train()
    total_loss = 0.0
    for inputs, labels in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(inputs), labels)
        loss.backward()
        optimizer.step()
        total_loss += loss.item() * len(labels)
    print(f"Epoch {epoch + 1}/{EPOCHS}, loss {total_loss / len(train_set):.4f}")

model.eval()
correct = 0
with torch.no_grad():
    for inputs, labels in test_loader:
        predictions = model(inputs).argmax(dim=1)
        correct += (predictions == labels).sum().item()

print(f"Test accuracy: {correct / len(test_set):.4f}")

torch.save(model.state_dict(), "digits.pt")
