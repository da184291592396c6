import { detectProgram } from '../detect.ts';

const svm = 'from sklearn.svm import SVC\nm = SVC().fit(X, y)\n';

async function refusalOf(text: string, path = 'train.py'): Promise<string | null> {
  const { metric, refused } = await detectProgram({ path, text }, [], () => 'present');
  expect(metric).toBeNull();
  return refused?.code ?? null;
}

test.each([
  ['a frame', 'import pandas as pd\nresults = pd.DataFrame(rows)\nprint(results)'],
  ['a value in an f-string', "print(f'finished with {best:.3f}')"],
  ['a log', "import logging\nlogging.getLogger().info('got %s', best)"],
  ['another program', "import subprocess, sys\nsubprocess.run([sys.executable, 'evaluate.py'])"],
  ['a table in a file', "import pandas as pd\npd.DataFrame(rows).to_csv('results.csv')"],
  ['a metric of another library', 'import torchmetrics\na = torchmetrics.Accuracy()\na(m, y)'],
])('the run decides where the script shows %s', async (_, text) => {
  expect(await refusalOf(svm + text)).toBeNull();
});

test('a library that reports by itself is asked by running it', async () => {
  const text =
    'from fastai.vision.all import *\nlearn = vision_learner(d, resnet18)\nlearn.fine_tune(2, base_lr=0.01)\n';
  expect(await refusalOf(text)).toBeNull();
});

test.each([
  ['fixed text', "print('done')"],
  ['shapes of data', 'print(X.shape, len(y))'],
  ['how long it took', "import time\nprint(f'took {time.time() - start} s')"],
  ['a file of another name', "import pandas as pd\npd.DataFrame(p).to_csv('submission.csv')"],
])('a script that only shows %s is refused before it is run', async (_, text) => {
  expect(await refusalOf(svm + text)).toBe('no-metric');
});

test('a frame as the last line of a cell may tell, a picture tells nothing', async () => {
  const notebook = (last: string): string => {
    const cells = [svm, last].map((source) => ({ cell_type: 'code', source, outputs: [] }));
    return JSON.stringify({ cells, metadata: {}, nbformat: 4 });
  };
  expect(await refusalOf(notebook('pd.DataFrame(rows)'), 'n.ipynb')).toBeNull();
  expect(await refusalOf(notebook('plt.plot(curve)'), 'n.ipynb')).toBe('no-metric');
  expect(await refusalOf(notebook('X.shape'), 'n.ipynb')).toBe('no-metric');
});
