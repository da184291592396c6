/**
 * What training code sees of our environment, and why. Everything else, tokens first of all, stays outside.
 * A container has paths, devices and a network of its own: what names those here means nothing there.
 */
const allowed: readonly { readonly names: RegExp; readonly why: string; readonly inContainers?: true }[] = [
  { names: /^(PATH|HOME|USER|LOGNAME|SHELL)$/, why: 'what every program expects' },
  { names: /^(TMPDIR|TMP|TEMP|XDG_CACHE_HOME)$/, why: 'where temporary and cached files go' },
  { names: /^(LANG|LANGUAGE|LC_[A-Z]+|TZ)$/, why: 'how numbers, text and times are read', inContainers: true },
  { names: /^(https?|no|all|ftp)_proxy$/i, why: 'loaders that download data' },
  {
    names: /^(SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
    why: 'the same, behind a company proxy',
  },
  {
    names: /^(CUDA|NVIDIA|ROCR|HIP)_[A-Z_]+$|^LD_LIBRARY_PATH$/,
    why: 'which accelerators there are, and their libraries',
  },
  {
    names: /^[A-Z]+_(NUM|MAXIMUM)_THREADS$|^(OMP|KMP|GOMP)_[A-Z_]+$|^LOKY_MAX_CPU_COUNT$/,
    why: 'how many cores to use',
    inContainers: true,
  },
  { names: /^(KERAS_HOME|TORCH_HOME|TORCHINDUCTOR_CACHE_DIR|TF_[A-Z_]*(DIR|PATH))$/, why: 'caches of the frameworks' },
  { names: /^(TF|TORCH|KERAS|XLA|JAX)_[A-Z0-9_]+$|^PYTORCH_[A-Z_]+$/, why: 'their settings', inContainers: true },
  {
    names: /^(HF_HOME|HF_HUB_OFFLINE|HF_HUB_CACHE|HF_DATASETS_CACHE|TRANSFORMERS_CACHE)$/,
    why: 'caches of data and models',
  },
  { names: /^(SCIKIT_LEARN_DATA|JOBLIB_TEMP_FOLDER|MPLBACKEND)$/, why: 'the same' },
  { names: /^(PYTHONHASHSEED|PYTHONIOENCODING|PYTHONUTF8)$/, why: 'how Python reads and orders', inContainers: true },
];

/** Never, whatever the list says. */
const secret = /TOKEN|SECRET|KEY|PASS|CREDENTIAL|AUTH/i;
export const carriesPassword = /:\/\/[^/@]*@/;

/** Set where the user did not; the runtime itself sees to unbuffered output and to plots without windows. */
const defaults: Readonly<Record<string, string>> = { TF_CPP_MIN_LOG_LEVEL: '2' };

/** The environment for training code: the allowed part of ours, and our defaults. */
export function trainingEnvironment(
  ours: Readonly<Record<string, string | undefined>>,
  where: 'process' | 'container' = 'process',
): Record<string, string> {
  const passed = Object.entries(ours).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isAllowed(entry[0], entry[1], where),
  );
  return { ...defaults, ...Object.fromEntries(passed) };
}

function isAllowed(name: string, value: string, where: 'process' | 'container'): boolean {
  if (secret.test(name) || carriesPassword.test(value)) return false;
  const row = allowed.find(({ names }) => names.test(name));
  return row !== undefined && (where === 'process' || row.inContainers === true);
}
