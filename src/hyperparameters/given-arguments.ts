/** What is given under one of these flags: `--lr 0.1`, `--lr=0.1`, `-b64`; `null` where none of them is. */
export function givenFor(flags: readonly string[], given: readonly string[]): string | null {
  for (const flag of flags) {
    const short = /^-[^-]$/.test(flag);
    const at = given.findIndex(
      (word) => word === flag || word.startsWith(`${flag}=`) || (short && word.startsWith(flag)),
    );
    const word = given[at];
    if (word === flag) return given[at + 1] ?? '';
    if (word !== undefined) return word.slice(flag.length).replace(/^=/, '');
  }
  return null;
}
