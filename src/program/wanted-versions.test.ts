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

const frame = 'import pandas as pd\nd = pd.read_csv("x.csv")\n';
const seaborn = 'import seaborn as sns\n';

test.each([
  // each seen to have no effect, or another one, in pandas 3, and to be as it was in 2
  ['d["a"].fillna(0, inplace=True)', '<3'],
  ['d.a.replace(1, 2, inplace=True)', '<3'],
  ['d.loc[:, "a"].fillna(0, inplace=True)', '<3'],
  ['d["a"][d["b"] > 1] = 9', '<3'],
  ['d.a[0] = 9', '<3'],
  ['d["a"].loc[0] = 9', '<3'],
  ['for part in [d, d.copy()]:\n  part["a"][part["b"] > 1] = 9', '<3'],
  ['e = d.drop("b", axis=1)\ne["a"].fillna(0, inplace=True)', '<3'],
  ['y = d["b"].values\ny[y > 1] = 0', '<3'],
  ['import numpy as np\nnp.random.shuffle(d.values)', '<3'],
  ['t = [c for c in d.columns if d[c].dtype == "object"]', '<3'],
  ['t = d.dtypes[d.dtypes == object]', '<3'],
  ['d.loc[d["Sex"] == "male", "Sex"] = 0', '<3'],
  ['m = d.set_index("when").resample("M").sum()', '<3'],
  ['n = pd.to_numeric(d["a"], errors="ignore")', '<3'],
  ['n = d.applymap(str)', '<3'],
  // each an error in pandas 2
  ['n = d.drop("b", 1)', '<2'],
  ['n = d.isnull().any(1)', '<2'],
  ['n = pd.concat([d, d], 1)', '<2'],
  ['n = pd.np.nan', '<2'],
  ['n = d.append({"a": 1}, ignore_index=True)', '<2'],
  ['def add(table):\n  return table.append(1, ignore_index=True)\nn = add(make())', '<2'],
  ['n = d["when"].dt.week', '<2'],
  ['n = pd.read_csv("y.csv", ",")', '<2'],
])('what pandas takes otherwise today is read in %s', async (line, specifier) => {
  const wanted = await wantedOf('pandas', `${frame}${line}\n`);
  expect(wanted).toEqual([specifier]);
});

test.each([
  ['seaborn', `${seaborn}sns.countplot("a", data=d)`, '<0.12'],
  ['seaborn', `${seaborn}sns.scatterplot(d.a, d.b)`, '<0.12'],
  ['scipy', 'from scipy import interp', '<1.12'],
  ['scipy', 'from scipy.integrate import simps', '<1.14'],
  ['scipy', 'from scipy.stats import mode\nm = mode(d)[0][0]', '<1.11'],
  ['matplotlib', 'import matplotlib.pyplot as plt\nc = plt.cm.get_cmap("viridis")', '<3.11'],
  ['matplotlib', 'import matplotlib.pyplot as plt\na = plt.figure().gca(projection="3d")', '<3.6'],
  ['numpy', 'import numpy as np\nb = np.zeros(3, dtype=np.bool)', '!=1.24.*,!=1.25.*,!=1.26.*'],
  ['numpy', 'import numpy as np\nb = np.vstack(map(list, d))', '<1.24'],
  ['lightgbm', 'from lightgbm import LGBMClassifier\nm = LGBMClassifier()\nm.fit(a, b, verbose=False)', '<4'],
  ['xgboost', 'import xgboost as xgb\nb = xgb.train(p, t)\nn = b.best_ntree_limit', '<2'],
  ['keras', 'from keras.optimizers import Adam\no = Adam(0.001, decay=1e-4)', '<2.11'],
  ['keras', 'from keras.callbacks import ModelCheckpoint\nc = ModelCheckpoint("best.hdf5")', '<3'],
])('%s is wanted by what was taken from it: %s', async (distribution, line, specifier) => {
  expect(await wantedOf(distribution, `${line}\n`)).toEqual([specifier]);
});

test.each([
  [`${frame}n = d.ix[0]`, 'write .loc or .iloc'],
  ['from sklearn.ensemble.forest import RandomForestClassifier', /from sklearn.ensemble import/],
  ['from scipy.misc import imread', /imageio.imread/],
])('what no Python of today can run is refused with what to write: %s', async (line, help) => {
  const text = `${line}\nfrom sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  const { refused } = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect(refused).toMatchObject({ code: 'removed-api', help: expect.stringMatching(help) as string });
});

async function wantedOf(distribution: string, start: string): Promise<readonly string[] | undefined> {
  const text = `${start}from sklearn.svm import SVC\nm = SVC().fit(X, y)\nprint('accuracy', m.score(X, y))\n`;
  const { packages, refused } = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  expect(refused).toBeNull();
  return packages.find((one) => one.distribution === distribution)?.wanted?.map(({ specifier }) => specifier);
}

test.each([
  ['tf.keras still has it', 'from tensorflow.keras.preprocessing.image import ImageDataGenerator\n'],
  ['a list of the author', 'import pandas as pd\nd = []\nd.append(pd.read_csv("x.csv"))\n'],
  ['a type of its own', 'import numpy as np\nx = np.zeros(3, dtype=np.float32)\n'],
  [
    'a frame’s own way',
    `${frame}d["a"] = d["a"].fillna(0)\nd.loc[d.b > 1, "a"] = 9\nn = d.drop("b", axis=1).any(axis=1)\n`,
  ],
  ['a row of a frame of rows', `${frame}d[d.b > 1]["a"] = 9\nd.fillna(0, inplace=True)\n`],
  [
    'an array of its own',
    `${frame}import numpy as np\ny = np.array(d["b"])\ny[0] = 1\nz = d["b"].astype(float).values\n`,
  ],
  ['lists beside frames', `${frame}t = d["b"].values.tolist()\nt.append(1)\nn = t[0].any(1)\n`],
  ['arguments by name', `${seaborn}sns.countplot(x="a", data=d)\nsns.heatmap(d.corr())\nsns.boxplot(d["a"])\n`],
  ['what pandas has', `${frame}n = pd.concat([d], axis=1)\nm = d.resample("D").sum()\nv = d["when"].dt.month\n`],
  ['Keras 2 of its own', 'import tf_keras as keras\no = keras.optimizers.legacy.Adam()\n'],
  [
    'Keras 2 of TensorFlow’s',
    'import os\nos.environ["TF_USE_LEGACY_KERAS"] = "1"\nimport tensorflow as tf\no = tf.keras.optimizers.legacy.Adam()\n',
  ],
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
