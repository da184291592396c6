import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

/** GitHub's own description of its API, as far as the fake serves it (`extract-operations.mjs`). */
export interface Operation {
  /** GitHub's name for it: `pulls/create`. */
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Sentences on what is wrong; none when it is right. */
  readonly checkBody: (body: unknown) => readonly string[];
  readonly checkAnswer: (status: number, body: unknown) => readonly string[];
  /** The body with everything that the description requires beside it: names empty, numbers zero. */
  readonly complete: (status: number, body: unknown) => unknown;
}

type Json = Readonly<Record<string, unknown>>;

const file = join(import.meta.dirname, 'operations.json');
const described = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Json>> };
const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: true, logger: false });
ajv.addSchema(described, 'github');
const compiled = new Map<string, ValidateFunction>();

/** The operation that a request asks for, if GitHub has one such (and the fake was told of it). */
export function operationOf(method: string, path: string): Operation | null {
  for (const [template, operations] of Object.entries(described.paths)) {
    const operation = operations[method.toLowerCase()];
    const match = operation === undefined ? null : patternOf(template).exec(path);
    if (operation === undefined || match === null) continue;
    const at = ['paths', template, method.toLowerCase()];
    const decoded = Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]);
    return {
      id: String(operation.operationId),
      parameters: Object.fromEntries(decoded) as Record<string, string>,
      checkBody: (body) =>
        body === undefined && !needsBody(operation) ? [] : problems(schemaAt([...at, 'requestBody']), body),
      checkAnswer: (status, body) => problems(schemaAt([...at, 'responses', String(status)]), body),
      complete: (status, body) => complete(schemaAt([...at, 'responses', String(status)]), body),
    };
  }
  return null;
}

function needsBody({ requestBody }: Json): boolean {
  return (requestBody as { readonly required?: boolean } | undefined)?.required === true;
}

/** Only a ref has slashes of its own. */
function patternOf(template: string): RegExp {
  const pattern = template.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => `(?<${name}>${name === 'ref' ? '.+' : '[^/]+'})`,
  );
  return new RegExp(`^${pattern}$`);
}

/** The pointer to the JSON schema of a body; `null` where none is described: a body is then not expected. */
function schemaAt(path: readonly string[]): string | null {
  const owner = resolve(pointer(path));
  const schema = `${owner}/content/application~1json/schema`;
  return lookUp(schema) === undefined ? null : schema;
}

function problems(schema: string | null, body: unknown): string[] {
  if (schema === null) return body === undefined || body === null ? [] : ['no body is described here'];
  const known = compiled.get(schema);
  const check = known ?? ajv.compile({ $ref: `github${schema}` });
  if (known === undefined) compiled.set(schema, check);
  if (check(body)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath === '' ? 'body' : instancePath} ${message}`,
  );
}

function complete(at: string | null, given: unknown): unknown {
  if (at === null) return given;
  const pointerHere = resolve(at);
  const schema = (lookUp(pointerHere) ?? {}) as Json;
  if (schema.allOf !== undefined || schema.anyOf !== undefined || schema.oneOf !== undefined) {
    if (given === undefined && schema.nullable === true) return null;
    const kind = ['allOf', 'anyOf', 'oneOf'].find((one) => schema[one] !== undefined) ?? '';
    const parts = (schema[kind] as readonly Json[]).map((_, index) => `${pointerHere}/${kind}/${index}`);
    return kind === 'allOf'
      ? parts.reduce((body, part) => complete(part, body), given)
      : complete(parts[0] ?? null, given);
  }
  if (Array.isArray(given)) return given.map((item) => complete(`${pointerHere}/items`, item));
  const isObject = typeof given === 'object' && given !== null;
  if (given !== undefined && !isObject) return given;
  if (!isObject) {
    if (schema.nullable === true) return null;
    if (Array.isArray(schema.enum)) return schema.enum[0];
    if (schema.type !== 'object' && schema.properties === undefined) return plainDefaults[String(schema.type)] ?? null;
  }
  const required = (schema.required ?? []) as readonly string[];
  const known = Object.keys(schema.properties ?? {});
  const names = new Set([...required, ...(isObject ? Object.keys(given) : [])]);
  const from = (isObject ? given : {}) as Json;
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      known.includes(name) ? complete(`${pointerHere}/properties/${escaped(name)}`, from[name]) : from[name],
    ]),
  );
}

const plainDefaults: Json = { string: '', integer: 0, number: 0, boolean: false, array: [] };

/** Follows `$ref`. */
function resolve(at: string): string {
  const found = lookUp(at);
  const reference = typeof found === 'object' && found !== null && '$ref' in found ? found.$ref : undefined;
  return typeof reference === 'string' ? resolve(reference) : at;
}

function lookUp(at: string): unknown {
  const names = at
    .slice(2)
    .split('/')
    .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Json)[name] : undefined),
    described,
  );
}

function pointer(path: readonly string[]): string {
  return `#/${path.map(escaped).join('/')}`;
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
