// The few components all views are built of, in Discord's own JSON.

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { countCharacters, cutText, messageTextLimit, oneLine } from './text.ts';

/** The stripe beside a card: a quiet blue that reads on light and dark. Nothing depends on it. */
export const accentColour = 0x3b6e8f;
/** Entries of a list on one page. */
export const entriesPerPage = 5;
/** Characters an entry may take, so that a page with its heading stays within a message. */
export const entryTextLimit = 740;
/** A button's label. @see https://docs.discord.com/developers/components/reference#button */
const buttonLabelLimit = 80;
/** What a select shows before a choice. @see https://docs.discord.com/developers/components/reference#string-select */
const placeholderLimit = 150;
/** Label, description and value of a select's option. @see https://docs.discord.com/developers/components/reference#string-select */
const optionTextLimit = 100;

/** One paragraph of Markdown; foreign text in it must be escaped already. */
export function textBlock(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: cutText(content, messageTextLimit) };
}

export function container(components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: accentColour, components };
}

/** At most five buttons; undefined when there are none, because Discord takes no empty row. */
export function buttonRow(
  buttons: readonly (APIButtonComponent | undefined)[],
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  const present = buttons.filter((button) => button !== undefined);
  return present.length === 0 ? undefined : { type: ComponentType.ActionRow, components: present };
}

/** @param customId from kit/customId */
export function actionButton(label: string, customId: string, isDisabled = false): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cutText(label, buttonLabelLimit),
    custom_id: customId,
    ...(isDisabled ? { disabled: true } : {}),
  };
}

/** The one button that confirms; nothing else is green. */
export function confirmButton(label: string, customId: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Success,
    label: cutText(label, buttonLabelLimit),
    custom_id: customId,
  };
}

/** A file sent with the message; without this it would not be seen. @see https://docs.discord.com/developers/components/reference#file */
export function fileBlock(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Undefined without an address that Discord takes. @param url checked by findLinkUrl */
export function linkButton(label: string, url: string | undefined): APIButtonComponent | undefined {
  if (url === undefined) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: cutText(label, buttonLabelLimit), url };
}

export interface SelectEntry {
  readonly label: string;
  readonly value: string;
  /** A second line below the label. */
  readonly description?: string;
  /** Marked as chosen already. */
  readonly isChosen?: boolean;
}

/** A menu of one choice; undefined without entries. */
export function selectRow(
  customId: string,
  placeholder: string,
  entries: readonly SelectEntry[],
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  if (entries.length === 0) return undefined;
  return { type: ComponentType.ActionRow, components: [select(customId, placeholder, entries)] };
}

/** A menu of any number of choices, none included; undefined without entries. */
export function choicesRow(
  customId: string,
  placeholder: string,
  entries: readonly SelectEntry[],
): APIActionRowComponent<APIComponentInMessageActionRow> | undefined {
  if (entries.length === 0) return undefined;
  const menu = { ...select(customId, placeholder, entries), min_values: 0, max_values: entries.length };
  return { type: ComponentType.ActionRow, components: [menu] };
}

function select(customId: string, placeholder: string, entries: readonly SelectEntry[]): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: cutText(placeholder, placeholderLimit),
    options: entries.map(({ label, value, description, isChosen = false }) => ({
      label: cutText(oneLine(label), optionTextLimit) || '…',
      value,
      ...(description === undefined ? {} : { description: cutText(oneLine(description), optionTextLimit) || '…' }),
      ...(isChosen ? { default: true } : {}),
    })),
  };
}

/** Characters of all text that components show together. */
export function charactersOf(components: readonly object[]): number {
  const count = (part: object): number => {
    const own = 'content' in part && typeof part.content === 'string' ? countCharacters(part.content) : 0;
    const inner = 'components' in part && Array.isArray(part.components) ? part.components : [];
    return inner.reduce((sum: number, child: object) => sum + count(child), own);
  };
  return components.reduce((sum: number, component) => sum + count(component), 0);
}

/** The parts that are there. */
export function present<Part>(...parts: readonly (Part | undefined)[]): Part[] {
  return parts.filter((part) => part !== undefined);
}
