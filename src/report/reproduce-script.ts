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
  /** What is to come out, in words: `test accuracy 98.7 %`. */
  readonly expected: string;
}

/** Where the lock of a step lies beside the script: `environment/1-requirements.txt`. */
export function lockBeside(step: Extract<InstallStep, { kind: 'lock' }>, index: number): string {
  return `environment/${index + 1}-${step.file.split('/').at(-1) ?? 'requirements.txt'}`;
}

/**
 * A shell script that makes the environment anew, takes the snapshot, applies the diff and trains as the author
 * would, without Retune. Whatever comes from the user is quoted.
 */
export function reproduceScript(about: Reproduction): string {
  const minor = about.python?.split('.').slice(0, 2).join('.') ?? '3';
  const depth = about.directory === '' ? [] : about.directory.split('/').map(() => '..');
  const script = [...depth, about.script].join('/');
  const from = about.commit === null ? 'the snapshot in source/' : `commit ${about.commit}, kept in source/`;
  return `#!/usr/bin/env bash
# Trains ${comment(about.script)} again as Retune's study ${comment(about.study)} left it: ${comment(from)}.
# Nothing of Retune is used. Python ${minor} is; name another one by PYTHON=... if it is not found.
#     bash reproduce.sh [FOLDER]      default: a temporary folder, removed afterwards
# Expected: ${comment(about.expected)}
set -euo pipefail
here=$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)
if [ $# -gt 0 ]; then work=$1; mkdir -p "$work"; work=$(cd "$work" && pwd)
else work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; fi

mkdir "$work/source"
cp -R "$here/../source/." "$work/source/"
chmod -R u+w "$work/source"
${about.changed ? '(cd "$work/source" && patch --quiet -p1 < "$here/retune.diff")' : '# Nothing was changed.'}

python=\${PYTHON:-$(command -v python${minor} || command -v python3)}
if command -v uv > /dev/null; then
  uv venv --quiet --no-project --python "$python" "$work/environment"
  install() { uv pip install --quiet --python "$work/environment/bin/python" "$@"; }
else
  "$python" -m venv "$work/environment"
  install() { "$work/environment/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }
fi
${about.steps.map(installLine).join('\n')}

cd "$work/source"/${quoted(about.directory)}
"$work/environment/bin/python" ${[script, ...about.arguments].map(quoted).join(' ')}
echo "Expected: "${quoted(about.expected)}
`;
}

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
