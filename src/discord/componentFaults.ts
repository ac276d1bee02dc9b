// The limits of one component by itself, without those inside it.
// A kind of component that is not known here is a fault: nothing is sent that was not looked at.

import { ButtonStyle, ComponentType } from 'discord.js';
import { isUrl } from '../domain/isUrl.ts';
import {
  altTextMost,
  buttonLabelMost,
  buttonUrlMost,
  componentsMost,
  customIdMost,
  galleryItemsMost,
  mediaUrlMost,
  messageTextMost,
  optionsMost,
  optionTextMost,
  placeholderMost,
  rowButtonsMost,
  sectionTextsMost,
} from './discordLimits.ts';
import { type Fault, listFaults, outside, textFaults } from './fault.ts';

interface Media {
  readonly media?: { readonly url: string };
  readonly description?: string;
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

/** Any component, as far as its limits go. */
export interface Part extends Media {
  readonly type: number;
  readonly style?: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly options?: readonly Option[];
  readonly items?: readonly Media[];
  readonly file?: { readonly url: string };
  readonly components?: readonly Part[];
  readonly accessory?: Part;
}

const linkSchemes = ['http:', 'https:', 'discord:'];
const mediaSchemes = ['http:', 'https:', 'attachment:'];

export function componentFaults(part: Part, path: string): Fault[] {
  const children = part.components ?? [];
  switch (part.type) {
    case ComponentType.ActionRow: {
      const isSelectRow = children.some(({ type }) => type !== ComponentType.Button);
      return outside(`${path}.components`, children.length, 1, isSelectRow ? 1 : rowButtonsMost, 'components of a row');
    }
    case ComponentType.Button:
      return buttonFaults(part, path);
    case ComponentType.StringSelect:
      return [...selectFaults(part, path), ...optionFaults(part.options ?? [], `${path}.options`)];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return selectFaults(part, path);
    case ComponentType.Section:
      return [
        ...outside(`${path}.components`, children.length, 1, sectionTextsMost, 'texts of a section'),
        ...listFaults([part.accessory === undefined, `${path}.accessory`, 'an accessory', 'nothing']),
      ];
    case ComponentType.TextDisplay:
      return textFaults(`${path}.content`, part.content, messageTextMost);
    case ComponentType.Thumbnail:
      return mediaFaults(part, path);
    case ComponentType.MediaGallery: {
      const items = part.items ?? [];
      return [
        ...outside(`${path}.items`, items.length, 1, galleryItemsMost, 'pictures'),
        ...items.flatMap((item, index) => mediaFaults(item, `${path}.items.${index}`)),
      ];
    }
    case ComponentType.File:
      return urlFaults(`${path}.file.url`, part.file?.url, mediaUrlMost, ['attachment:']);
    case ComponentType.Separator:
      return [];
    case ComponentType.Container:
      return outside(`${path}.components`, children.length, 1, componentsMost, 'components of a container');
    default:
      return [{ path, limit: 'a known kind of component', found: `${part.type}` }];
  }
}

function buttonFaults(part: Part, path: string): Fault[] {
  const isLink = part.style === ButtonStyle.Link;
  return [
    ...textFaults(`${path}.label`, part.label, buttonLabelMost),
    ...(isLink
      ? urlFaults(`${path}.url`, part.url, buttonUrlMost, linkSchemes)
      : textFaults(`${path}.custom_id`, part.custom_id, customIdMost)),
    ...listFaults(
      [isLink && part.custom_id !== undefined, `${path}.custom_id`, 'none on a link', 'one'],
      [!isLink && part.url !== undefined, `${path}.url`, 'none but on a link', 'one'],
    ),
  ];
}

function selectFaults({ custom_id, placeholder }: Part, path: string): Fault[] {
  return [
    ...textFaults(`${path}.custom_id`, custom_id, customIdMost),
    ...(placeholder === undefined ? [] : textFaults(`${path}.placeholder`, placeholder, placeholderMost)),
  ];
}

function optionFaults(options: readonly Option[], path: string): Fault[] {
  const values = new Set(options.map(({ value }) => value));
  return [
    ...outside(path, options.length, 1, optionsMost, 'options'),
    ...listFaults([values.size < options.length, path, 'each value once', 'a repeated one']),
    ...options.flatMap(({ label, value, description }, index) => [
      ...textFaults(`${path}.${index}.label`, label, optionTextMost),
      ...textFaults(`${path}.${index}.value`, value, optionTextMost),
      ...(description === undefined ? [] : textFaults(`${path}.${index}.description`, description, optionTextMost)),
    ]),
  ];
}

function mediaFaults({ media, description }: Media, path: string): Fault[] {
  return [
    ...urlFaults(`${path}.media.url`, media?.url, mediaUrlMost, mediaSchemes),
    ...(description === undefined ? [] : textFaults(`${path}.description`, description, altTextMost)),
  ];
}

function urlFaults(path: string, url: string | undefined, most: number, schemes: readonly string[]): Fault[] {
  const scheme = url !== undefined && isUrl(url) ? new URL(url).protocol : '';
  return [
    ...textFaults(path, url, most),
    ...listFaults([!schemes.includes(scheme), path, schemes.join(' or '), 'another address']),
  ];
}
