// The contract with Discord: checks what the bot sends and what the double answers, and keeps every violation.

import { RestError } from '../rest/restError.ts';
import { operations } from './operations.ts';
import { ruleFindings } from './rules.ts';
import { schemaFindings } from './schemaCheck.ts';
import { isAllowedUnknownKey } from './unknownKeys.ts';
import { describe, errorTree, type Finding, type Violation } from './violation.ts';

export interface CheckedRequest {
  readonly method: string;
  readonly template: string;
  readonly body: unknown;
  readonly hasFiles: boolean;
  readonly existingFlags: number;
}

export class Contract {
  readonly violations: Violation[] = [];
  readonly #onViolation: () => void;

  constructor(onViolation: () => void) {
    this.#onViolation = onViolation;
  }

  /** @throws RestError (50035, or 50006 for an empty message) when Discord would refuse the body. */
  checkRequest(request: CheckedRequest): void {
    const { method, template, body, hasFiles, existingFlags } = request;
    const operation = `${method} ${template}`;
    const schema = operations[operation]?.request;
    const isBodyless = schema === undefined && (body === undefined || Object.keys(body as object).length === 0);
    const shape = schema
      ? schemaFindings(schema, body, { isRequest: true, allowsKey: (path) => isAllowedUnknownKey(operation, path) })
      : [];
    const semantic = isBodyless ? [] : ruleFindings({ operation, body, hasFiles, existingFlags });
    for (const finding of [...shape, ...semantic]) this.#record('bot', method, template, finding);
    const refused = [...shape, ...semantic].filter((finding) => finding.refuses);
    if (refused.length === 0) return;
    if (shape.length === 0 && semantic.some((finding) => finding.wholeCode === 50006)) {
      throw new RestError(400, 50006, 'Cannot send an empty message');
    }
    throw new RestError(400, 50035, 'Invalid Form Body', errorTree(refused));
  }

  /** Records where the double's own answer departs from the description; the answer is sent all the same. */
  checkResponse(method: string, template: string, body: unknown): void {
    const schema = operations[`${method} ${template}`]?.response;
    if (!schema || body === undefined) return;
    const findings = schemaFindings(schema, body, { isRequest: false, allowsKey: () => true });
    for (const finding of findings) this.#record('double', method, template, finding);
  }

  unknownRoute(method: string, path: string, text: string): void {
    this.#push({
      side: 'bot',
      rule: 'unknown route',
      method,
      route: path,
      path: '',
      text: describe(method, path, '', text),
    });
  }

  #record(side: 'bot' | 'double', method: string, route: string, finding: Finding): void {
    const path = finding.path.join('.');
    const text = describe(method, route, path, finding.message);
    const source = finding.source ? { source: finding.source } : {};
    this.#push({ side, rule: finding.rule, method, route, path, text, ...source });
  }

  #push(violation: Omit<Violation, 'at'>): void {
    this.violations.push({ at: new Date().toISOString(), ...violation });
    this.#onViolation();
  }
}
