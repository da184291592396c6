import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyExample, retune, temporary } from '../end-to-end/command.ts';
import { baseImage, imageFor, scikitLearn } from './images.ts';

const docker = ['--runner', 'docker', '--base-image', baseImage];
// Containers have a /tmp of their own: a home there is seen all the same, since it is mounted.
const homeIn = (folder: string): Record<string, string> => ({ RETUNE_HOME: join(folder, 'home') });

test('an example reaches its target in containers, and nothing is left behind', async () => {
  using folder = temporary('docker');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const before = readFileSync(script, 'utf8');
  const { code, out, err } = await retune(['run', script, '--target', '0.98', '--seed', '1', '--json', ...docker], {
    env: homeIn(folder.path),
  });
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  const { verdict, files } = JSON.parse(out) as { verdict: string; files: { model: string } };
  expect(verdict).toBe('reached');
  expect(statSync(files.model).uid).toBe(process.getuid?.());
  expect(readFileSync(script, 'utf8')).toBe(before);
  const filter = [
    'ps',
    '--all',
    '--quiet',
    '--filter',
    'label=retune.folder',
    '--format',
    '{{.Label "retune.folder"}}',
  ];
  expect(execFileSync('docker', filter, { encoding: 'utf8' })).not.toContain(folder.path);
});

test('a package beyond the family is one small layer', async () => {
  const family = await imageFor(scikitLearn);
  const image = await imageFor(`import yaml\n${scikitLearn}`);
  const sizeOf = (id: string): number =>
    Number(execFileSync('docker', ['image', 'inspect', '--format', '{{.Size}}', id], { encoding: 'utf8' }));
  expect(image).not.toBe(family);
  expect(sizeOf(image) - sizeOf(family)).toBeLessThan(5e6);
  const said = execFileSync(
    'docker',
    [
      'run',
      '--rm',
      '--network',
      'none',
      '--entrypoint',
      'python',
      image,
      '-c',
      'import yaml, sklearn; print(yaml.safe_load("a: 1"))',
    ],
    { encoding: 'utf8' },
  );
  expect(said).toBe("{'a': 1}\n");
});

describe('an image started alone', () => {
  const alone = (folder: string, ...args: string[]) =>
    spawnSync('docker', ['run', '--rm', '--network', 'none', '-v', `${folder}:/workspace`, ...args], {
      encoding: 'utf8',
    });

  test('trains the only script that it can, and tells the metric with its provenance', async () => {
    const image = await imageFor(scikitLearn);
    using folder = temporary('alone');
    chmodSync(folder.path, 0o755);
    copyExample('sklearn-knn', folder.path);
    writeFileSync(join(folder.path, 'plot.py'), 'import matplotlib\n');
    const { status, stdout } = alone(folder.path, image);
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({
      status: 0,
      last: expect.stringMatching(/^accuracy = 0\.9\d+ \(test data, read from: .*\)$/) as unknown,
    });
  });

  test('of several it lists them, of none it says so', async () => {
    const image = await imageFor(scikitLearn);
    using folder = temporary('alone');
    chmodSync(folder.path, 0o755);
    mkdirSync(join(folder.path, 'sub'));
    expect(alone(folder.path, image)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No script') as unknown,
    });
    for (const name of ['a.py', 'sub/b.py'])
      writeFileSync(join(folder.path, name), 'import sklearn\nprint("ran", __file__)\n');
    const { status, stderr } = alone(folder.path, image);
    expect({ status, lines: stderr.trim().split('\n').slice(1) }).toEqual({
      status: 2,
      lines: ['  a.py', '  sub/b.py'],
    });
    expect(alone(folder.path, image, 'sub/b.py').stdout).toMatch(/^ran \/\S+\/sub\/b\.py$/m);
    expect(alone(folder.path, image, 'none.py').status).toBe(2);
  });

  test('writes files of the caller, and none as root', async () => {
    const image = await imageFor(scikitLearn);
    using folder = temporary('alone');
    chmodSync(folder.path, 0o755);
    writeFileSync(join(folder.path, 'a.py'), 'import sklearn\nopen("made.txt", "w").write("x")\n');
    execFileSync('chown', ['-R', '1234:1234', folder.path]);
    expect(alone(folder.path, image)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('--user') as unknown,
    });
    expect(alone(folder.path, '--user', '1234:1234', image).status).toBe(0);
    expect(statSync(join(folder.path, 'made.txt')).uid).toBe(1234);
  });
});

test.each([
  ['no engine', { DOCKER_HOST: 'unix:///nowhere/docker.sock' }, baseImage, /No Docker engine answers/],
  ['no docker command', { PATH: '/nowhere' }, baseImage, /docker command cannot be started/],
  ['a base image that cannot be had', {}, 'localhost:1/none:1', /base image localhost:1\/none:1 cannot be had/],
])('%s: one clear error, exit code 5', async (_, env, base, says) => {
  using folder = temporary('docker');
  const script = copyExample('sklearn-knn', join(folder.path, 'project'));
  const { code, err } = await retune(['train', script, '--runner', 'docker', '--base-image', base], {
    env: { ...homeIn(folder.path), ...env },
  });
  expect({ code, err }).toEqual({ code: 5, err: expect.stringMatching(says) as unknown });
  expect(err).toContain('→');
  expect(err).not.toContain('bug');
});

test('prune removes an image that no study needs', async () => {
  using folder = temporary('docker');
  const env = homeIn(folder.path);
  await imageFor(scikitLearn);
  const image = await imageFor(`import tabulate\n${scikitLearn}`, env.RETUNE_HOME);
  const { out } = await retune(['prune', '--all', '--json'], { env });
  expect(JSON.parse(out)).toMatchObject({ removed: [{ kind: 'image' }] });
  expect(spawnSync('docker', ['image', 'inspect', image]).status).not.toBe(0);
});
