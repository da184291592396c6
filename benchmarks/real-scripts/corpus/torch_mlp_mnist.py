# target: 0.88 accuracy
# metric: correct / total
# grow: num_epochs
# data: mnist
import numpy as np
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset

# Hyper-parameters
input_size = 784
hidden_size = 32
num_classes = 10
num_epochs = 2
batch_size = 100
learning_rate = 0.0003

torch.manual_seed(3)


def load_images(name, n):
    raw = np.fromfile("mnist/" + name, dtype=np.uint8)[16:].reshape(-1, 784)
    return torch.from_numpy(raw[:n].astype(np.float32) / 255)


def load_labels(name, n):
    return torch.from_numpy(np.fromfile("mnist/" + name, dtype=np.uint8)[8:][:n].astype(np.int64))


train_dataset = TensorDataset(load_images("train-images-idx3-ubyte", 6000), load_labels("train-labels-idx1-ubyte", 6000))
test_dataset = TensorDataset(load_images("t10k-images-idx3-ubyte", 4000), load_labels("t10k-labels-idx1-ubyte", 4000))
train_loader = DataLoader(train_dataset, batch_size=batch_size, shuffle=True)
test_loader = DataLoader(test_dataset, batch_size=1000)


class NeuralNet(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super(NeuralNet, self).__init__()
        self.fc1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.fc2 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.fc2(self.relu(self.fc1(x)))


model = NeuralNet(input_size, hidden_size, num_classes)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate)

for epoch in range(num_epochs):
    for i, (images, labels) in enumerate(train_loader):
        outputs = model(images)
        loss = criterion(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("Epoch [{}/{}], Loss: {:.4f}".format(epoch + 1, num_epochs, loss.item()))

with torch.no_grad():
    correct = 0
    total = 0
    for images, labels in test_loader:
        _, predicted = torch.max(model(images), 1)
        total += labels.size(0)
        correct += (predicted == labels).sum().item()
print("Accuracy of the network on the test images: {} %".format(100 * correct / total))
