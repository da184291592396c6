import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { wheels } from '../packages/wheels.data.ts';
import type { InstallStep, Interpreter } from './environment.ts';

/** One process to run, as data. */
export interface Call {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** What makes an environment: the calls that create an empty one, and that fill it. */
export interface Installer {
  readonly name: string;
  create(folder: string, python: Interpreter): Call;
  /** `within`: a file of pins that packages by name have to respect. */
  install(folder: string, python: Interpreter, step: InstallStep, within: string): Call;
}

export const uv: Installer = {
  name: 'uv',
  create: (folder, { path }) => ({ program: 'uv', arguments: ['venv', '--no-project', '--python', path, folder] }),
  install: (folder, _, step, within) => ({
    program: 'uv',
    arguments: ['pip', 'install', '--python', pythonIn(folder), ...asked(step, within), ...bothIndexes(step)],
  }),
};

export const pip: Installer = {
  name: 'pip',
  create(folder, { path, version, has }) {
    if (has.venv && has.ensurepip) return { program: path, arguments: ['-Im', 'venv', folder] };
    if (has.venv && has.pip) return { program: path, arguments: ['-Im', 'venv', '--without-pip', folder] };
    throw new UserError('machine', 'no-venv', `${path} (Python ${version}) cannot make virtual environments.`, {
      help: 'Debian, Ubuntu: apt install python3-venv. Or install uv, or name another Python by --python PATH.',
    });
  },
  install(folder, { path, has }, step, within) {
    const quiet = ['--no-input', '--disable-pip-version-check', '--progress-bar', 'off'];
    return has.ensurepip
      ? { program: pythonIn(folder), arguments: ['-Im', 'pip', 'install', ...quiet, ...asked(step, within)] }
      : {
          program: path,
          arguments: ['-Im', 'pip', '--python', pythonIn(folder), 'install', ...quiet, ...asked(step, within)],
        };
  },
};

/** pip looks for the best version in all of its indexes; uv has to be told. */
function bothIndexes(step: InstallStep): string[] {
  return step.kind === 'resolved' && step.index !== null ? ['--index-strategy', 'unsafe-best-match'] : [];
}

/** Both installers understand the same words. */
function asked(step: InstallStep, within: string): string[] {
  switch (step.kind) {
    case 'lock':
      return [
        ...['--no-deps', '--requirement', step.file],
        ...(step.hashed ? ['--require-hashes'] : []),
        ...(step.index === null ? [] : ['--index-url', step.index]),
      ];
    case 'names':
      return [...step.names, '--constraint', within];
    case 'resolved':
      return [
        ...step.requirements,
        ...Object.keys(wheels).flatMap((name) => ['--only-binary', name]),
        ...(step.index === null ? [] : ['--extra-index-url', step.index]),
      ];
  }
}

export function pythonIn(folder: string): string {
  return join(folder, 'bin', 'python');
}

/** Settings that would send packages elsewhere, or change which ones they are. */
const misleading =
  /^(VIRTUAL_ENV(_PROMPT)?|CONDA_PREFIX|PYTHON(HOME|PATH|STARTUP|USERBASE)|PIP_(TARGET|PREFIX|ROOT|USER|SRC|REQUIREMENT|CONSTRAINT|REQUIRE_VIRTUALENV|REQUIRE_HASHES|NO_DEPS|DRY_RUN|PYTHON|LOG|QUIET|VERBOSE)|UV_(SYSTEM_PYTHON|PYTHON|PROJECT_ENVIRONMENT|PROJECT|WORKING_DIR|CONSTRAINT|OVERRIDE|EXCLUDE|BREAK_SYSTEM_PACKAGES|VENV_[A-Z]+|REQUIRE_HASHES|NO_DEPS))$/;

/** What people set for one installer holds for the other too: index, wheels at hand, certificates. */
const sameSetting: readonly (readonly [pip: string, uv: readonly string[]])[] = [
  ['PIP_INDEX_URL', ['UV_INDEX_URL', 'UV_DEFAULT_INDEX']],
  ['PIP_EXTRA_INDEX_URL', ['UV_EXTRA_INDEX_URL', 'UV_INDEX']],
  ['PIP_FIND_LINKS', ['UV_FIND_LINKS']],
  ['PIP_NO_INDEX', ['UV_NO_INDEX']],
  ['PIP_CERT', ['SSL_CERT_FILE']],
];

/** The caller's environment for an installer: index, proxies and certificates as set, the rest out of the way. */
export function installerEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => value !== '' && !misleading.test(name)),
  );
  for (const [forPip, [forUv = '', ...others]] of sameSetting) {
    const uvValue = [forUv, ...others].map((name) => result[name]).find((value) => value !== undefined);
    const pipValue = result[forPip];
    if (uvValue === undefined && pipValue !== undefined) result[forUv] = pipValue;
    if (pipValue === undefined && uvValue !== undefined) result[forPip] = uvValue;
  }
  return { ...result, UV_PYTHON_DOWNLOADS: 'never', UV_NO_PROGRESS: '1', NO_COLOR: '1' };
}
