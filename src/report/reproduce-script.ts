import type { InstallStep } from '../environments/environment.ts';

/** Everything that training a winner again, from nothing, takes. */
export interface Reproduction {
  readonly study: string;
  /** Relative to the snapshot; `directory` is where it runs, empty for the snapshot itself. */
  readonly script: string;
  readonly directory: string;
  readonly arguments: readonly string[];
  /** `3.11.7`; `null` where the image has its own. */
  readonly python: string | null;
  readonly steps: readonly InstallStep[];
  readonly commit: string | null;
  readonly changed: boolean;
  /** Declared data: absolute, and where the script looks for it; `null`: under its own name. */
  readonly data: readonly { readonly host: string; readonly inside: string | null }[];
  /** What is to come out, in words: `test accuracy 98.7 %`. */
  readonly expected: string;
}

/** Where the lock of a step lies beside the script: `environment/1-requirements.txt`. */
export function lockBeside(step: Extract<InstallStep, { kind: 'lock' }>, index: number): string {
  return `environment/${index + 1}-${step.file.split('/').at(-1) ?? 'requirements.txt'}`;
}

/** Python that runs a notebook's cells without Jupyter, relative to `images/runtime`, and where it lies beside the script. */
export const player = [
  'play_notebook.py',
  'retune_runtime/cells.py',
  'retune_runtime/magics.py',
  'retune_runtime/notebook_shell.py',
] as const;
export const playerBeside = 'environment/notebook';

export function isNotebook(script: string): boolean {
  return script.endsWith('.ipynb');
}

/** How the line begins that says what should have come out. */
export const expectedBegins = 'Expected: ';

/** Where the files that the diff changes lie beside the script, as it leaves them. */
export const changedBeside = 'changed';

/**
 * A shell script that makes the environment anew, takes the snapshot with the diff in it and trains as the author
 * would, without Retune. Whatever comes from the user is quoted.
 */
export function reproduceScript(about: Reproduction): string {
  const minor = about.python?.split('.').slice(0, 2).join('.') ?? '3';
  const depth = about.directory === '' ? [] : about.directory.split('/').map(() => '..');
  const script = [...depth, about.script].join('/');
  const before = isNotebook(about.script) ? `"$here"/${playerBeside}/play_notebook.py ` : '';
  const from = about.commit === null ? 'the snapshot in source/' : `commit ${about.commit}, kept in source/`;
  return `#!/usr/bin/env bash
# Trains ${comment(about.script)} again as Retune's study ${comment(about.study)} left it: ${comment(from)}.
# Nothing of Retune is used. Python ${minor} is; name another one by PYTHON=... if it is not found.
#     bash reproduce.sh [FOLDER]      default: a temporary folder, removed afterwards
# ENVIRONMENT=FOLDER takes a virtual environment that is there, instead of a new one.
# Expected: ${comment(about.expected)}
set -euo pipefail
here=$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)
if [ $# -gt 0 ]; then into=$1; mkdir -p "$into"; into=$(cd "$into" && pwd)
else into=$(mktemp -d); trap 'rm -rf "$into"' EXIT; fi

mkdir -p "$into/work"
cp -R "$here/../source/." "$into/work/"
chmod -R u+w "$into/work"
${about.changed ? `# As retune.diff leaves them.\ncp -R "$here/${changedBeside}/." "$into/work/"` : '# Nothing was changed.'}

environment=\${ENVIRONMENT:-$into/environment}
if [ -z "\${ENVIRONMENT:-}" ]; then
  python=\${PYTHON:-$(command -v python${minor} || command -v python3)}
  if command -v uv > /dev/null; then
    uv venv --quiet --no-project --python "$python" "$environment"
    install() { uv pip install --quiet --python "$environment/bin/python" "$@"; }
  else
    "$python" -m venv "$environment"
    install() { "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }
  fi
${about.steps.map((step, index) => `  ${installLine(step, index)}`).join('\n')}
fi

cd "$into/work"/${quoted(about.directory)}
${about.data.length === 0 ? '' : show}${about.data.map((data) => `${dataLine(data)}\n`).join('')}"$environment/bin/python" ${before}${[script, ...about.arguments].map(quoted).join(' ')}
echo ${quoted(expectedBegins)}${quoted(about.expected)}
`;
}

/**
 * A folder of links to its files, so that what the script writes there stays out of the data. An absolute place shows the
 * data already, or it is not this machine's to make.
 */
function dataLine({ host, inside }: Reproduction['data'][number]): string {
  const place = inside ?? host.split('/').at(-1) ?? 'data';
  if (place.startsWith('/')) return `# Data is expected at ${comment(place)}.`;
  return `show ${quoted(host)} ${quoted(place)}`;
}

const show = `show() { # DATA PLACE
  [ -e "$1" ] || return 0
  rm -rf -- "$2"; mkdir -p -- "$(dirname -- "$2")"
  if [ -d "$1" ]; then mkdir -- "$2"; cp -Rs -- "$1/." "$2/"; else ln -s -- "$1" "$2"; fi
}
`;

function installLine(step: InstallStep, index: number): string {
  switch (step.kind) {
    case 'lock': {
      const hashes = step.hashed ? ' --require-hashes' : '';
      const source = step.index === null ? '' : ` --index-url ${quoted(step.index)}`;
      return `install --no-deps${hashes}${source} --requirement "$here"/${quoted(lockBeside(step, index))}`;
    }
    case 'names':
      return `install ${step.names.map(quoted).join(' ')}`;
    case 'resolved': {
      const source = step.index === null ? '' : ` --extra-index-url ${quoted(step.index)}`;
      return `install${source} ${step.requirements.map(quoted).join(' ')}`;
    }
  }
}

/** As one word of a shell, whatever it holds. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** In a comment nothing may start a new line. */
function comment(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}
