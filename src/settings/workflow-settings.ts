import { list, onOrOff, one, pinned, wholeNumber, word } from './parsers.ts';
import { setting, type Setting } from './setting.ts';

/** The rows of the table that concern workflows on GitHub. */
export const workflowSettings: readonly Setting[] = [
  setting('workflow', one(word), 'workflow', 'workflows', ['monitor'], {
    placeholder: 'FILE',
    shown: 'retune.yml',
    help: 'The workflow file whose runs are looked after, where a token is at hand.',
    file: false,
  }),
  setting('restarts', wholeNumber(1, 45), 'restarts', 'workflows', ['monitor'], {
    placeholder: 'N',
    shown: '5',
    help: 'How often a run is started again at most; GitHub itself allows 50.',
    file: false,
  }),
  setting('labels', list(word), 'label', 'workflows', ['init'], {
    placeholder: 'LABEL',
    shown: 'self-hosted, docker',
    help: 'A label of the self-hosted runner that trains.',
    input: false,
    file: false,
  }),
  setting('action', one(pinned), 'action', 'workflows', ['init'], {
    placeholder: 'OWNER/NAME@COMMIT',
    shown: 'this very version, where it was cloned from GitHub',
    help: 'The action that the workflows use, pinned to a commit.',
    input: false,
    file: false,
  }),
  setting('force', onOrOff, 'force', 'workflows', ['init'], {
    shown: 'off',
    help: 'Overwrite workflow files that are there and say something else.',
    input: false,
    file: false,
  }),
];
