// Which of Discord's routes a request names. Templates come from Discord's own description; where several fit, the one
// with more literal segments wins, so that `@original` is never taken for a message id.

import { pathsList } from './discordApiSpec.js';

export interface MatchedRoute {
  /** Spelt as in the description, e.g. `/channels/{channel_id}/messages`. */
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
}

interface Template {
  readonly template: string;
  readonly segments: readonly string[];
  readonly literals: number;
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

function readTemplates(paths: readonly string[]): Template[] {
  return paths
    .map((template) => {
      const segments = template.split('/').slice(1);
      return { template, segments, literals: segments.filter((segment) => !isParameter(segment)).length };
    })
    .sort((left, right) => right.literals - left.literals);
}

const byMethod = new Map<string, Template[]>();

function templatesFor(method: string): Template[] {
  const known = byMethod.get(method);
  if (known) return known;
  const paths = pathsList[method.toLowerCase() as keyof typeof pathsList] ?? [];
  const templates = readTemplates(paths);
  byMethod.set(method, templates);
  return templates;
}

/** Path without `/api/v10` and query; may still be percent-encoded, as `%40original` is. */
export function matchRoute(method: string, path: string): MatchedRoute | undefined {
  const segments = path.split('/').slice(1).map(decodeSegment);
  const found = templatesFor(method).find((one) => fits(one.segments, segments));
  if (!found) return undefined;
  const params: Record<string, string> = {};
  found.segments.forEach((segment, index) => {
    if (isParameter(segment)) params[segment.slice(1, -1)] = segments[index] ?? '';
  });
  return { template: found.template, params };
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return template.length === segments.length && template.every((one, at) => fitsSegment(one, segments[at] ?? ''));
}

/** Ids are numbers (or `@me`); tokens, codes and names are anything. */
function fitsSegment(template: string, segment: string): boolean {
  if (!isParameter(template)) return template === segment;
  const isId = template.endsWith('_id}');
  return isId ? /^(\d+|@me)$/.test(segment) : segment !== '';
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
