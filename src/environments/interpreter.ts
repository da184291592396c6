import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { decodeJson, fields, text, truth } from '../decode.ts';
import { UserError } from '../errors.ts';
import { minorOf } from './choose.ts';
import type { Interpreter } from './environment.ts';

export type { Interpreter } from './environment.ts';

/** Those for which most packages have wheels come first. */
const names = ['python3.12', 'python3.11', 'python3.13', 'python3.10', 'python3.9', 'python3.14', 'python3', 'python'];
const oldest = '3.9';

/**
 * The Python to make environments with: the one that was set, else the best on PATH. `pythons` are the
 * minor versions that will do; default: all from 3.9 on.
 */
export async function findInterpreter(
  setting: string | null,
  { pythons, environment = process.env }: { pythons?: readonly string[]; environment?: NodeJS.ProcessEnv } = {},
): Promise<Interpreter> {
  const seen: Look[] = [];
  for await (const path of candidates(setting, environment)) {
    const look = await lookAt(path, pythons, environment);
    seen.push(look);
    if (look.problem === null && canInstall(look.interpreter)) return look.interpreter;
  }
  const bare = seen.find(({ problem }) => problem === null)?.interpreter;
  // Without pip of its own it serves only where uv does the work; making the environment says so if not.
  if (bare != null) return bare;
  throw noPython(setting, pythons, seen);
}

function canInstall({ has }: Interpreter): boolean {
  return has.venv && (has.ensurepip || has.pip);
}

async function* candidates(setting: string | null, environment: NodeJS.ProcessEnv): AsyncGenerator<string> {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (setting !== null && (isAbsolute(setting) || setting.includes('/'))) {
    yield resolve(setting);
    return;
  }
  for (const name of setting === null ? names : [setting])
    for (const folder of folders) if (await isExecutable(join(folder, name))) yield join(folder, name);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What came of asking one Python about itself. */
type Look =
  | { readonly path: string; readonly interpreter: Interpreter; readonly problem: null }
  | { readonly path: string; readonly interpreter: null; readonly problem: string };

async function lookAt(
  path: string,
  pythons: readonly string[] | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<Look> {
  const answer = await ask(path, environment);
  if (!answer.ok) return { path, interpreter: null, problem: answer.problem };
  const { implementation, ...interpreter } = answer.value;
  const minor = minorOf(interpreter.version);
  const problem = ((): string | null => {
    if (implementation !== 'cpython') return `${implementation}, for which few packages are built`;
    if (isOlder(minor, oldest)) return `Python ${interpreter.version}, and ${oldest} is the oldest that will do`;
    if (pythons !== undefined && !pythons.includes(minor))
      return `Python ${interpreter.version}, for which not every package is built`;
    return null;
  })();
  return problem === null ? { path, interpreter, problem } : { path, interpreter: null, problem };
}

function isOlder(minor: string, than: string): boolean {
  const [major = 0, second = 0] = minor.split('.').map(Number);
  const [otherMajor = 0, otherSecond = 0] = than.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && second < otherSecond);
}

/** Also understood by Python 2, which then says how old it is. */
const question = `
import json, platform, sys, sysconfig
def has(name):
    try:
        import importlib.util
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False
def has_pip():
    # Since 22.3 pip can install into an environment other than its own.
    if not has("pip"):
        return False
    import pip
    return tuple(int(part) for part in pip.__version__.split(".")[:2] if part.isdigit()) >= (22, 3)
print(json.dumps({
    "path": sys.executable,
    "version": platform.python_version(),
    "platform": sysconfig.get_platform(),
    "implementation": platform.python_implementation().lower(),
    "has": {"venv": has("venv"), "ensurepip": has("ensurepip"), "pip": has_pip()},
}))
`;

const answerDecoder = fields({
  path: text(4096),
  version: text(100),
  platform: text(200),
  implementation: text(100),
  has: fields({ venv: truth, ensurepip: truth, pip: truth }),
});

/** Starts it isolated from the caller's own settings of Python; a shim that only complains is not usable. */
async function ask(path: string, environment: NodeJS.ProcessEnv): Promise<ReturnType<typeof decodeJson<Answer>>> {
  return await new Promise((done) => {
    execFile(path, ['-Ic', question], { env: environment, timeout: 20_000 }, (error, stdout, stderr) => {
      if (error === null) {
        done(decodeJson(answerDecoder, stdout));
        return;
      }
      const line = stderr.split('\n').find((one) => one.trim() !== '');
      done({
        ok: false,
        problem:
          error.code === 'ENOENT' ? 'is not there' : `does not run: ${(line ?? error.message).trim().slice(0, 200)}`,
      });
    });
  });
}

type Answer = Interpreter & { readonly implementation: string };

function noPython(setting: string | null, pythons: readonly string[] | undefined, seen: readonly Look[]): UserError {
  const wanted = pythons === undefined ? `Python ${oldest} or newer` : `Python ${pythons.join(', ')}`;
  const looked = seen.map(({ path, problem }) => `\n    ${path}: ${problem ?? 'usable'}`).join('');
  const nothing = setting === null ? `none of ${names.join(', ')} is on PATH` : `${setting} is not there`;
  return new UserError(
    'machine',
    'no-python',
    `No usable Python: ${wanted} is needed; ${looked === '' ? nothing : `looked at:${looked}`}`,
    { help: 'Install one (Debian, Ubuntu: apt install python3 python3-venv), or name one by --python PATH.' },
  );
}
