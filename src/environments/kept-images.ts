import { decodeJson, fields, integer, list, nullable, record, text } from '../decode.ts';
import { docker } from '../machine/docker.ts';

/** An image of ours in the engine. */
export interface KeptImage {
  readonly id: string;
  readonly tags: readonly string[];
  /** Of what is installed in it, as studies name it. */
  readonly hash: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

const image = fields({
  Id: text(200),
  RepoTags: nullable(list(text(300))),
  Created: text(100),
  Size: integer(0),
  Config: fields({ Labels: record(text(10_000)) }),
});

/** Every image that was built for a home, or for any; none where there is no engine. */
export async function listImages(home?: string): Promise<readonly KeptImage[]> {
  const label = home === undefined ? 'retune.environment' : `retune.home=${home}`;
  const ids = await answered(['image', 'ls', '--quiet', '--filter', `label=${label}`]);
  const distinct = [...new Set(ids.split('\n').filter((id) => id !== ''))];
  if (distinct.length === 0) return [];
  const decoded = decodeJson(list(image), await answered(['image', 'inspect', ...distinct]));
  // One of them went away in this moment: the next time.
  if (!decoded.ok) return [];
  return decoded.value.map(({ Id: id, RepoTags: tags, Created: at, Size: bytes, Config: { Labels: labels } }) => ({
    id,
    tags: tags ?? [],
    hash: labels['retune.environment'] ?? '',
    bytes,
    created: Date.parse(at),
  }));
}

/** Removes one; `false` while a container or another image stands on it. */
export async function removeImage({ id, tags }: KeptImage): Promise<boolean> {
  const said = await docker(['image', 'rm', ...(tags.length > 0 ? tags : [id])]);
  return said.code === 0;
}

/** Empty where nobody answers: prune removes what it can see. */
async function answered(args: readonly string[]): Promise<string> {
  try {
    const { code, out } = await docker(args);
    return code === 0 ? out : '';
  } catch {
    return '';
  }
}
