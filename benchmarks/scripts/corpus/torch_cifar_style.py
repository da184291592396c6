# expect: accuracy test exact
import torch
import torch.nn as nn
import torch.optim as optim
from sklearn.datasets import load_digits
X, y = load_digits(return_X_y=True)
X = torch.tensor(X / 16).float(); y = torch.tensor(y)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 24); self.fc2 = nn.Linear(24, 10)
    def forward(self, x): return self.fc2(torch.relu(self.fc1(x)))
net = Net()
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
for epoch in range(2):
    running_loss = 0.0
    for i in range(0, 1400, 50):
        optimizer.zero_grad()
        loss = criterion(net(X[i:i + 50]), y[i:i + 50]); loss.backward(); optimizer.step()
        running_loss += loss.item()
    print(f'[{epoch + 1}, {i + 1:5d}] loss: {running_loss / 28:.3f}')
print('Finished Training')
with torch.no_grad(): predicted = net(X[1400:]).argmax(1)
exact = (predicted == y[1400:]).float().mean().item()
print(f'Accuracy of the network on the 397 test images: {100 * exact:.4f} %')
for c in range(10):
    mask = y[1400:] == c
    print(f'Accuracy for class: {c:5d} is {100 * (predicted[mask] == c).float().mean():.1f} %')
