// Checks a body against Discord's description by walking its zod schemas. The walk is our own, because three things
// differ from parsing: integers of requests may be decimal strings, unknown keys count, and the error of a union is
// the error of the branch that was meant.

import { schemas } from './discordApiSpec.js';
import type { Finding, Path } from './violation.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, Node>;
  readonly innerType?: Node;
  readonly getter?: () => Node;
  readonly options?: readonly Node[];
  readonly element?: Node;
  readonly valueType?: Node;
  readonly left?: Node;
  readonly right?: Node;
  readonly values?: readonly unknown[];
  readonly checks?: readonly {
    readonly _zod: { readonly def: { check: string; format?: string; maximum?: number; minimum?: number } };
  }[];
}

interface Node {
  readonly _zod: { readonly def: Definition };
  readonly safeParse?: (value: unknown) => { success: boolean; error?: { issues: readonly Issue[] } };
}

interface Issue {
  readonly code: string;
  readonly message: string;
  readonly origin?: string;
  readonly maximum?: number;
  readonly minimum?: number;
}

export interface Walk {
  /** Requests: integers as strings are fine and unknown keys are findings. Answers: neither. */
  readonly isRequest: boolean;
  readonly allowsKey: (path: Path) => boolean;
}

const parsed = new Map<string, Node>();

/** The schema that an expression of operations.ts names. */
function readExpression(expression: string): Node {
  const known = parsed.get(expression);
  if (known) return known;
  const node = makeNode(expression);
  parsed.set(expression, node);
  return node;
}

function makeNode(expression: string): Node {
  if (expression.startsWith('[')) return synthetic({ type: 'array', element: readExpression(expression.slice(1, -1)) });
  if (expression.includes('|')) return synthetic({ type: 'union', options: expression.split('|').map(readExpression) });
  const schema = schemas[`${expression}Schema`];
  if (!schema) throw new Error(`Discord's description has no schema ${expression}`);
  return schema as Node;
}

const synthetic = (def: Definition): Node => ({ _zod: { def } });

/** Everything the description finds wrong with a value; an empty list when it is fine. */
export function schemaFindings(expression: string, value: unknown, walk: Walk): Finding[] {
  return visit(readExpression(expression), value, [], walk);
}

function visit(node: Node, value: unknown, path: Path, walk: Walk): Finding[] {
  const def = node._zod.def;
  switch (def.type) {
    case 'optional':
      return value === undefined ? none : visitInner(def.innerType, value, path, walk);
    case 'nullable':
      return value === null ? none : visitInner(def.innerType, value, path, walk);
    case 'lazy':
      return visitInner(def.getter?.(), value, path, walk);
    case 'intersection':
      return [...visitInner(def.left, value, path, walk), ...visitInner(def.right, value, path, walk)];
    case 'union':
      return visitUnion(def.options ?? [], value, path, walk);
    case 'object':
      return visitObject(node, value, path, walk);
    case 'array':
      return visitArray(def, value, path, walk);
    case 'record':
      return visitRecord(def, value, path, walk);
    default:
      return visitLeaf(node, value, path, walk);
  }
}

const none: Finding[] = [];

function visitInner(inner: Node | undefined, value: unknown, path: Path, walk: Walk): Finding[] {
  return inner ? visit(inner, value, path, walk) : none;
}

function wrong(path: Path, code: string, message: string, rule = 'schema'): Finding {
  return { path, rule, code, message, refuses: true };
}

interface Shape {
  readonly of: Readonly<Record<string, Node>>;
  /** Keys whose absence is looked at, too. */
  readonly needed: readonly string[];
}

const shapes = new WeakMap<Node, Shape>();

function shapeOf(node: Node): Shape {
  const known = shapes.get(node);
  if (known) return known;
  const of = { ...node._zod.def.shape };
  const needed = Object.keys(of).filter((key) => of[key]?._zod.def.type !== 'optional');
  const shape = { of, needed };
  shapes.set(node, shape);
  return shape;
}

/** Of the many keys an object may have, most are left out: only those that are there or needed are looked at. */
function visitObject(node: Node, value: unknown, path: Path, walk: Walk): Finding[] {
  if (!isObject(value)) return [wrong(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  const { of, needed } = shapeOf(node);
  const findings: Finding[] = [];
  for (const key of needed) {
    if (value[key] === undefined) findings.push(...visitInner(of[key], undefined, [...path, key], walk));
  }
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    if (Object.hasOwn(of, key)) findings.push(...visitInner(of[key], value[key], [...path, key], walk));
    else if (walk.isRequest && !walk.allowsKey([...path, key])) {
      findings.push(wrong([...path, key], 'UNKNOWN_KEY', `Discord knows no "${key}" here`, 'unknown key'));
    }
  }
  return findings;
}

function visitArray(def: Definition, value: unknown, path: Path, walk: Walk): Finding[] {
  if (!Array.isArray(value)) return [wrong(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  const lengths = (def.checks ?? []).map((check) => check._zod.def);
  const most = lengths.find((check) => check.check === 'max_length')?.maximum;
  const least = lengths.find((check) => check.check === 'min_length')?.minimum;
  const findings = value.flatMap((one, index) => (def.element ? visit(def.element, one, [...path, index], walk) : []));
  if (most !== undefined && value.length > most) {
    findings.push(wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${most} or fewer in length, not ${value.length}.`));
  }
  if (least !== undefined && value.length < least) {
    findings.push(wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${least} or more in length, not ${value.length}.`));
  }
  return findings;
}

function visitRecord(def: Definition, value: unknown, path: Path, walk: Walk): Finding[] {
  if (!isObject(value)) return [wrong(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  const { valueType } = def;
  return valueType ? Object.entries(value).flatMap(([key, one]) => visit(valueType, one, [...path, key], walk)) : [];
}

/** Of each union the branch that fitted last: without a `type`, the next value of a list is mostly of the same kind. */
const fittedLast = new WeakMap<readonly Node[], Node>();

/** The branch whose `type` says it was meant; of several, the one with the fewest findings. */
function visitUnion(options: readonly Node[], value: unknown, path: Path, walk: Walk): Finding[] {
  const type = isObject(value) ? value.type : undefined;
  const likely = type === undefined ? fittedLast.get(options) : undefined;
  if (likely && visit(likely, value, path, walk).length === 0) return [];
  const resolved = options.map(resolve);
  const meant = resolved.filter((option) => admitsType(option, type));
  let best: Finding[] | undefined;
  for (const option of meant.length > 0 ? meant : resolved) {
    const findings = visit(option, value, path, walk);
    if (findings.length === 0) {
      fittedLast.set(options, option);
      return findings;
    }
    if (!best || findings.length < best.length) best = findings;
  }
  return best ?? [];
}

function resolve(node: Node): Node {
  const { type, getter } = node._zod.def;
  return type === 'lazy' && getter ? resolve(getter()) : node;
}

function admitsType(option: Node, type: unknown): boolean {
  const literal = option._zod.def.shape?.type;
  const values = literal ? resolve(literal)._zod.def.values : undefined;
  return type !== undefined && (values?.includes(type) ?? false);
}

const decimal = /^-?\d+$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function visitLeaf(node: Node, value: unknown, path: Path, walk: Walk): Finding[] {
  const { type, checks } = node._zod.def;
  if (value === undefined && type !== 'undefined') return [wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required')];
  const isInstant = checks?.some((check) => check._zod.def.format === 'datetime');
  if (isInstant) {
    const fine = typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value));
    return fine
      ? []
      : [wrong(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${JSON.stringify(value)}. Should be ISO8601.`)];
  }
  const asNumber = walk.isRequest && type === 'number' && typeof value === 'string' && decimal.test(value);
  const result = node.safeParse?.(asNumber ? Number(value) : value);
  if (!result || result.success) return [];
  return (result.error?.issues ?? []).map((issue) => leafFinding(issue, value, path));
}

function leafFinding(issue: Issue, value: unknown, path: Path): Finding {
  const isText = typeof value === 'string';
  const given = isText ? `, not ${value.length}` : '';
  if (issue.code === 'too_big') {
    const message = isText
      ? `Must be ${issue.maximum} or fewer in length${given}.`
      : `Must be at most ${issue.maximum}.`;
    return wrong(path, isText ? 'BASE_TYPE_MAX_LENGTH' : 'NUMBER_TYPE_MAX', message);
  }
  if (issue.code === 'too_small') {
    const message = isText
      ? `Must be ${issue.minimum} or more in length${given}.`
      : `Must be at least ${issue.minimum}.`;
    return wrong(path, isText ? 'BASE_TYPE_MIN_LENGTH' : 'NUMBER_TYPE_MIN', message);
  }
  const shown = JSON.stringify(value)?.slice(0, 80);
  return wrong(path, 'BASE_TYPE_CHOICES', `${shown} is not what Discord takes here (${issue.message}).`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
