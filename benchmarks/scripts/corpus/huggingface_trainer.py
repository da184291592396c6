# expect: accuracy validation final["eval_accuracy"]
import numpy as np, torch
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments
class Texts(torch.utils.data.Dataset):
    def __init__(self, n, seed):
        self.ids = np.random.default_rng(seed).integers(0, 20, (n, 8)); self.labels = (self.ids[:, 0] > 9).astype(int)
    def __len__(self): return len(self.labels)
    def __getitem__(self, i): return dict(input_ids=torch.tensor(self.ids[i]), labels=int(self.labels[i]))
model = BertForSequenceClassification(BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, max_position_embeddings=8))
args = TrainingArguments("out", num_train_epochs=2, learning_rate=3e-3, eval_strategy="epoch", save_strategy="no", report_to="none", use_cpu=True)
trainer = Trainer(model=model, args=args, train_dataset=Texts(160, 0), eval_dataset=Texts(64, 1), compute_metrics=lambda p: {"accuracy": (p.predictions.argmax(-1) == p.label_ids).mean()})
trainer.train()
final = trainer.evaluate()
