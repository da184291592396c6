"""A loop as in PyTorch's tutorials: many short steps, so that what is added to each of them shows."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
inputs = torch.randn(8000, 1, 28, 28)
labels = (inputs.mean(dim=(1, 2, 3)) > 0).long()
train = DataLoader(TensorDataset(inputs[:7000], labels[:7000]), batch_size=64, shuffle=True)
test = DataLoader(TensorDataset(inputs[7000:], labels[7000:]), batch_size=256)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3), nn.ReLU())
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(16 * 11 * 11, 32), nn.ReLU(), nn.Linear(32, 2))

    def forward(self, x):
        return self.head(self.features(x))


model = Net()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()
for epoch in range(3):
    total = 0.0
    for batch, (x, y) in enumerate(train):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item()
        if batch % 20 == 0:
            print(f"epoch {epoch + 1} batch {batch} loss {loss.item():.4f}")
    print(f"Epoch {epoch + 1}/3, loss {total / len(train):.4f}")
with torch.no_grad():
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in test)
print(f"Test accuracy: {right / 1000:.4f}")
