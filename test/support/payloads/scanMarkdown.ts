// What Discord would act on in a text: an independent reading of its Markdown, written without a look at src/views/text.ts.
// It errs on the strict side: a sign that might begin something and is not escaped is reported as `sign`.

export type ActiveKind =
  | 'heading'
  | 'subtext'
  | 'quote'
  | 'item'
  | 'bold'
  | 'sign'
  | 'code'
  | 'link'
  | 'address'
  | 'emoji'
  | 'user'
  | 'role'
  | 'channel'
  | 'timestamp'
  | 'command'
  | 'guide';

export interface Active {
  readonly kind: ActiveKind;
  /** What it leads to or names; the sign itself where there is nothing more. */
  readonly value: string;
}

interface Rule {
  /** Undefined: read and passed over. */
  readonly kind?: ActiveKind;
  readonly pattern: RegExp;
  /** Only where a line begins, or behind another sign of a line's beginning. */
  readonly isBlock?: true;
  /** True where the first group is text that is read in its turn, and the second, if any, the value. */
  readonly hasInner?: true;
}

/** The label of a link may hold brackets in pairs. As in simple-markdown, which Discord's clients are built on. */
const label = String.raw`((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)`;

/** In the order in which they are tried; each is sticky. */
const rules: readonly Rule[] = [
  { kind: 'heading', pattern: /[^\S\n]*(#{1,3})[^\S\n]+/y, isBlock: true },
  { kind: 'subtext', pattern: /[^\S\n]*(-#)[^\S\n]+/y, isBlock: true },
  { kind: 'quote', pattern: /[^\S\n]*(>{1,3})/y, isBlock: true },
  { kind: 'item', pattern: /[^\S\n]*([-*+]|\d+\.)[^\S\n]+/y, isBlock: true },
  { pattern: /\\[^0-9A-Za-z\s]/y },
  { kind: 'code', pattern: /`+/y },
  { kind: 'bold', pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, hasInner: true },
  { kind: 'link', pattern: new RegExp(String.raw`\[${label}\]\(\s*<?((?:[^\s\\]|\\.)*?)>?\s*\)`, 'y'), hasInner: true },
  { kind: 'user', pattern: /<@!?(\d+)>/y },
  { kind: 'role', pattern: /<@&(\d+)>/y },
  { kind: 'channel', pattern: /<#(\d+)>/y },
  { kind: 'timestamp', pattern: /<t:(-?\d+(?::[tTdDfFRsS])?)>/y },
  { kind: 'command', pattern: /<\/([^:>]+):\d+>/y },
  { kind: 'emoji', pattern: /<a?:\w+:\d+>/y },
  { kind: 'guide', pattern: /<id:\w+>/y },
  { kind: 'address', pattern: /<((?:https?|mailto|tel|sms|discord|steam):[^>\s]*)>/y },
  { kind: 'address', pattern: /:\/\/\S*/y },
  { kind: 'emoji', pattern: /:[^\s:\\]+:/y },
  { kind: 'sign', pattern: /[*_~|[\]<@]/y },
];

const lineBreak = /\n/y;

export function scanMarkdown(text: string): Active[] {
  const found: Active[] = [];
  let at = 0;
  let isLineStart = true;
  while (at < text.length) {
    const hit = findRule(text, at, isLineStart);
    if (hit === undefined) {
      lineBreak.lastIndex = at;
      isLineStart = lineBreak.test(text);
      at += 1;
      continue;
    }
    const { rule, match } = hit;
    const [whole, first, second] = match;
    if (rule.kind !== undefined) found.push({ kind: rule.kind, value: second ?? first ?? whole });
    if (rule.hasInner) found.push(...scanMarkdown(first ?? ''));
    isLineStart = rule.isBlock === true;
    at += whole.length;
  }
  return found;
}

/** Whom Discord's server would find mentioned: it reads no escapes. */
export function findRawMentions(text: string): string[] {
  return [...text.matchAll(/<@[!&]?\d+>|@everyone|@here/gi)].map(([mention]) => mention);
}

/** Letters, digits and marks that begin nothing; only a line's beginning gives digits a meaning. */
const inert = /[\p{L}\p{M}\p{N}]/u;

function findRule(text: string, at: number, isLineStart: boolean) {
  if (!isLineStart && inert.test(text[at] ?? '')) return undefined;
  for (const rule of rules) {
    if (rule.isBlock && !isLineStart) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  return undefined;
}
