import { everywhere, homeless, readers, searches, studies, trainers } from './command-groups.ts';
import { parseBytes } from './bytes.ts';
import { parseDuration } from './duration.ts';
import {
  choice,
  dataMount,
  direction,
  list,
  onOrOff,
  one,
  path,
  positiveNumber,
  program,
  text,
  wholeNumber,
  word,
} from './parsers.ts';
import { setting, type Setting } from './setting.ts';
import { parseTarget } from './target.ts';
import { diskSettings } from './disk-settings.ts';
import { workflowSettings } from './workflow-settings.ts';

/** Every setting, in the order in which help and documents show them. */
export const table: readonly Setting[] = [
  setting('scripts', list(word), 'script', 'script', [...readers, 'pull', 'resume'], {
    placeholder: 'SCRIPT',
    shown: 'none, a script has to be named',
    help: 'The training script; for resume, the name of a study; for pull also a pattern, models/*/train.py.',
    flag: 'scripts',
  }),
  setting('arguments', list(text), 'arguments', 'script', studies, {
    placeholder: 'ARGUMENT',
    shown: 'none',
    help: 'Arguments for the script itself; on the command line, everything after --.',
    flag: 'rest',
  }),
  setting('since', list(word), 'since', 'script', ['pull'], {
    placeholder: 'COMMIT',
    shown: 'what the push says, else the commit before',
    help: 'The commit to compare with, the first of several that is there; everything lists all training scripts.',
    file: false,
  }),
  setting('directory', one(path), 'directory', 'script', studies, {
    placeholder: 'DIR',
    shown: "the script's own folder",
    help: 'The working directory in which the script runs.',
  }),
  setting('data', list(dataMount), 'data', 'script', studies, {
    placeholder: 'HOST[:INSIDE]',
    shown: 'none',
    help: 'Data outside the repository, and the path at which the script looks for it. It is only read.',
  }),
  setting('target', one(parseTarget), 'target', 'goal', [...studies, 'init'], {
    placeholder: 'VALUE',
    shown: '0.80 for accuracy; any other metric is only reported',
    help: 'The value to reach. For accuracy, 0.8, 80 and "80 %" mean the same.',
  }),
  setting('metric', one(word), 'metric', 'goal', studies, {
    placeholder: 'NAME',
    shown: "the script's own",
    help: 'The metric that counts: accuracy, f1, r2, rmse, or the word the script prints before a number.',
  }),
  setting('direction', direction, 'direction', 'goal', studies, {
    placeholder: 'max|min',
    shown: 'known from the name of the metric',
    help: 'Whether more or less is better. Needed only for a metric that Retune does not know by name.',
  }),
  setting('trainMetric', onOrOff, 'train-metric', 'goal', studies, {
    shown: 'off',
    help: 'Let a metric on the training data count. It says little about new data.',
  }),
  setting('metricText', onOrOff, 'metric-text', 'goal', ['detect'], {
    shown: 'off',
    help: 'The named files are logs: tell which metrics Retune would read from them.',
    file: false,
  }),
  setting('trials', wholeNumber(1, 10_000), 'trials', 'budget', searches, {
    placeholder: 'N',
    shown: '20',
    help: 'How many sets of values to try at most. More than before goes on with the same search.',
  }),
  setting('time', one(parseDuration), 'time', 'budget', searches, {
    placeholder: 'TIME',
    shown: 'no limit',
    help: 'How long the search may take in all: 90s, 30m, 2h.',
  }),
  setting('totalEpochs', wholeNumber(1, 1e9), 'total-epochs', 'budget', searches, {
    placeholder: 'N',
    shown: 'no limit',
    help: 'How many epochs may be trained in all, by every training together. Where epochs are not seen, nothing is counted.',
  }),
  setting('trialTime', one(parseDuration), 'trial-time', 'budget', trainers, {
    placeholder: 'TIME',
    shown: 'learnt from the first run',
    help: 'How long one training may take.',
  }),
  setting('repeats', wholeNumber(1, 100), 'repeats', 'budget', searches, {
    placeholder: 'N',
    shown: '3',
    help: 'How many complete runs have to prove a winner at least; a close call takes more.',
  }),
  setting('parallel', wholeNumber(1, 64), 'parallel', 'budget', searches, {
    placeholder: 'N',
    shown: '1',
    help: 'How many trainings may run side by side, each with its share of the cores and the memory.',
  }),
  setting('seed', wholeNumber(0, 2 ** 32 - 1), 'seed', 'budget', searches, {
    placeholder: 'N',
    shown: '0',
    help: "The seed of the search: the same seed tries the same values. The script's own seeds stay as they are.",
  }),
  setting('tune', list(word), 'tune', 'changes', studies, {
    placeholder: 'NAME',
    shown: 'everything that was found',
    help: 'Tune only these hyper-parameters, by name, short name or pattern: lr,epochs or *Dense*.',
  }),
  setting('keep', list(word), 'keep', 'changes', studies, {
    placeholder: 'NAME',
    shown: 'none',
    help: 'Leave these hyper-parameters as they are, named the same way: batch*.',
  }),
  setting('runner', choice('local', 'docker'), 'runner', 'environment', [...studies, 'init'], {
    placeholder: 'local|docker',
    shown: 'local',
    help: 'What executes the training: processes of this machine, or containers, where a script reaches no network and no file but a copy of its own.',
  }),
  setting('baseImage', one(word), 'base-image', 'environment', studies, {
    placeholder: 'IMAGE',
    shown: 'python:3.12-slim-bookworm',
    help: 'With docker: the image to build on. Debian or Ubuntu with Python 3.9 or newer.',
  }),
  setting('memory', one(parseBytes), 'memory', 'environment', trainers, {
    placeholder: 'SIZE',
    shown: "nine tenths of the machine's",
    help: 'With docker: how much memory a training may use: 8g, 512m.',
  }),
  setting('cpus', positiveNumber, 'cpus', 'environment', trainers, {
    placeholder: 'N',
    shown: 'all',
    help: 'With docker: how many processors a training may use: 4, 1.5.',
  }),
  setting('network', choice('none', 'bridge'), 'network', 'environment', trainers, {
    placeholder: 'none|bridge',
    shown: 'none',
    help: 'With docker: whether a training reaches the network: bridge, where a loader has to download its data.',
  }),
  setting('gpus', choice('none', 'all'), 'gpus', 'environment', trainers, {
    placeholder: 'none|all',
    shown: 'none',
    help: "With docker: whether a training sees the machine's GPUs; needs the NVIDIA Container Toolkit, and for PyTorch --pytorch default, for Keras and XGBoost --build cuda.",
  }),
  setting('noWarm', onOrOff, 'no-warm', 'environment', trainers, {
    shown: 'off',
    help: 'With local: import the frameworks anew in every trial, instead of once for all trials of a search.',
  }),
  setting('python', one(program), 'python', 'environment', [...studies, 'doctor'], {
    placeholder: 'PATH',
    shown: 'the best one on PATH',
    help: 'The Python to use, 3.9 or newer.',
  }),
  setting('pytorch', choice('cpu', 'default'), 'pytorch', 'environment', studies, {
    placeholder: 'cpu|default',
    shown: 'cpu',
    help: 'Where PyTorch comes from: the small CPU packages, or whatever your package index has (PyPI: CUDA, 5 GB).',
  }),
  setting('build', choice('cpu', 'cuda'), 'build', 'environment', studies, {
    placeholder: 'cpu|cuda',
    shown: 'cpu',
    help: 'The build of TensorFlow and XGBoost: for processors, or with CUDA (Linux on x86-64).',
  }),
  setting('versions', choice('author', 'retune'), 'versions', 'environment', studies, {
    placeholder: 'author|retune',
    shown: 'author',
    help: 'Package versions: those that requirements.txt and its like ask for, or those that come with Retune.',
  }),
  setting(
    'home',
    one(path),
    'home',
    'environment',
    everywhere.filter((name) => !homeless.includes(name)),
    {
      placeholder: 'DIR',
      shown: '$RETUNE_HOME, else ~/.retune',
      help: 'Where studies and environments are kept.',
      file: false,
    },
  ),
  setting('cache', choice('github', 'none'), 'cache', 'environment', studies, {
    placeholder: 'github|none',
    shown: 'github',
    help: "As an action: keep studies in GitHub's cache as well, so that another machine can go on with them.",
    flag: 'none',
  }),
  setting('fresh', onOrOff, 'fresh', 'output', trainers, {
    shown: 'off',
    help: 'Start again instead of going on with the study.',
    file: false,
  }),
  setting('asFound', onOrOff, 'as-found', 'output', ['run', 'report'], {
    shown: 'off',
    help: 'Keep the changes as the search found them. Without it, those that the target does not need are undone.',
  }),
  setting('reproduce', onOrOff, 'reproduce', 'output', ['run', 'report'], {
    shown: 'off',
    help: 'Train the winner once more from nothing, without Retune, before it is called ready: reproduce.sh in a fresh environment.',
  }),
  setting('apply', onOrOff, 'apply', 'output', ['run', 'tweak', 'report'], {
    shown: 'off',
    help: 'Write the winning values into your script.',
    input: false,
    file: false,
  }),
  setting('pullRequest', choice('open', 'none'), 'pull-request', 'output', ['run', 'report'], {
    placeholder: 'open|none',
    shown: 'open',
    help: 'As an action: open a pull request with the edits that reach the target, or leave it at the summary.',
    flag: 'none',
  }),
  setting('token', one(word), 'token', 'output', ['pull', 'run', 'report', 'monitor'], {
    placeholder: 'TOKEN',
    shown: "the job's own",
    help: "What GitHub's API and git are asked with. A token of an app makes the checks of the pull request run.",
    flag: 'none',
    file: false,
    preset: '${{ github.token }}',
  }),
  setting('failBelowTarget', onOrOff, 'fail-below-target', 'output', ['run', 'tweak', 'report'], {
    shown: 'off',
    help: 'Fail the step when the target is not reached. (The command line says it by exit code 3.)',
    flag: 'none',
  }),
  setting('json', onOrOff, 'json', 'output', everywhere, {
    shown: 'off',
    help: 'Print one JSON document instead of text.',
    input: false,
    file: false,
  }),
  ...diskSettings,
  ...workflowSettings,
];
