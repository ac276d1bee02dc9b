// A second opinion on recorded requests: Discord's own OpenAPI document, checked with ajv. Slow to compile, so only the
// operations that were used are. The same corrections hold as for the first: integers as strings, unknown keys, `@`.

import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { RecordedRequest } from '../rest/recorder.ts';
import { unknownKeyPaths } from './openapiKeys.ts';
import { isAllowedUnknownKey } from './unknownKeys.ts';
import { describe, type Violation } from './violation.ts';

type Json = Record<string, unknown>;

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** Formats of Discord's document that ajv does not know. */
const formats: Readonly<Record<string, (value: string | number) => boolean>> = {
  snowflake: (value) => /^(0|[1-9][0-9]*)$/.test(String(value)),
  nonce: (value) => String(value).length <= 25,
  int32: (value) => Number.isInteger(Number(value)) && Math.abs(Number(value)) < 2 ** 31,
  int64: (value) => Number.isInteger(Number(value)),
  double: (value) => Number.isFinite(Number(value)),
};

const documentKey = 'discord';

/** What the document refuses in the bot's requests, whatever they were answered with. */
export function checkAgainstOpenApi(document: OpenApiDocument, requests: readonly RecordedRequest[]): Violation[] {
  const checker = new Checker(document);
  return requests.flatMap((request) => checker.check(request));
}

class Checker {
  readonly #document: OpenApiDocument;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.#document = corrected(document) as OpenApiDocument;
    addFormats.default(this.#ajv);
    for (const [name, validate] of Object.entries(formats)) {
      this.#ajv.addFormat(name, { type: 'number', validate: (value: number) => validate(value) });
      this.#ajv.addFormat(name, { type: 'string', validate: (value: string) => validate(value) });
    }
    this.#ajv.addSchema({ $id: documentKey, components: this.#document.components } as AnySchema);
  }

  check(request: RecordedRequest): Violation[] {
    const { method, route, body } = request;
    const operation = this.#document.paths[route]?.[method.toLowerCase()] as Json | undefined;
    if (!operation) return [violation(request, 'unknown route', '', 'Discord’s document has no such operation')];
    const schema = requestSchema(operation);
    if (!schema) return [];
    const validate = this.#validator(`${method} ${route}`, schema);
    const isValid = validate(body);
    const errors = isValid ? [] : (validate.errors ?? []);
    const unknown = unknownKeyPaths(this.#document.components, schema, body)
      .filter((path) => !isAllowedUnknownKey(`${method} ${route}`, path))
      .map((path) => violation(request, 'unknown key', path.join('.'), 'Discord’s document names no such key'));
    const refused = errors.slice(0, 3).map((error) => {
      const path = error.instancePath.slice(1).replaceAll('/', '.');
      return violation(request, 'openapi', path, error.message ?? 'not valid');
    });
    return [...refused, ...unknown];
  }

  #validator(operation: string, schema: Json): ValidateFunction {
    const known = this.#compiled.get(operation);
    if (known) return known;
    const validate = this.#ajv.compile(schema);
    this.#compiled.set(operation, validate);
    return validate;
  }
}

function requestSchema(operation: Json): Json | undefined {
  const content = (operation.requestBody as Json | undefined)?.content as Record<string, Json> | undefined;
  return content?.['application/json']?.schema as Json | undefined;
}

function violation({ method, route }: RecordedRequest, rule: string, path: string, message: string): Violation {
  const text = describe(method, route, path, message);
  return { at: new Date().toISOString(), side: 'bot', rule, method, route, path, text };
}

/** A copy in which references name the document, integers may be strings, and empty enums (never valid) are gone. */
function corrected(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(corrected);
  if (typeof node !== 'object' || node === null) return node;
  const copy: Json = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref' && typeof value === 'string') copy[key] = value.replace(/^#/, `${documentKey}#`);
    else if (!(key === 'enum' && Array.isArray(value) && value.length === 0)) copy[key] = corrected(value);
  }
  return allowsInteger(copy.type) && !('enum' in copy || 'oneOf' in copy)
    ? { anyOf: [copy, { type: 'string', pattern: '^-?\\d+$' }] }
    : copy;
}

function allowsInteger(type: unknown): boolean {
  return type === 'integer' || (Array.isArray(type) && type.includes('integer'));
}
