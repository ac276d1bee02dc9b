// The things a page describes in JSON-LD, whatever they are. Tolerant of broken scripts; bounded in size and in the number of
// things looked at.

import { decodeEntities } from '../entities.ts';
import { isRecord, type Json, listOf, parseJson, textIn } from '../json.ts';

/** Characters; a longer script is no description of a page. */
const maxScriptLength = 500_000;
/** Things looked at in all scripts. */
const maxNodes = 2_000;
/** Nesting. */
const maxDepth = 12;

export type Thing = Readonly<Record<string, Json>>;

/** @param scripts contents of the page's `application/ld+json` */
export function listLinkedThings(scripts: readonly string[]): Thing[] {
  return scripts.flatMap((script) => listThings(parseScript(script))).slice(0, maxNodes);
}

function parseScript(script: string): Json {
  if (script.length > maxScriptLength) return null;
  const json = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, '')
    // Line ends within strings are the commonest fault; outside of strings they mean as little as blanks.
    .replace(/\p{Cc}/gu, ' ');
  const escaped = json.includes('&quot;') ? decodeEntities(json) : json;
  // The other faults: quotes written as in a page, and a comma behind the last of a list.
  for (const attempt of [json, escaped, escaped.replace(/,(?=\s{0,100}[\]}])/g, '')]) {
    const parsed = parseJson(attempt);
    if (parsed !== undefined) return parsed;
  }
  return null;
}

/** Every object within, outermost first. */
export function listThings(value: Json | undefined, depth = 0): Thing[] {
  if (value === undefined || depth > maxDepth) return [];
  const inner = isRecord(value) ? Object.values(value) : Array.isArray(value) ? value : [];
  const within = inner.slice(0, maxNodes).flatMap((item) => listThings(item, depth + 1));
  return isRecord(value) ? [value, ...within] : within;
}

/** Those that have more to say than their `@id`. */
export function thingsById(things: readonly Thing[]): ReadonlyMap<Json | undefined, Thing> {
  const named = things.filter((thing) => typeof thing['@id'] === 'string' && Object.keys(thing).length > 1);
  return new Map(named.map((thing) => [thing['@id'], thing]));
}

/** `Event` also of `https://schema.org/Event` and `schema:Event`. */
export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).map((type) => textIn(type).replace(/^.*[/#:]/, ''));
}

export function textOf(value: Json | undefined): string | undefined {
  const text = decodeEntities(textIn(value));
  return text === '' ? undefined : text;
}
