// The steps of `.ci/run`: tools first, then two lanes side by side, then what measures time, alone.
import { jest, single, unittest } from './count.mjs';
import { mypy, node24, node24Prefix, parser, root, tools } from './places.mjs';
import { runSteps } from './run-steps.mjs';

const frameworkTests = (tests) => ['-m', 'unittest', 'discover', 'images/runtime/tests/frameworks', '-p', tests];
const inEnvironment = (example, tests) => ['node', '.ci/in-environment.mjs', example, ...frameworkTests(tests)];
const legacyKeras = (...packages) => ['.ci/legacy-keras', ...packages, '--', ...frameworkTests('test_legacy_keras.py')];
const besideTorch = (tests) => ['.ci/beside-torch', ...frameworkTests(tests)];
const shell = (script) => ['bash', '-c', script];

const before = [
  {
    name: 'tools: uv',
    command: shell(`command -v uv || { python3 -m venv '${tools}' && '${tools}/bin/pip' install -q uv; }`),
  },
  {
    name: 'tools: Node 24',
    command: shell(
      `[ -x '${node24}' ] || npm install --prefix '${node24Prefix}' --no-save --no-audit --no-fund node@24`,
    ),
  },
  {
    name: 'tools: act and actionlint',
    command: shell(
      `export GOBIN='${tools}/bin'
      command -v act || go install github.com/nektos/act@v0.2.89 &&
      { command -v actionlint || go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12; }`,
    ),
  },
  {
    name: "tools: zizmor and GitHub's parser of workflows",
    command: shell(
      `command -v zizmor || {
        { [ -x '${tools}/bin/pip' ] || python3 -m venv '${tools}'; } && '${tools}/bin/pip' install -q zizmor==1.32.0
      } && {
        [ -d '${parser}/node_modules' ] ||
        npm install --prefix '${parser}' --no-save --no-audit --no-fund @actions/workflow-parser@0.3.61
      }`,
    ),
  },
  { name: 'unit tests', command: ['npm', 'test'], count: jest },
];

const checks = [
  { name: 'types', command: ['npx', 'tsc', '--noEmit'] },
  { name: 'lint', command: ['npx', 'eslint', '.'] },
  { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
  { name: 'honest verdicts', command: ['npm', 'run', '-s', 'benchmark:honesty'] },
  { name: 'dist is fresh', command: ['node', '.ci/build.mjs', '--check'] },
  { name: 'workflows', command: ['.ci/lint-workflows', `${parser}/node_modules`] },
  {
    name: 'types of the runtime',
    command: shell(
      `[ -x '${mypy}/bin/mypy' ] || { uv venv -q '${mypy}' && uv pip install -q --python '${mypy}/bin/python' mypy==2.4.1; }
      cd images/runtime && '${mypy}/bin/mypy' --strict --cache-dir '${mypy}/cache' retune_runtime`,
    ),
  },
  {
    name: 'runtime',
    command: ['python3', '-m', 'unittest', 'discover', 'images/runtime/tests'],
    count: unittest,
  },
  {
    name: 'end to end',
    command: ['npm', 'run', 'test:end-to-end', '--', '--testPathIgnorePatterns', 'examples.test'],
    count: jest,
  },
];

/** The runtime inside the frameworks that it watches. */
const frameworks = [
  { name: 'runtime with scikit-learn', command: inEnvironment('sklearn-knn', 'test_sklearn*.py'), count: unittest },
  { name: 'runtime with XGBoost', command: inEnvironment('xgboost', 'test_xgboost*.py'), count: unittest },
  { name: 'runtime with LightGBM', command: inEnvironment('xgboost', 'test_lightgbm*.py'), count: unittest },
  { name: 'runtime with CatBoost', command: inEnvironment('xgboost', 'test_catboost*.py'), count: unittest },
  { name: 'runtime with Keras', command: inEnvironment('keras-cnn', 'test_keras*.py'), count: unittest },
  { name: 'runtime with TensorFlow', command: inEnvironment('keras-cnn', 'test_tensorflow*.py'), count: unittest },
  { name: 'runtime with Keras 2.12', command: legacyKeras('2.12.1'), count: unittest },
  { name: 'runtime with PyTorch', command: inEnvironment('pytorch-mlp', 'test_torch*.py'), count: unittest },
  { name: 'runtime with Lightning', command: besideTorch('test_lightning*.py'), count: unittest },
  { name: 'runtime with transformers', command: besideTorch('test_huggingface*.py'), count: unittest },
];

/** The product as a whole, training for real. */
const whole = [
  // One of its runs trains in containers, as the workflows of `init` do.
  { name: 'act', command: shell('exports=$(.ci/start-docker) && eval "$exports" && npm run test:act'), count: jest },
  {
    name: 'examples reach their targets',
    command: ['npm', 'run', 'test:end-to-end', '--', 'examples.test'],
    count: jest,
  },
  {
    name: 'in containers',
    // An engine and a base image first; the images stay with the engine from one time to the next.
    command: shell('exports=$(.ci/start-docker) && eval "$exports" && npm run test:docker'),
    count: jest,
  },
];

const timing = [
  { name: 'benchmark: detect', command: ['node', 'benchmarks/detect.mjs', '--check'] },
  { name: 'benchmark: own time per trial', command: ['node', 'benchmarks/own-time.mjs', '--check'] },
  {
    name: 'benchmark: containers',
    command: shell('exports=$(.ci/start-docker) && eval "$exports" && npm run -s benchmark:containers -- --check'),
  },
];

const { passed, failed } = await runSteps([[before], [[...checks, ...frameworks], whole], [timing]], {
  directory: root,
  count: single,
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
