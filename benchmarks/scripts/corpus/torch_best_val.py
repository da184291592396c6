# expect: accuracy validation best
import torch, argparse
from torch import nn
from sklearn.datasets import load_digits
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.01)
parser.add_argument("--epochs", type=int, default=4)
args = parser.parse_args()
X, y = load_digits(return_X_y=True)
X, y = torch.tensor(X / 16).float(), torch.tensor(y)
net = nn.Linear(64, 10)
opt = torch.optim.AdamW(net.parameters(), lr=args.lr)
best = 0.0
for epoch in range(args.epochs):
    for i in range(0, 1200, 100):
        opt.zero_grad(); l = nn.functional.cross_entropy(net(X[i:i+100]), y[i:i+100]); l.backward(); opt.step()
    train_acc = (net(X[:1200]).argmax(1) == y[:1200]).float().mean().item()
    val_acc = (net(X[1200:]).argmax(1) == y[1200:]).float().mean().item()
    best = max(best, val_acc)
    print(f"Epoch {epoch+1}/{args.epochs} | train loss {l.item():.4f} | train acc {train_acc:.4f} | val acc {val_acc:.4f}")
print(f"Best val acc: {best:.4f}")
