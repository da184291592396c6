import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Evidence, Program, Refusal } from '../program/program.ts';
import type { Dimension } from '../search/space.ts';
import { columns, fold } from './columns.ts';
import { formatNumber, formatValue } from './format-number.ts';
import { paint, type Style } from './style.ts';
import { safeLine } from './terminal-safe.ts';

/** What a script is, in one line. */
export function describeProgram({ script, trains, family, framework, confidence }: Program): string {
  if (!trains) return `${safeLine(script)} does not train a model, as far as reading it tells`;
  const model = family === 'none' || family === 'multi' ? 'a model' : `a model (${family})`;
  const sure = confidence >= 0.8 ? '' : `, ${Math.round(confidence * 100)} % sure`;
  return `${safeLine(script)} trains ${model} with ${framework}${sure}`;
}

/** The lines that made us say so. */
export function describeEvidence(evidence: readonly Evidence[], script: string): string[] {
  return evidence.map(({ text, path, ...at }) => {
    const place = path === script ? lineName(at) : placeName(path, at);
    return `${place.padEnd(9)} ${safeLine(text, 70)}`;
  });
}

/** `line 7`, or `cell 3, line 7` in a notebook; cells count from 0, as in its file. */
export function lineName(place: { readonly line: number; readonly cell?: number; readonly path?: string }): string {
  const { line, cell, path } = place;
  const inFile = path === undefined ? '' : `${safeLine(path, 60)}, `;
  return cell === undefined ? `${inFile}line ${line}` : `${inFile}cell ${cell}, line ${line}`;
}

/** `train.py:7`, or `train.ipynb: cell 3, line 7`. */
export function placeName(path: string, at: { readonly line: number; readonly cell?: number }): string {
  return `${safeLine(path, 60)}:${at.cell === undefined ? at.line : ` ${lineName(at)}`}`;
}

/** The tunable places as a table: name, value, range, line. */
export function placeRows(hyperparameters: readonly Hyperparameter[], script: string): string[] {
  if (hyperparameters.length === 0) return [];
  const rows = hyperparameters.map(({ name, text, value, dimension, path, place }) => [
    safeLine(name, 30),
    // What an insertion would write down is, so far, the library's own default.
    text === '' ? `${safeLine(formatValue(value), 24)} (default)` : safeLine(text, 24),
    describeRange(dimension),
    path === script ? lineName(place.start) : placeName(path, place.start),
  ]);
  return columns([['name', 'value', 'range', 'place'], ...rows]);
}

function describeRange(dimension: Dimension): string {
  if (dimension.kind === 'choice') return safeLine(dimension.choices.map(formatValue).join(', '), 40);
  const { low, high, scale } = dimension;
  return `${formatNumber(low)} … ${formatNumber(high)}${scale === 'log' ? ' (log)' : ''}`;
}

/** Why we will not go on, at its place, and what helps. */
export function describeRefusal(refusal: Refusal, script: string, style: Style): string[] {
  const { reason, help, line, column, cell } = refusal;
  const place =
    line === undefined ? safeLine(script) : placeName(script, { line, ...(cell === undefined ? {} : { cell }) });
  const exact = column === undefined || cell !== undefined ? place : `${place}:${column + 1}`;
  return [
    `${paint(style, 'red', 'Refused')}: ${exact}: ${safeLine(withoutName(reason, script), 500)}`,
    ...fold(safeLine(help, 500), 96).map((text, i) => (i === 0 ? `  → ${text}` : `    ${text}`)),
  ];
}

/** A reason without the script's name at its front, for where that stands already. */
export function withoutName(reason: string, script: string): string {
  return reason.startsWith(`${script} `) ? reason.slice(script.length + 1) : reason;
}
