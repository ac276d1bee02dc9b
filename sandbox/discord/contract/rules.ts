// The semantic rules, in one table: what Discord refuses (or we forbid ourselves) and its description cannot express.

import type { Json } from '../payloads/componentPayload.ts';
import { findMessage } from './checkedMessage.ts';
import { commandRules } from './commandRules.ts';
import { localisationRules } from './localisationRules.ts';
import { messageRules } from './messageRules.ts';
import type { Finding, Place } from './violation.ts';

export interface RuleInput {
  /** `METHOD /path/{template}`. */
  readonly operation: string;
  readonly body: unknown;
  readonly hasFiles: boolean;
  /** Flags of the message that an edit is about, else 0. */
  readonly existingFlags: number;
}

export interface RuleFinding extends Finding {
  /** Discord's code for the whole refusal. */
  readonly wholeCode: 50035 | 50006;
}

const bodyRules = [...commandRules, ...localisationRules];

/** Every rule's name with Discord's page about it. */
export const rules: readonly { readonly name: string; readonly source: string }[] = [...messageRules, ...bodyRules];

export function ruleFindings(input: RuleInput): RuleFinding[] {
  if (typeof input.body !== 'object' || input.body === null) return [];
  const body = input.body as Json;
  const message = findMessage(input.operation, body, input.hasFiles, input.existingFlags);
  const aboutMessage = messageRules.flatMap((rule) =>
    (message ? rule.check(message) : []).map((place) =>
      finding(rule.name, rule.source, place, rule.code, rule.refuses ?? true),
    ),
  );
  const aboutBody = bodyRules.flatMap((rule) =>
    rule.check(input.operation, body).map((place) => finding(rule.name, rule.source, place, 50035, true)),
  );
  return [...aboutMessage, ...aboutBody];
}

function finding(rule: string, source: string, place: Place, wholeCode: 50035 | 50006, refuses: boolean): RuleFinding {
  return { ...place, rule, source, wholeCode, refuses, code: rule.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_') };
}
