// Reads a view as Discord would count it, by its own rules rather than the views' own.

import type { MessageView } from '../../../src/kit/message.ts';
import type { Result } from '../../../src/kit/result.ts';

interface Node {
  readonly type?: number;
  readonly content?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly description?: string;
  readonly options?: readonly { label: string; value: string }[];
  readonly items?: readonly { media: { url: string }; description?: string }[];
  readonly components?: readonly Node[];
}

/** Every component, outer ones first. */
export function nodesOf(view: MessageView): Node[] {
  const flatten = (node: Node): Node[] => [node, ...(node.components ?? []).flatMap(flatten)];
  return (view.components as readonly Node[]).flatMap(flatten);
}

/** All texts, a line each. */
export function textOf(view: MessageView): string {
  return nodesOf(view)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

export function labelsOf(view: MessageView): string[] {
  return nodesOf(view).flatMap(({ type, label }) => (type === 2 && label !== undefined ? label : []));
}

export function customIdsOf(view: MessageView): string[] {
  return nodesOf(view).flatMap(({ custom_id: id }) => id ?? []);
}

/** What Discord would refuse; empty for a good message. */
export function faultsOf(view: MessageView): string[] {
  const nodes = nodesOf(view);
  const faults: string[] = [];
  const fault = (isFault: boolean, text: string) => {
    if (isFault) faults.push(text);
  };
  fault(nodes.length === 0, 'an empty message');
  fault(nodes.length > 40, `${nodes.length} components`);
  const characters = nodes.reduce((sum, { content = '' }) => sum + content.length, 0);
  fault(characters > 4000, `${characters} characters of text`);
  const ids = customIdsOf(view);
  fault(new Set(ids).size !== ids.length, 'a custom_id twice');
  for (const node of nodes) {
    fault(node.type === 10 && !node.content?.trim(), 'an empty text');
    fault(node.type === 1 && (node.components?.length ?? 0) === 0, 'an empty row');
    fault(node.type === 1 && (node.components?.length ?? 0) > 5, 'a row of more than five');
    fault(node.type === 2 && (node.label ?? '').length > 80, 'a long label');
    fault(node.type === 2 && (node.url ?? '').length > 512, 'a long url');
    fault((node.custom_id ?? '').length > 100, 'a long custom_id');
    fault((node.options?.length ?? 0) > 25, 'a menu of more than 25');
    for (const option of node.options ?? []) {
      fault(option.label.trim() === '' || option.label.length > 100, 'an option without a fitting label');
      fault(option.value === '' || option.value.length > 100, 'an option without a fitting value');
    }
    for (const { media, description } of node.items ?? []) {
      fault(media.url.length > 2048 || description === '' || (description?.length ?? 0) > 1024, 'a wrong picture');
    }
  }
  return faults;
}

/** The view a command answered with; anything else fails the test. */
export function viewOf(result: Result): MessageView {
  if (result.kind === 'reply' || result.kind === 'update') return result.view;
  throw new Error(`expected a message, got ${result.kind}`);
}
