// What Discord refuses in messages although its description lets it pass.

import type { Json } from '../payloads/componentPayload.ts';
import { type CheckedMessage, carriesText } from './checkedMessage.ts';
import type { Path, Place } from './violation.ts';

const docs = 'https://discord.com/developers/docs';
const messageDocs = `${docs}/resources/message`;
const componentDocs = `${docs}/components/reference`;

export interface MessageRule {
  readonly name: string;
  /** Discord's code for the whole refusal: 50035 invalid body, 50006 empty message. */
  readonly code: 50035 | 50006;
  readonly source: string;
  /** False for our own rules: recorded, not refused. */
  readonly refuses?: false;
  readonly check: (message: CheckedMessage) => Place[];
}

const linkStyle = 5;
const premiumStyle = 6;
const v2Types = [9, 10, 11, 12, 13, 14, 17];
const selectTypes = [3, 5, 6, 7, 8];

const length = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0);
const isFilled = (value: unknown): boolean => (Array.isArray(value) || typeof value === 'string') && value.length > 0;
const at = (path: Path, message: string): Place => ({ path, message });

function buttons(message: CheckedMessage) {
  return message.components.filter(({ component }) => component.type === 2);
}

function embedLength(embed: Json): number {
  const { title, description, footer, author, fields } = embed as Record<string, Json | undefined>;
  const ofFields = (Array.isArray(fields) ? (fields as Json[]) : []).reduce(
    (sum, field) => sum + length(field.name) + length(field.value),
    0,
  );
  return length(title) + length(description) + length(footer?.text) + length(author?.name) + ofFields;
}

export const messageRules: readonly MessageRule[] = [
  {
    name: 'content length',
    code: 50035,
    source: `${messageDocs}#create-message`,
    check: ({ body, path }) =>
      length(body.content) > 2000
        ? [at([...path, 'content'], `Must be 2000 or fewer in length, not ${length(body.content)}.`)]
        : [],
  },
  {
    name: 'empty message',
    code: 50006,
    source: `${messageDocs}#create-message`,
    check: ({ body, path, isNew, hasFiles }) => {
      const { content, embeds, components, sticker_ids, poll } = body;
      const shows = [typeof content === 'string' ? content.trim() : '', embeds, components, sticker_ids].some(isFilled);
      return !isNew || shows || hasFiles || poll ? [] : [at(path, 'Cannot send an empty message')];
    },
  },
  {
    name: 'components v2 excludes content',
    code: 50035,
    source: `${messageDocs}#message-object-message-flags`,
    check: ({ body, path, isV2 }) =>
      ['content', 'embeds', 'sticker_ids', 'poll']
        .filter((key) => isV2 && (isFilled(body[key]) || (key === 'poll' && body[key])))
        .map((key) => at([...path, key], `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`)),
  },
  {
    name: 'components v2 needs its flag',
    code: 50035,
    source: `${componentDocs}#what-is-a-component`,
    check: (message) =>
      message.isV2
        ? []
        : message.components
            .filter(({ component }) => v2Types.includes(Number(component.type)))
            .map(({ component, path }) => at(path, `A component of type ${component.type} needs flag 1 << 15`)),
  },
  {
    name: 'at most five rows',
    code: 50035,
    source: `${componentDocs}#legacy-message-component-behavior`,
    check: ({ body, path, isV2 }) =>
      !isV2 && Array.isArray(body.components) && body.components.length > 5
        ? [at([...path, 'components'], 'Must be 5 or fewer in length.')]
        : [],
  },
  {
    name: 'at most forty components',
    code: 50035,
    source: `${componentDocs}#what-is-a-component`,
    check: (message) => {
      const count = message.components.length;
      return count > 40
        ? [at([...message.path, 'components'], `At most 40 components in a message, not ${count}`)]
        : [];
    },
  },
  {
    name: 'text of a components v2 message',
    code: 50035,
    source: `${componentDocs}#text-display`,
    check: (message) => {
      const total = message.components.reduce(
        (sum, { component }) => sum + (component.type === 10 ? length(component.content) : 0),
        0,
      );
      return total > 4000
        ? [at([...message.path, 'components'], `At most 4000 characters of text displays, not ${total}`)]
        : [];
    },
  },
  {
    name: 'total of embeds',
    code: 50035,
    source: `${messageDocs}#embed-object-embed-limits`,
    check: ({ body, path }) => {
      const total = (Array.isArray(body.embeds) ? (body.embeds as Json[]) : []).reduce(
        (sum, one) => sum + embedLength(one),
        0,
      );
      return total > 6000 ? [at([...path, 'embeds'], `Embed size exceeds maximum size of 6000 (${total})`)] : [];
    },
  },
  {
    name: 'link button needs a url',
    code: 50035,
    source: `${componentDocs}#button-button-styles`,
    check: (message) =>
      buttons(message)
        .filter(({ component }) => component.style === linkStyle && (!component.url || component.custom_id))
        .map(({ path }) => at([...path, 'url'], 'A link button has a url and no custom_id')),
  },
  {
    name: 'url only on a link button',
    code: 50035,
    source: `${componentDocs}#button-button-styles`,
    check: (message) =>
      buttons(message)
        .filter(({ component }) => component.style !== linkStyle && component.url)
        .map(({ path }) => at([...path, 'url'], 'Only a link button takes a url')),
  },
  {
    name: 'button needs a custom id and a face',
    code: 50035,
    source: `${componentDocs}#button-button-design-guidelines`,
    check: (message) =>
      buttons(message).flatMap(({ component, path }) => {
        if (component.style === premiumStyle) return [];
        const noId = component.style !== linkStyle && !component.custom_id;
        const noFace = !component.label && !component.emoji;
        return [
          ...(noId ? [at([...path, 'custom_id'], 'A custom id is required')] : []),
          ...(noFace ? [at([...path, 'label'], 'A button needs a label or an emoji')] : []),
        ];
      }),
  },
  {
    name: 'duplicate custom id',
    code: 50035,
    source: `${componentDocs}#anatomy-of-a-component-custom-id`,
    check: (message) => {
      const seen = new Set<unknown>();
      return message.components.flatMap(({ component, path }) => {
        const { custom_id: customId } = component;
        if (typeof customId !== 'string') return [];
        if (seen.has(customId))
          return [at([...path, 'custom_id'], `Component custom id cannot be duplicated (${customId})`)];
        seen.add(customId);
        return [];
      });
    },
  },
  {
    name: 'select stands alone in its row',
    code: 50035,
    source: `${componentDocs}#action-row`,
    check: (message) =>
      message.components
        .filter(({ component }) => component.type === 1 && Array.isArray(component.components))
        .filter(({ component }) => {
          const children = component.components as Json[];
          return children.length > 1 && children.some((child) => selectTypes.includes(Number(child.type)));
        })
        .map(({ path }) => at([...path, 'components'], 'A row holds up to five buttons or one select')),
  },
  {
    name: 'select options',
    code: 50035,
    source: `${componentDocs}#string-select`,
    check: (message) =>
      message.components
        .filter(({ component }) => component.type === 3)
        .flatMap(({ component, path }) => {
          const options = Array.isArray(component.options) ? (component.options as Json[]) : [];
          const values = new Set(options.map((option) => option.value));
          const most = Number(component.max_values ?? 1);
          const chosen = options.filter((option) => option.default === true).length;
          return [
            ...(options.length < 1 || options.length > 25
              ? [at([...path, 'options'], 'Must be between 1 and 25 in length.')]
              : []),
            ...(values.size < options.length
              ? [at([...path, 'options'], 'The specified option value is already used')]
              : []),
            ...(most > options.length ? [at([...path, 'max_values'], 'More than the number of options')] : []),
            ...(chosen > most ? [at([...path, 'options'], 'More defaults than max_values')] : []),
          ];
        }),
  },
  {
    name: 'allowed_mentions on every text',
    code: 50035,
    source: `${messageDocs}#allowed-mentions-object`,
    refuses: false,
    check: (message) =>
      carriesText(message) && !message.body.allowed_mentions
        ? [at([...message.path, 'allowed_mentions'], 'Our own rule: say who may be mentioned, though nobody is')]
        : [],
  },
  {
    name: 'allowed_mentions parses nothing',
    code: 50035,
    source: `${messageDocs}#allowed-mentions-object`,
    refuses: false,
    check: ({ body, path }) => {
      const mentions = body.allowed_mentions as Json | null | undefined;
      const isEmpty = Array.isArray(mentions?.parse) && mentions.parse.length === 0;
      return mentions && !isEmpty ? [at([...path, 'allowed_mentions', 'parse'], 'Our own rule: must be []')] : [];
    },
  },
];
