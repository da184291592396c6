"""Hugging Face's Trainer with a tiny model of random weights: nothing is fetched."""

from __future__ import annotations

import unittest

from framework_attempts import AttemptTest, watch

SCRIPT = """
import os, warnings
os.environ["HF_HUB_OFFLINE"] = "1"
warnings.filterwarnings("ignore")
import numpy as np, torch
from sklearn.metrics import accuracy_score
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments
class Texts(torch.utils.data.Dataset):
    def __init__(self, count, seed):
        numbers = np.random.default_rng(seed)
        self.words = numbers.integers(0, 20, (count, 8))
        self.labels = (self.words.sum(1) > 76).astype(int)
    def __len__(self): return len(self.labels)
    def __getitem__(self, i): return {"input_ids": torch.tensor(self.words[i]), "labels": int(self.labels[i])}
model = BertForSequenceClassification(BertConfig(vocab_size=20, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, max_position_embeddings=8, num_labels=2))
arguments = TrainingArguments(output_dir="out", num_train_epochs=2, per_device_train_batch_size=32, learning_rate=5e-3, eval_strategy="epoch", save_strategy="no", report_to=[], disable_tqdm=True, use_cpu=True, logging_strategy="no")
def compute_metrics(p): return {"accuracy": accuracy_score(p.label_ids, p.predictions.argmax(-1))}
trainer = Trainer(model=model, args=arguments, train_dataset=Texts(200, 0), eval_dataset=Texts(50, 1), compute_metrics=compute_metrics)
trainer.train()
final = trainer.evaluate()
print("eval %.4f" % final["eval_accuracy"])
print("test %.4f" % trainer.predict(Texts(60, 2)).metrics["test_accuracy"], arguments.seed)
"""


class HuggingFace(AttemptTest):
    def test_train_evaluate_predict(self) -> None:
        call = SCRIPT[SCRIPT.index("TrainingArguments(output_dir") : SCRIPT.index("\ndef compute_metrics")]
        ran = self.run_script(SCRIPT, saveModel=True, watch=[watch(SCRIPT, "5e-3", call, "learning_rate")])
        self.assertEqual(ran.code, 0, ran.output)
        told = [(each["split"], each["epoch"], each["size"]) for each in ran.of("metric") if each["name"] == "accuracy" and each["source"] == "hook"]
        self.assertEqual(
            told, [("validation", 1, 50), ("validation", 2, 50), ("validation", None, 50), ("test", None, 60)]
        )
        self.assertEqual([(each["epoch"], each["epochs"]) for each in ran.of("progress") if "epoch" in each], [(1, 2), (2, 2)])
        self.assertEqual(ran.received(), [("5e-3/learning_rate", 0.005, "object")])
        self.assertEqual(ran.of("randomness")[0]["sources"], ["torch"])
        self.assertEqual(ran.of("warning"), [])

    def test_it_stops_and_seeds(self) -> None:
        losses = []
        for seed in (1, 1, 2):
            self.setUp()
            ran = self.run_script(SCRIPT, seed=seed, limits={"seconds": None, "epochs": 1})
            self.assertEqual([each["epoch"] for each in ran.of("progress") if "epoch" in each], [1])
            self.assertTrue(ran.output.strip().endswith(" 42"), ran.output)
            losses.append([each["value"] for each in ran.of("metric") if each["name"] == "loss"])
        self.assertEqual(losses[0], losses[1])
        self.assertNotEqual(losses[0], losses[2])


if __name__ == "__main__":
    unittest.main()
