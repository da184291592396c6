# target: 0.79 accuracy
# metric: best
# grow: EPOCHS
# data: fashion-mnist
import gzip

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn, optim

EPOCHS = 2
BATCH = 50
LR = 0.01


def read_split(split, n):
    with gzip.open(f"fashion-mnist/{split}-images-idx3-ubyte.gz") as f:
        x = np.frombuffer(f.read(), dtype=np.uint8, offset=16).reshape(-1, 1, 28, 28)[:n]
    with gzip.open(f"fashion-mnist/{split}-labels-idx1-ubyte.gz") as f:
        y = np.frombuffer(f.read(), dtype=np.uint8, offset=8)[:n]
    return torch.tensor(x, dtype=torch.float32) / 255.0, torch.tensor(y, dtype=torch.long)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 3)
        self.drop = nn.Dropout(0.5)
        self.fc1 = nn.Linear(8 * 13 * 13, 32)
        self.fc2 = nn.Linear(32, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 2)
        x = torch.flatten(x, 1)
        x = F.relu(self.fc1(self.drop(x)))
        return F.log_softmax(self.fc2(x), dim=1)


def train(model, optimizer, x, y):
    model.train()
    order = torch.randperm(len(x))
    for start in range(0, len(x), BATCH):
        idx = order[start : start + BATCH]
        optimizer.zero_grad()
        loss = F.nll_loss(model(x[idx]), y[idx])
        loss.backward()
        optimizer.step()
    return loss.item()


def test(model, x, y):
    model.eval()
    with torch.no_grad():
        pred = model(x).argmax(dim=1)
    return (pred == y).float().mean().item()


if __name__ == "__main__":
    torch.manual_seed(0)
    x_train, y_train = read_split("train", 4000)
    x_test, y_test = read_split("t10k", 2000)
    model = Net()
    optimizer = optim.SGD(model.parameters(), lr=LR, momentum=0.5)
    best = 0.0
    for epoch in range(1, EPOCHS + 1):
        loss = train(model, optimizer, x_train, y_train)
        best = test(model, x_test, y_test)
        print(f"epoch {epoch}: loss {loss:.4f} test accuracy {best:.4f}")
