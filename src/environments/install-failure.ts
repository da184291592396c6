import { UserError } from '../errors.ts';
import type { InstallStep } from './environment.ts';

/** Names the package in what pip and uv say, the most telling sentence first. */
const complaints: readonly RegExp[] = [
  /No matching distribution found for (?<name>[\w.-]+)/,
  /(?<name>[\w.-]+) was not found in the (?:package registry|provided package locations)/,
  /there (?:is|are) no versions? of (?<name>[\w.-]+)/,
  /(?<name>[\w.-]+?)(?:[=<>!~][^ ]*)? has no (?:usable )?wheels/,
  /Failed to (?:build|download(?: and build)?|install|extract(?: archive)?|fetch wheel)[: ]+`?(?<name>[\w.-]+?)(?:[ =-][\d.]+.*)?[`\s]/,
  /Hash mismatch for `(?<name>[\w.-]+?)[=`]/,
  /Failed (?:building wheel for|to build installable wheels for[^(]*\()[ ]*(?<name>[\w.-]+)/,
  /only (?<name>[\w.-]+?)[<>=!]+\S+ is available/,
  /^\s+(?<name>[\w.-]+)==\S+ from \S+:$/,
];

const diskIsFull = /No space left on device|ENOSPC|Disk quota exceeded|os error 28\b|os error 122\b/i;
const unreachable =
  /Could not connect|Connection (?:refused|reset|broken)|error sending request|Temporary failure in name resolution|certificate verify|UnknownIssuer|invalid peer certificate|ProxyError|Read timed out|operation timed out|Network is unreachable|Failed to fetch/i;

/** Why an installer failed, in the words of the person who has to act. `log` holds all of its output. */
export function installFailure(lines: readonly string[], step: InstallStep | null, log: string): UserError {
  const told = lines.filter((line) => line.trim() !== '');
  const full = told.find((line) => diskIsFull.test(line));
  if (full !== undefined)
    return new UserError('machine', 'disk-full', `The disk is full: ${brief(full)}`, {
      help: 'Make room (`prune` removes old studies and environments), or put RETUNE_HOME on another disk; then run the same command again.',
    });
  const { name, line } = complaintIn(told) ?? { name: onlyName(step), line: lastWord(told) };
  const subject = name === null ? 'The packages of this environment' : `The package ${name}`;
  return new UserError('machine', 'package-not-installable', `${subject} cannot be installed: ${brief(line)}`, {
    help: `${told.some((one) => unreachable.test(one)) ? connectionHelp : packageHelp(step)} All of the installer's output: ${log}`,
  });
}

const connectionHelp =
  'The package index could not be reached: check the network, HTTPS_PROXY, PIP_INDEX_URL, and SSL_CERT_FILE behind a company proxy.';

function packageHelp(step: InstallStep | null): string {
  return step?.kind === 'names'
    ? 'The script imports it: check its name, or take the import out if it is not needed.'
    : 'Another Python may have it: --python PATH.';
}

function complaintIn(lines: readonly string[]): { readonly name: string; readonly line: string } | null {
  for (const complaint of complaints)
    for (const line of lines) {
      const name = complaint.exec(`${line} `)?.groups?.name;
      if (name !== undefined) return { name, line };
    }
  return null;
}

function onlyName(step: InstallStep | null): string | null {
  return step?.kind === 'names' && step.names.length === 1 ? (step.names[0] ?? null) : null;
}

function lastWord(lines: readonly string[]): string {
  return lines.findLast((line) => !/^\s*(hint|note|\[notice\])/i.test(line)) ?? 'the installer said nothing';
}

function brief(line: string): string {
  return line
    .trim()
    .replace(/^(ERROR|error|cause|×|╰─▶|├─▶)[: ]*/, '')
    .slice(0, 500);
}
