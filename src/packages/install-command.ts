import { readRequirement } from './requirement.ts';
import type { Requirement } from './requirement.ts';

const command =
  /^\s*[!%]{0,2}\s*(?:\{?sys\.executable\}?\s+-m\s+|python3?\s+-m\s+)?(?:uv\s+)?(?:pip3?|conda|mamba)\s+install\s+(.*)$/;

/** What a line of a notebook installs: `!pip install -q scikit-learn==1.1.3 "numpy<1.24"`, without its mark, too. */
export function installedBy(line: string): readonly Requirement[] {
  const rest = command.exec(line)?.[1]?.replace(/\s+#.*$|[;&|].*$/, '') ?? '';
  const words = rest.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return words
    .filter((word) => !word.startsWith('-'))
    .flatMap((word) => readRequirement(word.replace(/^(["'])(.*)\1$/, '$2')) ?? []);
}
