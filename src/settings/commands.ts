/** A verb of the command line and of the action's `command` input. */
export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A paragraph for `--help`. */
  readonly does: string;
  /** What stands before the flags: nothing, training scripts (`any`: those that are named, or all), the name of a study. */
  readonly scripts: 'none' | 'one' | 'some' | 'any' | 'study';
  /** What follows the program's name: `run train.py --target 0.97`, and what it is good for. */
  readonly examples: readonly (readonly [string, string])[];
}

/** Every command, in the order in which help lists them. Help, dispatch and documents read this table. */
export const commands = [
  {
    name: 'run',
    summary: 'Everything in one go: train, tune to the target, report',
    does:
      'Trains the script as it is. While its metric misses the target, edits the hyper-parameters in a copy of ' +
      'the script, trains again, and confirms the winner with repeated runs. Your files stay as they are ' +
      'unless you say --apply. Stopped? The same command goes on where it was.',
    scripts: 'one',
    examples: [
      ['run train.py', 'tune until the accuracy is 80 %'],
      ['run train.py --target 0.97 --trials 40', 'a higher target, more tries'],
      ['run train.py --metric rmse --target 2.5', 'another metric; smaller is better'],
      ['run train.py -- --epochs 5', 'arguments for the script itself'],
    ],
  },
  {
    name: 'plan',
    summary: 'Show what run would do, without training anything',
    does:
      'Reads the script and shows what it trains, the environment it needs, its metric and target, and every ' +
      'hyper-parameter that would be tuned, with its range. Costs nothing and changes nothing.',
    scripts: 'one',
    examples: [
      ['plan train.py', 'look before you spend'],
      ['plan train.py --keep batch_size', 'leave one value alone'],
    ],
  },
  {
    name: 'pull',
    summary: 'Tell which training scripts a push changed',
    does:
      'Compares the commit that is checked out with an earlier one and lists the scripts that train a model and ' +
      'changed, themselves or in a module of the same repository that they import. Named scripts narrow the list.',
    scripts: 'any',
    examples: [
      ['pull', 'what the last commit changed'],
      ['pull --since main --json', 'what a branch changed, for other programs'],
    ],
  },
  {
    name: 'detect',
    summary: 'Tell what scripts train: framework, metric, hyper-parameters',
    does: 'The same look as plan, for any number of files, made for other programs with --json.',
    scripts: 'some',
    examples: [
      ['detect train.py', 'for reading'],
      ['detect --json models/*.py', 'one JSON array, one item a file'],
    ],
  },
  {
    name: 'train',
    summary: 'Train the script once, as it is, and read its metric',
    does:
      'Makes the environment, trains the script unchanged, reads its metric and compares it with the target. ' +
      'This one run is the baseline of every later search.',
    scripts: 'one',
    examples: [['train train.py --target 0.9', 'is it good enough already?']],
  },
  {
    name: 'tweak',
    summary: 'Search for hyper-parameters that reach the target',
    does:
      'Edits hyper-parameters in a copy of the script and trains it again, until a result that reaches the ' +
      'target is confirmed or the budget is spent. Trains the baseline first where there is none yet.',
    scripts: 'one',
    examples: [
      ['tweak train.py --time 30m', 'with half an hour at most'],
      ['tweak train.py --tune units --tune learning_rate', 'only these two'],
    ],
  },
  {
    name: 'report',
    summary: 'Show how a study ended: before, after, the diff',
    does:
      'Prints the outcome of the study of a script. Changes that a confirmed winner does not need are undone first, ' +
      'with complete runs, unless that was done before. With --apply it writes the winner into your script.',
    scripts: 'one',
    examples: [
      ['report train.py', 'the outcome and the diff'],
      ['report train.py --apply', 'put the winning values into train.py'],
    ],
  },
  {
    name: 'status',
    summary: 'List the studies kept on this machine',
    does: 'One line for every study: script, target, best so far, trials, state, size, last activity.',
    scripts: 'none',
    examples: [['status', 'what is running, what has ended']],
  },
  {
    name: 'resume',
    summary: 'Go on with a study, by its name',
    does:
      "Goes on where a study was stopped, from the study's own folder and with the settings that it had. The " +
      'script itself may have been edited or moved since. Nothing that has finished is trained again.',
    scripts: 'study',
    examples: [['resume train-3f9c2a1b', 'a name that status shows']],
  },
  {
    name: 'monitor',
    summary: 'Start again what has died, and say why it did',
    does:
      'Looks at every study of this machine. One whose process was killed, or that a restart of the machine ' +
      'ended, is started again in the background and goes on after its last finished trial. One that runs, ' +
      'that somebody stopped, or that has ended is left alone. Meant for a timer; exit code 5 means that ' +
      'somebody has to look.',
    scripts: 'none',
    examples: [
      ['monitor', 'once, as a timer would'],
      ['monitor --json', 'what was found and done, for other programs'],
    ],
  },
  {
    name: 'init',
    summary: 'Write the workflow files of a repository',
    does:
      'Writes .github/workflows/retune.yml, which trains and tunes what a push changed, and a workflow that ' +
      'starts again what died; then says which settings of the repository to switch on. The jobs train in ' +
      'containers, unless --runner local is said. What is there already is not overwritten without --force.',
    scripts: 'none',
    examples: [
      ['init --target 0.9', 'in a clone of your repository'],
      ['init --label self-hosted --label gpu', 'for runners with these labels'],
    ],
  },
  {
    name: 'doctor',
    summary: 'Check that this machine has what is needed',
    does: 'Looks for a usable Python, for uv, for free disk space and a writable home, and says how to get what lacks.',
    scripts: 'none',
    examples: [['doctor', 'the first thing to run when something is odd']],
  },
  {
    name: 'prune',
    summary: 'Free disk space: remove old studies and environments',
    does: 'Removes studies that were not used for 30 days, and environments that no study needs. Never a running one.',
    scripts: 'none',
    examples: [
      ['prune', 'what was not used for 30 days'],
      ['prune --older-than 7d', 'one week'],
      ['prune --all', 'everything that nobody uses right now'],
    ],
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof commands)[number]['name'];

/** The command of that name, if there is one. */
export function commandNamed(name: string): (Command & { readonly name: CommandName }) | undefined {
  return commands.find((command) => command.name === name);
}
