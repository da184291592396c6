/** What stands where data should be: a note of Git LFS or DVC that says where the data is. */
export type PointerKind = 'git-lfs' | 'dvc';

/** Tells by the first bytes of a file whether it is a pointer; `null` for anything else. */
export function pointerKind(bytes: Uint8Array): PointerKind | null {
  const head = new TextDecoder().decode(bytes.subarray(0, mostBytes));
  return pointers.find(({ looks }) => looks.test(head))?.kind ?? null;
}

/** Enough of a file for `pointerKind`. */
export const mostBytes = 1024;

const pointers: readonly { readonly kind: PointerKind; readonly looks: RegExp }[] = [
  { kind: 'git-lfs', looks: /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\r?\n/ },
  { kind: 'dvc', looks: /^outs:\r?\n- (?:md5|etag|checksum|hash|path|size):? /m },
];
