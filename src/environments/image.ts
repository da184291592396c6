import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { docker, insistOn, isUnreachable, lastLineOf, noEngine } from '../machine/docker.ts';
import type { ImagePlan, PinnedImage } from './environment.ts';
import { canonicalName } from '../packages/requirement.ts';
import { installFailure } from './install-failure.ts';
import { installerEnvironment } from './installers.ts';
import { pinsOf } from './lock-text.ts';
import type { LockFile } from './lock-text.ts';

export interface MakeImageOptions {
  readonly home: string;
  /** The folder `images` that comes with Retune. */
  readonly images: string;
  readonly say: (text: string) => void;
}

/** The id of an image that is there; `null` where it is not. */
export async function findImage(tag: string): Promise<string | null> {
  const said = await docker(['image', 'inspect', '--format', '{{.Id}}', tag]);
  if (said.code === 0) return said.out.trim();
  if (isUnreachable(said)) throw noEngine(said);
  return null;
}

/**
 * A plan's image, built if it is not there: first the family's, then what the script needs beyond it. A study that
 * has begun goes on in its own; when that is gone, in one of the same packages, of which none is resolved anew.
 */
export async function makeImage(
  plan: ImagePlan,
  options: MakeImageOptions,
  pinned: PinnedImage | null,
): Promise<PinnedImage> {
  const { familyTag, tag } = plan;
  if (pinned !== null) {
    if ((await findImage(pinned.id)) !== null) return pinned;
    options.say(
      `the image in which this study began is gone (${pinned.id.slice(7, 19)}): going on in one of the same packages`,
    );
  }
  if ((await findImage(familyTag)) === null) await build(familyImage(plan), plan, options);
  // An image that has the name by now may hold other versions of what stands in no lock.
  const again = pinned !== null && pinned.extra.length > 0;
  const names = again ? pinned.extra : plan.extra.map(({ distribution }) => distribution);
  if (again || (await findImage(tag)) === null) await build(extraImage(plan, names), plan, options);
  const id = await findImage(tag);
  if (id === null) throw new Error(`The engine built ${tag} and does not have it`);
  if (again) return { id, extra: pinned.extra };
  return { id, extra: plan.extra.length === 0 ? [] : await resolvedBeyond(id, plan) };
}

/** The packages of an image that no lock of its family names, as they were resolved. */
async function resolvedBeyond(id: string, { steps }: ImagePlan): Promise<readonly string[]> {
  const list = ['-m', 'pip', 'list', '--format', 'freeze', '--disable-pip-version-check'];
  const python = ['--network', 'none', '--entrypoint', '/opt/retune/bin/python', id];
  const said = await insistOn(['run', '--rm', ...python, ...list], ({ err }) => {
    return new UserError('machine', 'image-broken', `The packages of the image cannot be listed: ${lastLineOf(err)}`);
  });
  const locked = new Set(
    (await locksOf(steps)).flatMap(pinsOf).map((pin) => canonicalName(/^[\w.-]+/.exec(pin)?.[0] ?? '')),
  );
  const own = ['pip', 'setuptools', 'pkg-resources', 'wheel'];
  return said.split('\n').filter((pin) => {
    const name = canonicalName(pin.split('==')[0] ?? '');
    return pin.includes('==') && !locked.has(name) && !own.includes(name);
  });
}

async function locksOf(steps: ImagePlan['steps']): Promise<readonly LockFile[]> {
  const within = steps.flatMap((step) => (step.kind === 'names' ? step.within : []));
  return await Promise.all(within.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** One build, as data. */
interface Build {
  readonly tags: readonly string[];
  readonly dockerfile: string;
  readonly arguments: Readonly<Record<string, string>>;
  /** Files and folders of `images/` that go along. */
  readonly context: readonly string[];
  /** Files that are made for it. */
  readonly made: () => Promise<Readonly<Record<string, string>>>;
  /** For people. */
  readonly what: string;
}

function familyImage({ family, familyTag, base, pytorch, build, hash }: ImagePlan): Build {
  const builds: Partial<Record<ImagePlan['family'], Readonly<Record<string, string>>>> = {
    pytorch: { PYTORCH: pytorch },
    keras: { BUILD: build },
    boosting: { BUILD: build },
  };
  return {
    // Also without its hash, for people who start it by hand.
    tags: [familyTag, `retune/${family}`],
    dockerfile: `${family}/Dockerfile`,
    arguments: { BASE: base, ...builds[family] },
    context: ['install', family, 'runtime', '.dockerignore'],
    made: () => Promise.resolve({}),
    what: `the ${family} image on ${base} (${hash})`,
  };
}

function extraImage({ steps, tag, familyTag, family }: ImagePlan, names: readonly string[]): Build {
  return {
    tags: [tag],
    dockerfile: 'extra.Dockerfile',
    arguments: { FAMILY: familyTag, PACKAGES: names.join(' ') },
    context: ['install-extra', 'extra.Dockerfile'],
    made: async () => ({ 'within.txt': `${(await locksOf(steps)).flatMap(pinsOf).join('\n')}\n` }),
    what: `the ${family} image with ${names.join(', ')}`,
  };
}

async function build(one: Build, plan: ImagePlan, { home, images, say }: MakeImageOptions): Promise<void> {
  const started = Date.now();
  const folder = join(home, 'environments');
  await mkdir(folder, { recursive: true });
  const log = join(folder, `${plan.hash}.log`);
  const context = await mkdtemp(join(tmpdir(), 'retune-image-'));
  const mark = randomUUID();
  say(`building ${one.what}`);
  try {
    for (const name of one.context) await cp(join(images, name), join(context, name), { recursive: true });
    for (const [name, text] of Object.entries(await one.made())) await writeFile(join(context, name), text);
    const settings = installerEnvironment(process.env);
    const bundle = settings.PIP_CERT ?? settings.REQUESTS_CA_BUNDLE;
    if (bundle !== undefined) await cp(bundle, join(context, 'certificates.pem'), { dereference: true });
    const args = [
      'build',
      ...buildArguments({ ...one, arguments: { ...one.arguments, RETUNE_BUILD: mark } }, home, settings),
      '--file',
      join(context, one.dockerfile),
      context,
    ];
    const said = await docker(args, settings);
    const output = `${said.out}\n${said.err}`;
    await writeFile(log, output);
    if (isUnreachable(said)) throw noEngine(said);
    const step = plan.steps.at(-1) ?? null;
    if (said.code !== 0) throw noBase(plan, output, log) ?? installFailure(output.split('\n'), step, log);
  } finally {
    await rm(context, { recursive: true, force: true });
  }
  // What a first stage leaves behind without a name is as large as the image itself; only ours, others build too.
  await docker(['image', 'prune', '--force', '--filter', `label=retune.stage=${mark}`]);
  say(`built it in ${Math.round((Date.now() - started) / 1000)} s`);
}

function noBase({ base }: ImagePlan, output: string, log: string): UserError | null {
  const python = /ERROR: (has Python \d[\d.]*, not [\d.]+ or [\d.]+)/.exec(output)?.[1];
  if (python !== undefined)
    return new UserError('machine', 'no-base-image', `The base image ${base} ${python}, which older versions need.`, {
      help: 'Leave out --base-image, or name one that has.',
    });
  const line = output.split('\n').find((one) => noSuchImage.test(one));
  if (line === undefined) return null;
  return new UserError('machine', 'no-base-image', `The base image ${base} cannot be had: ${line.trim()}`, {
    help: `Name one that this engine has or can pull: --base-image. All of the build's output: ${log}`,
  });
}

const noSuchImage =
  /pull access denied|manifest (for|unknown)|failed to resolve source metadata|Get "https?:\/\/[^"]*\/v2\/|invalid reference format/i;

/** Settings of index and proxy go along by name only: their values may hold a password, and a command line can be read. */
function buildArguments(one: Build, home: string, settings: NodeJS.ProcessEnv): string[] {
  const passed = handedOn.filter((name) => settings[name] !== undefined);
  return [
    ...one.tags.flatMap((tag) => ['--tag', tag]),
    ...['--label', `retune.environment=${one.tags[0]?.split(':').at(-1) ?? ''}`, '--label', `retune.home=${home}`],
    ...Object.entries(one.arguments).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ...passed.flatMap((name) => ['--build-arg', name]),
  ];
}

const handedOn = [
  ...['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL', 'PIP_TRUSTED_HOST'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];
