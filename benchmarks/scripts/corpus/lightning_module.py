# expect: accuracy test out[0]["test_acc"]
import torch, lightning as L
from torch.utils.data import DataLoader, TensorDataset, random_split
from sklearn.datasets import load_digits
X, y = load_digits(return_X_y=True)
ds = TensorDataset(torch.tensor(X / 16).float(), torch.tensor(y))
train, test = random_split(ds, [1400, 397])
class Lit(L.LightningModule):
    def __init__(self, lr=1e-2):
        super().__init__(); self.save_hyperparameters(); self.net = torch.nn.Linear(64, 10)
    def training_step(self, batch, i):
        loss = torch.nn.functional.cross_entropy(self.net(batch[0]), batch[1]); self.log("train_loss", loss, prog_bar=True); return loss
    def test_step(self, batch, i): self.log("test_acc", (self.net(batch[0]).argmax(1) == batch[1]).float().mean())
    def configure_optimizers(self): return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)
trainer = L.Trainer(max_epochs=2, accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False)
trainer.fit(Lit(), DataLoader(train, batch_size=64))
out = trainer.test(trainer.lightning_module, DataLoader(test, batch_size=397))
