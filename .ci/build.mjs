// Builds `dist`: one bundle, and a launcher for each entry. `--check` only compares with what is committed.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const entries = ['cli', 'action', 'post'];
const check = process.argv.includes('--check');
const built = mkdtempSync(join(tmpdir(), 'retune-dist-'));

try {
  execFileSync(
    join(root, 'node_modules/.bin/ncc'),
    ['build', 'src/index.ts', '-o', built, '--license', 'licenses.txt'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  for (const entry of entries) {
    writeFileSync(
      join(built, `${entry}.js`),
      `#!/usr/bin/env node\nimport { ${entry} } from './index.js';\nawait ${entry}();\n`,
      { mode: 0o755 },
    );
  }
  // ncc names the licences of bundled packages only; these two are copied beside the bundle.
  const copied = ['web-tree-sitter', 'tree-sitter-python'].map((name) => {
    return `\n${name}\nMIT\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`;
  });
  writeFileSync(join(built, 'licenses.txt'), readFileSync(join(built, 'licenses.txt'), 'utf8') + copied.join(''));
  if (check) compare(built, join(root, 'dist'));
  else {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    cpSync(built, join(root, 'dist'), { recursive: true });
  }
} finally {
  rmSync(built, { recursive: true, force: true });
}

function compare(fresh, committed) {
  const names = [...new Set([...readdirSync(fresh), ...readdirSync(committed)])].sort();
  const stale = names.filter((name) => read(fresh, name) !== read(committed, name));
  if (stale.length === 0) return;
  console.error(`dist is not what the source builds: ${stale.join(', ')}. Run "npm run build" and commit dist.`);
  process.exitCode = 1;
}

function read(folder, name) {
  try {
    return readFileSync(join(folder, name), 'latin1');
  } catch {
    return null;
  }
}
