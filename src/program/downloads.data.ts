/** A loader of a library that downloads what it does not have yet. */
export interface Loader {
  /** Canonical address of what is called. */
  readonly address: RegExp;
  /** The library's own variable for the folder in which it keeps what it has downloaded. */
  readonly variable: string;
  /** Its parameters in order, as far as anyone gives them by position. */
  readonly positional: readonly string[];
  /** The arguments that decide what is downloaded; all others are left out when only the data is wanted. */
  readonly deciding: readonly string[];
  /** Without a literal value of these nobody can say what would be downloaded. */
  readonly needed?: readonly string[];
  /** The argument that names another folder than the variable's. */
  readonly folder?: string;
  /** Downloads only where this argument is given, and neither `None` nor `False`. */
  readonly onlyWith?: readonly string[];
  /** Downloads unless this argument is `None`. */
  readonly unlessNone?: string;
  /** A value of the first needed argument that means local files. */
  readonly local?: RegExp;
}

const torchvisionSplits = ['split', 'image_set', 'year', 'folds', 'target_types', 'mode', 'version', 'size', 'what'];
const localPath = /^(\.{0,2}\/|~)|\\|\.(json|csv|txt|bin|pt)$/;

/** Every loader that we know. Addresses of `tf.keras` are those of `keras`. */
export const loaders: readonly Loader[] = [
  {
    address: /^keras\.datasets\.\w+\.(load_data|get_word_index)$/,
    variable: 'KERAS_HOME',
    positional: [],
    deciding: ['path', 'label_mode', 'version'],
  },
  {
    address: /^keras\.(utils|utils\.data_utils)\.get_file$/,
    variable: 'KERAS_HOME',
    positional: ['fname', 'origin', 'untar', 'md5_hash', 'file_hash', 'cache_subdir'],
    deciding: [
      ...['fname', 'origin', 'untar', 'md5_hash', 'file_hash', 'cache_subdir'],
      ...['hash_algorithm', 'extract', 'archive_format'],
    ],
    needed: ['origin'],
    folder: 'cache_dir',
    local: /^(?!https?:\/\/)/,
  },
  {
    address: /^keras\.applications\.(?:\w+\.)?[A-Z]\w+$/,
    variable: 'KERAS_HOME',
    positional: [],
    deciding: ['weights', 'include_top', 'alpha', 'input_shape'],
    unlessNone: 'weights',
  },
  {
    address: /^sklearn\.datasets\.fetch_openml$/,
    variable: 'SCIKIT_LEARN_DATA',
    positional: ['name'],
    deciding: ['name', 'version', 'data_id'],
    folder: 'data_home',
  },
  {
    address:
      /^sklearn\.datasets\.fetch_(california_housing|20newsgroups|covtype|olivetti_faces|rcv1|species_distributions)$/,
    variable: 'SCIKIT_LEARN_DATA',
    positional: [],
    deciding: [],
    folder: 'data_home',
  },
  {
    address: /^sklearn\.datasets\.fetch_(20newsgroups_vectorized|lfw_people|lfw_pairs|kddcup99)$/,
    variable: 'SCIKIT_LEARN_DATA',
    positional: [],
    deciding: ['subset', 'remove', 'funneled', 'percent10'],
    folder: 'data_home',
  },
  {
    address: /^torchvision\.datasets\.USPS$/,
    variable: 'TORCH_HOME',
    positional: ['root', 'train', 'transform', 'target_transform', 'download'],
    deciding: ['train', 'download'],
    needed: ['root'],
    folder: 'root',
    onlyWith: ['download'],
  },
  {
    address: /^torchvision\.datasets\.(Q?MNIST|FashionMNIST|KMNIST|CIFAR100?)$/,
    variable: 'TORCH_HOME',
    positional: ['root', 'train', 'transform', 'target_transform', 'download'],
    deciding: ['download'],
    needed: ['root'],
    folder: 'root',
    onlyWith: ['download'],
  },
  {
    address:
      /^torchvision\.datasets\.(SVHN|STL10|EMNIST|CelebA|DTD|Flowers102|Food101|GTSRB|OxfordIIITPet|FGVCAircraft|PCAM|Country211|RenderedSST2|StanfordCars|Imagenette|Places365)$/,
    variable: 'TORCH_HOME',
    positional: ['root', 'split'],
    deciding: [...torchvisionSplits, 'download'],
    needed: ['root'],
    folder: 'root',
    onlyWith: ['download'],
  },
  {
    address: /^torchvision\.datasets\.[A-Z]\w+$/,
    variable: 'TORCH_HOME',
    positional: ['root'],
    deciding: [...torchvisionSplits, 'download'],
    needed: ['root'],
    folder: 'root',
    onlyWith: ['download'],
  },
  {
    address: /^torchvision\.models\.(?:\w+\.)*[a-z]\w+$/,
    variable: 'TORCH_HOME',
    positional: [],
    deciding: ['weights', 'pretrained', 'weights_backbone'],
    onlyWith: ['weights', 'pretrained', 'weights_backbone'],
  },
  {
    address: /^seaborn\.load_dataset$/,
    variable: 'SEABORN_DATA',
    positional: ['name'],
    deciding: ['name'],
    needed: ['name'],
    folder: 'data_home',
  },
  {
    address: /^tensorflow_datasets\.load$/,
    variable: 'TFDS_DATA_DIR',
    positional: ['name'],
    deciding: ['name'],
    needed: ['name'],
    folder: 'data_dir',
  },
  {
    address: /^datasets\.load_dataset$/,
    variable: 'HF_HOME',
    positional: ['path', 'name'],
    deciding: ['path', 'name', 'revision', 'data_files', 'data_dir'],
    needed: ['path'],
    local: /^(csv|json|text|parquet|pandas|arrow|imagefolder|audiofolder|webdataset|\.{0,2}\/.*)$/,
  },
  {
    address: /^transformers\.\w+\.from_pretrained$/,
    variable: 'HF_HOME',
    positional: ['pretrained_model_name_or_path'],
    deciding: ['pretrained_model_name_or_path', 'revision', 'subfolder', 'use_fast', 'from_tf', 'from_flax'],
    needed: ['pretrained_model_name_or_path'],
    local: localPath,
  },
];
