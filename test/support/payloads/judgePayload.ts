// Three independent judgements of a request: our own check before sending, Discord's description as the local Discord reads it, and
// a reading of all its texts for effects that nobody meant.

import { Contract } from '../../../sandbox/discord/contract/contract.ts';
import { RestError } from '../../../sandbox/discord/rest/restError.ts';
import { type CheckedBody, describeFaults, findFaults } from '../../../src/discord/messageFaults.ts';
import { isUrl } from '../../../src/domain/isUrl.ts';
import type { Payload, Permitted } from './payload.ts';
import { type ActiveKind, findRawMentions, scanMarkdown } from './scanMarkdown.ts';

/** What is wrong with a request, one sentence each; empty for a good one. */
export function judgePayload(payload: Payload): string[] {
  return [...sizeFaults(payload), ...descriptionFaults(payload), ...effectFaults(payload)].map(
    (fault) => `${payload.name}: ${fault}`,
  );
}

function sizeFaults({ body }: Payload): string[] {
  const faults = findFaults(body as CheckedBody);
  return faults.length === 0 ? [] : [`our own check says ${describeFaults(faults)}`];
}

function descriptionFaults({ method, template, body }: Payload): string[] {
  const contract = new Contract(() => undefined);
  try {
    contract.checkRequest({ method, template, body, hasFiles: false, existingFlags: 0 });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
  }
  return contract.violations.map(({ text }) => `Discord's description says ${text}`);
}

interface Node {
  readonly content?: string;
  readonly label?: string;
  readonly description?: string;
  readonly name?: string;
  readonly allowed_mentions?: unknown;
  readonly [key: string]: unknown;
}

function effectFaults({ body, may }: Payload): string[] {
  const nodes = nodesOf(body);
  const texts = nodes.flatMap(({ content }) => (content === undefined ? [] : [content]));
  const plain = nodes.flatMap(({ label, description, name }) =>
    [label, description, name].filter((text) => text !== undefined),
  );
  return [
    ...activeFaults(texts, may),
    ...nodes.flatMap(({ allowed_mentions: mentions }) => (mentions === undefined ? [] : mentionFaults(mentions, may))),
    ...[...texts, ...plain].flatMap((text) => unseenFaults(text)),
    ...plain.flatMap((text) => (/[\n\r]/.test(text) ? [`a line break in ${quote(text)}`] : [])),
  ];
}

/** Every object within a body, outer ones first. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

function activeFaults(texts: readonly string[], may: Permitted): string[] {
  const active = texts.flatMap(scanMarkdown);
  const links = new Set((may.links ?? []).flatMap(spelling));
  const raw = [...(may.users ?? []).map((id) => `<@${id}>`), ...(may.roles ?? []).map((id) => `<@&${id}>`)];
  const named: Partial<Record<ActiveKind, (value: string) => boolean>> = {
    link: (value) => spelling(value).some((address) => links.has(address)),
    timestamp: (value) => may.timestamps?.includes(value) ?? false,
    user: (value) => may.users?.includes(value) ?? false,
    role: (value) => may.roles?.includes(value) ?? false,
    channel: (value) => may.channels?.includes(value) ?? false,
    command: (value) => may.commands?.includes(value) ?? false,
  };
  const most: Partial<Record<ActiveKind, number | undefined>> = {
    heading: may.headings,
    subtext: may.subtexts,
    item: may.items,
    bold: may.bolds,
  };
  const unmeant = active.filter(({ kind, value }) => !(kind in most) && !named[kind]?.(value));
  const tooMany = Object.entries(most).flatMap(([kind, count = 0]) => {
    const found = active.filter((one) => one.kind === kind).length;
    return found > count ? [`${found} of ${kind}, of which ${count} are meant`] : [];
  });
  const mentioned = texts.flatMap(findRawMentions).filter((mention) => !raw.includes(mention));
  return [
    ...unmeant.map(({ kind, value }) => `an active ${kind}: ${quote(value)}`),
    ...tooMany,
    ...mentioned.map((mention) => `mentions ${mention}`),
  ];
}

function mentionFaults(mentions: unknown, { pings = [] }: Permitted): string[] {
  const expected = JSON.stringify({ parse: [], roles: pings, users: [] });
  return JSON.stringify(mentions) === expected ? [] : [`allowed_mentions is ${JSON.stringify(mentions)}`];
}

/** An address in one spelling, however much of it is percent-encoded; none for what is no address. */
function spelling(address: string | undefined): string[] {
  if (address === undefined || !isUrl(address)) return [];
  const decode = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
  return [new URL(address).href.replace(/%([0-7][0-9A-F])/gi, decode)];
}

const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|(?<!@)\u200B|\p{Surrogate}/u;

function unseenFaults(text: string): string[] {
  const found = hidden.exec(text);
  return found ? [`U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} in ${quote(text)}`] : [];
}

function quote(text: string): string {
  return JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);
}
