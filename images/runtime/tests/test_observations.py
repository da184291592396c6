"""Which of several numbers is told: files, classes, disagreement."""

from __future__ import annotations

import unittest

from attempts import AttemptTest


class Files(AttemptTest):
    def told(self, script: str, files: "dict[str, str] | None" = None) -> "list[tuple[object, ...]]":
        ran = self.run_script(script, files)
        self.assertEqual((ran.code, ran.of("warning")), (0, []), ran.output)
        return [
            (each["name"], round(each["value"], 4), each["split"], each["epoch"], each["source"])
            for each in ran.of("metric")
        ]

    def test_json(self) -> None:
        script = (
            "import json, os\nos.mkdir('out')\n"
            "json.dump({'test': {'accuracy': 0.91, 'n': 3}, 'val_acc': [0.1, 0.2], 'lr': 0.1}, open('out/metrics.json', 'w'))"
        )
        self.assertEqual(
            self.told(script), [("accuracy", 0.91, "test", None, "file"), ("accuracy", 0.2, "validation", 2, "file")]
        )

    def test_a_csv_log_and_a_lone_number(self) -> None:
        script = (
            "open('log.csv', 'w').write('epoch,accuracy,val_accuracy\\n0,0.5,0.4\\n1,0.6,0.55\\n')\n"
            "open('accuracy.txt', 'w').write('86.89%\\n')\n"
            "open('rmse.txt', 'w').write('12.5')\n"
        )
        self.assertEqual(
            self.told(script),
            [
                ("accuracy", 0.8689, "unknown", None, "file"),
                ("accuracy", 0.6, "unknown", 1, "file"),
                ("accuracy", 0.55, "validation", 1, "file"),
                ("rmse", 12.5, "unknown", None, "file"),
            ],
        )

    def test_a_row_for_each_split(self) -> None:
        ran = self.run_script("open('metrics.csv', 'w').write('split,accuracy\\ntrain,0.9\\ntest,0.7\\n')")
        self.assertEqual(ran.metrics("accuracy"), [(0.9, "train", "file"), (0.7, "test", "file")])
        self.setUp()
        ran = self.run_script("open('results.csv', 'w').write('model,accuracy\\nknn,0.9\\nsvm,0.7\\n')")
        self.assertEqual(ran.metrics("accuracy"), [], "a table of models")

    def test_what_was_there_before_is_not_the_scripts(self) -> None:
        files = {"results.json": '{"accuracy": 0.99}', "scores.csv": "accuracy\n0.99\n"}
        self.assertEqual(self.told("open('results.json').read()", files), [])

    def test_data_is_not_a_result(self) -> None:
        script = "open('scores.csv', 'w').write('name,precision\\na,0.5\\nb,0.6\\n')\nopen('data.json', 'w').write('{\"accuracy\": 1}')"
        self.assertEqual(self.told(script), [])

    def test_hostile_files(self) -> None:
        script = (
            "open('metrics.json', 'w').write('[' * 100000)\n"
            "open('log.csv', 'wb').write(b'accuracy,\\x00\\xff\\n' * 100)\n"
            "open('eval.json', 'w').write('{\"accuracy\": NaN, \"auc\": 1e999}')\n"
            "import os; os.symlink('/etc/passwd', 'score.txt'); os.mkfifo('history.txt')\n"
        )
        self.assertEqual(self.told(script), [])


class Classes(AttemptTest):
    def test_the_whole_before_its_classes(self) -> None:
        script = (
            "print('Accuracy of the network on the 10000 test images: 54 %')\n"
            "for name in ('plane', 'car'): print('Accuracy of %5s : %2d %%' % (name, 60))\n"
            "print('Accuracy for class: frog is 12.5 %')\n"
        )
        ran = self.run_script(script)
        self.assertEqual(ran.metrics("accuracy"), [(0.54, "test", "printed")])

    def test_models_are_no_classes(self) -> None:
        ran = self.run_script("print('Accuracy of SVM: 0.9')\nprint('Accuracy of KNN: 0.8')")
        self.assertEqual([value for value, _, _ in ran.metrics("accuracy")], [0.9, 0.8])


if __name__ == "__main__":
    unittest.main()
