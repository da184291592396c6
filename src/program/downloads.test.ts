import { detectProgram } from './detect.ts';
import type { Download } from './program.ts';

async function downloads(text: string): Promise<readonly Download[]> {
  return (await detectProgram({ path: 'train.py', text }, [], () => 'present')).downloads;
}

const torch = 'from torchvision import datasets, transforms\n';

test.each<readonly [string, string, Partial<Download> | null]>([
  [
    'a data set of Keras, under the name of TensorFlow',
    'import tensorflow as tf\n(a, b), c = tf.keras.datasets.imdb.load_data(num_words=1000)',
    { loader: 'keras.datasets.imdb.load_data', arguments: {}, variable: 'KERAS_HOME', folder: null, line: 2 },
  ],
  [
    'a data set of OpenML, by a constant',
    'from sklearn.datasets import fetch_openml\nNAME = "mnist_784"\nX, y = fetch_openml(NAME, version=1, return_X_y=True)',
    { loader: 'sklearn.datasets.fetch_openml', arguments: { name: 'mnist_784', version: 1 } },
  ],
  [
    'one of scikit-learn in a folder of the script',
    'from sklearn.datasets import fetch_california_housing as f\nd = f(data_home="./cache")',
    { arguments: {}, folder: { argument: 'data_home', path: './cache' } },
  ],
  [
    'one of torchvision with the folder by position',
    `${torch}import os\nROOT = os.path.join("data", "mnist")\nd = datasets.MNIST(ROOT, train=True, download=True, transform=transforms.ToTensor())`,
    { arguments: { download: true }, folder: { argument: 'root', path: 'data/mnist' } },
  ],
  ['one that is there already', `${torch}d = datasets.MNIST("data", train=True)`, null],
  ['one in a folder that only a run can tell', `${torch}d = datasets.MNIST(find(), download=True)`, null],
  [
    'weights by their address',
    'from torchvision import models\nm = models.resnet18(weights=models.ResNet18_Weights.DEFAULT)',
    { arguments: { weights: { address: 'torchvision.models.ResNet18_Weights.DEFAULT' } }, variable: 'TORCH_HOME' },
  ],
  ['weights that are not wanted', 'from torchvision import models\nm = models.resnet18(weights=None)', null],
  [
    'weights that come unless they are refused',
    'import keras\nm = keras.applications.MobileNetV2(include_top=False, input_shape=(96, 96, 3))',
    { arguments: { include_top: false, input_shape: [96, 96, 3] } },
  ],
  ['and when they are', 'import keras\nm = keras.applications.MobileNetV2(weights=None)', null],
  ['a preparation of pictures', 'import keras\nx = keras.applications.vgg16.preprocess_input(x)', null],
  [
    'a file by its address',
    'import keras\np = keras.utils.get_file("a.csv", "https://example.org/a.csv")',
    { arguments: { fname: 'a.csv', origin: 'https://example.org/a.csv' } },
  ],
  [
    'a model of Hugging Face',
    'from transformers import AutoModel\nm = AutoModel.from_pretrained("bert-base-uncased", num_labels=2)',
    { arguments: { pretrained_model_name_or_path: 'bert-base-uncased' }, variable: 'HF_HOME' },
  ],
  ['a model of a folder', 'from transformers import AutoModel\nm = AutoModel.from_pretrained("./model")', null],
  ['a data set of files', 'from datasets import load_dataset\nd = load_dataset("csv", data_files="a.csv")', null],
  [
    'an example of seaborn',
    'import seaborn as sns\nd = sns.load_dataset("iris")',
    { arguments: { name: 'iris' }, variable: 'SEABORN_DATA' },
  ],
  ['arguments that only a run can tell', 'import seaborn as sns\nd = sns.load_dataset(**options)', null],
  ['code that nothing runs', 'import seaborn as sns\ndef load():\n    return sns.load_dataset("iris")', null],
])('%s', async (_, text, expected) => {
  const found = await downloads(text);
  if (expected === null) expect(found).toEqual([]);
  else expect(found).toEqual([expect.objectContaining(expected)]);
});

test('the halves of one data set are one download', async () => {
  const text = `${torch}a = datasets.MNIST("d", train=True, download=True)\nb = datasets.MNIST("d", train=False, download=True)`;
  expect(await downloads(text)).toHaveLength(1);
});
