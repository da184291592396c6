import { trainingEnvironment } from './allow-list.ts';

const defaults = trainingEnvironment({});

test.each(
  ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'HTTPS_PROXY', 'https_proxy', 'no_proxy', 'SSL_CERT_FILE']
    .concat([
      'REQUESTS_CA_BUNDLE',
      'CUDA_VISIBLE_DEVICES',
      'OMP_NUM_THREADS',
      'OPENBLAS_NUM_THREADS',
      'LD_LIBRARY_PATH',
    ])
    .concat(['KERAS_BACKEND', 'TF_FORCE_GPU_ALLOW_GROWTH', 'HF_HOME', 'SCIKIT_LEARN_DATA', 'PYTHONHASHSEED']),
)('training code sees %s', (name) => {
  expect(trainingEnvironment({ [name]: 'x' })).toEqual({ ...defaults, [name]: 'x' });
});

test.each(
  ['SECRET_TOKEN', 'GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'AWS_SECRET_ACCESS_KEY']
    .concat(['HF_TOKEN', 'TF_API_KEY', 'CUDA_PASSWORD', 'TORCH_AUTH', 'NODE_OPTIONS', 'PYTHONSTARTUP', 'PYTHONPATH'])
    .concat([
      'LD_PRELOAD',
      'GITHUB_ENV',
      'GITHUB_STEP_SUMMARY',
      'RUNNER_TRACKING_ID',
      'SSH_AUTH_SOCK',
      'xPATH',
      'PATHx',
    ]),
)('training code does not see %s', (name) => {
  expect(trainingEnvironment({ [name]: 'x' })).toEqual(defaults);
});

test('a proxy that carries a password stays outside', () => {
  const HTTPS_PROXY = 'http://proxy:3128';
  expect(trainingEnvironment({ HTTPS_PROXY })).toMatchObject({ HTTPS_PROXY });
  expect(trainingEnvironment({ HTTPS_PROXY: 'http://me:word@proxy:3128' })).toEqual(defaults);
});

test('the user has the last word over defaults', () => {
  expect(defaults).toEqual({ TF_CPP_MIN_LOG_LEVEL: '2' });
  expect(trainingEnvironment({ TF_CPP_MIN_LOG_LEVEL: '0', MPLBACKEND: 'svg', HOME: undefined })).toEqual({
    ...defaults,
    TF_CPP_MIN_LOG_LEVEL: '0',
    MPLBACKEND: 'svg',
  });
});

test('a container has a home, paths and certificates of its own', () => {
  const ours = { OMP_NUM_THREADS: '2', TF_XLA_FLAGS: '-x', LANG: 'C', PYTHONHASHSEED: '0' };
  const theirs = { PATH: '/x', HOME: '/x', HTTPS_PROXY: 'x', SSL_CERT_FILE: '/x', KERAS_HOME: '/x', TORCH_HOME: '/x' };
  expect(trainingEnvironment({ ...ours, ...theirs, HF_TOKEN: 'x' }, 'container')).toEqual({ ...defaults, ...ours });
});
