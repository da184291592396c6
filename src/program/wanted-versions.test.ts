import { detectProgram } from './detect.ts';

test.each([
  ['from tensorflow.python.keras.models import Sequential\n', 'tensorflow', '<2.13', 1],
  ['from keras.utils import np_utils\nfrom keras.models import Sequential\n', 'tensorflow', '<2.13', 1],
  ['from keras.optimizers import Adam\no = Adam(lr=0.1)\n', 'keras', '<2.11', 2],
  ['from keras.models import Sequential\nk = Sequential()\nk.fit_generator(g)\n', 'tensorflow', '<2.16', 3],
  ['from keras.preprocessing.image import ImageDataGenerator\n', 'keras', '<3', 1],
  ['from sklearn.datasets import load_boston\n', 'scikit-learn', '<1.2', 1],
  ['from sklearn.linear_model import Ridge\nr = Ridge(normalize=True)\n', 'scikit-learn', '<1.2', 2],
  ['import numpy as np\nx = np.zeros(3, dtype=np.float)\n', 'numpy', '<1.24', 2],
  ['import pandas as pd\nd = pd.read_csv("x.csv")\nd = d.append(d)\n', 'pandas', '<2', 3],
  ['import xgboost as xgb\nm = xgb.XGBClassifier()\nm.fit(X, y, early_stopping_rounds=3)\n', 'xgboost', '<2.1', 3],
])('names of earlier years choose a version that has them: %#', async (start, distribution, specifier, line) => {
  const text = `${start}from sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  const { packages, refused } = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect(refused).toBeNull();
  const { wanted } = packages.find((one) => one.distribution === distribution)!;
  expect(wanted).toMatchObject([{ kind: 'api', specifier, line }]);
});

test.each([
  ['tf.keras still has it', 'from tensorflow.keras.preprocessing.image import ImageDataGenerator\n'],
  ['a list of the author', 'import pandas as pd\nd = []\nd.append(pd.read_csv("x.csv"))\n'],
  ['a type of its own', 'import numpy as np\nx = np.zeros(3, dtype=np.float32)\nb = np.bool\n'],
  ['it may fail', 'try:\n  from keras.utils import np_utils\nexcept ImportError:\n  np_utils = None\n'],
])('what is not old chooses no version: %s', async (_, start) => {
  const text = `${start}from sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  const { packages } = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect(packages.filter(({ wanted }) => wanted !== undefined)).toEqual([]);
});

test('the author’s own words on versions are taken, the nearest first', async () => {
  const text =
    'import sklearn\nimport numpy\nimport tinylib\nfrom sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint("accuracy", m.score(X, y))\n';
  const manifests = [
    { path: 'requirements.txt', text: 'numpy==1.26.4\nscikit-learn>=1.2\ntinylib==0.1\n' },
    { path: 'environment.yml', text: 'dependencies:\n- numpy=1.20\n' },
  ];
  const { packages, refused } = await detectProgram({ path: 'train.py', text }, [], () => 'present', manifests);
  expect(refused).toBeNull();
  const said = packages.map(({ distribution, wanted }) => [distribution, wanted?.map(({ specifier }) => specifier)]);
  expect(said).toEqual([
    ['scikit-learn', ['>=1.2']],
    ['numpy', ['==1.26.4']],
    ['tinylib', ['==0.1']],
  ]);
});
