import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../src/discord/messageBody.ts';
import { type CheckedBody, describeFaults, findFaults } from '../../../src/discord/messageFaults.ts';
import type { RoleId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { articleCard } from '../../../src/views/articleCard.ts';
import { sampleArticle } from '../../support/samples.ts';

const card = articleCard({ article: sampleArticle(), excerpt: 'Treaties fail.', say: sayIn('en') });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const button = (change: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: 'Press',
  custom_id: 'v1:a:b:c',
  ...change,
});
const link = (url: unknown, change: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label: 'Read',
  url,
  ...change,
});
const select = (options: readonly object[], change: object = {}) =>
  row({ type: ComponentType.StringSelect, custom_id: 'v1:a:s:', placeholder: 'Which', options, ...change });
const option = (value: string, change: object = {}) => ({ label: 'One', value, ...change });
const gallery = (...items: object[]) => ({ type: ComponentType.MediaGallery, items });
const picture = (change: object = {}) => ({ media: { url: 'https://society.example/a.png' }, ...change });
const section = (components: object[], change: object = { accessory: button() }) => ({
  type: ComponentType.Section,
  components,
  ...change,
});
const container = (...components: object[]) => ({ type: ComponentType.Container, components });

function pathsOf(...components: object[]): string[] {
  return findFaults({ components } as unknown as CheckedBody).map(({ path }) => path);
}

describe('a look before sending', () => {
  it('finds nothing wrong with a card, a discussion and a forum’s post', () => {
    const message = messageBody({ ...card, mentions: { roles: ['1'.repeat(20) as RoleId] } });
    expect(findFaults({ ...message, nonce: 'a'.repeat(25) })).toEqual([]);
    expect(findFaults({ name: 'x'.repeat(100) })).toEqual([]);
    expect(findFaults({ name: 'Rivers', applied_tags: ['1', '2', '3', '4', '5'], message })).toEqual([]);
  });

  it.each([
    ['an empty message', [], 'components'],
    ['too much text in all', [text('x'.repeat(2_001)), container(text('x'.repeat(2_000)))], 'components'],
    ['emoji counted as two', [text('👍'.repeat(2_001))], 'components'],
    ['more than forty components', Array.from({ length: 21 }, () => container(text('x'))), 'components'],
    ['a blank text', [text(' \n ')], 'components.0.content'],
    ['half a character', [text('x\uD83D')], 'components.0.content'],
    ['a long label', [row(button({ label: 'x'.repeat(81) }))], 'components.0.components.0.label'],
    ['a button without a face', [row(button({ label: '' }))], 'components.0.components.0.label'],
    ['a long custom_id', [row(button({ custom_id: 'x'.repeat(101) }))], 'components.0.components.0.custom_id'],
    ['a button that does nothing', [row(button({ custom_id: undefined }))], 'components.0.components.0.custom_id'],
    ['a repeated custom_id', [row(button()), row(button())], 'components.1.components.0.custom_id'],
    ['a button with an address', [row(button({ url: 'https://a.example/' }))], 'components.0.components.0.url'],
    ['a long address', [row(link(`https://a.example/${'p'.repeat(495)}`))], 'components.0.components.0.url'],
    ['an address that runs', [row(link('javascript:alert(1)'))], 'components.0.components.0.url'],
    ['a link without an address', [row(link(undefined))], 'components.0.components.0.url'],
    [
      'a link with a custom_id',
      [row(link('https://a.example/', { custom_id: 'x' }))],
      'components.0.components.0.custom_id',
    ],
    ['an empty row', [row()], 'components.0.components'],
    ['six buttons', [row(...'abcdef'.split('').map((id) => button({ custom_id: id })))], 'components.0.components'],
    ['a menu beside a button', [row(button(), ...select([option('1')]).components)], 'components.0.components'],
    ['a menu without choices', [select([])], 'components.0.components.0.options'],
    [
      '26 choices',
      [select(Array.from({ length: 26 }, (_, at) => option(`${at}`)))],
      'components.0.components.0.options',
    ],
    ['a choice twice', [select([option('1'), option('1')])], 'components.0.components.0.options'],
    ['a long choice', [select([option('1', { label: 'x'.repeat(101) })])], 'components.0.components.0.options.0.label'],
    ['a choice that says nothing', [select([option('')])], 'components.0.components.0.options.0.value'],
    [
      'a long line below a choice',
      [select([option('1', { description: 'x'.repeat(101) })])],
      'components.0.components.0.options.0.description',
    ],
    [
      'a long placeholder',
      [select([option('1')], { placeholder: 'x'.repeat(151) })],
      'components.0.components.0.placeholder',
    ],
    ['a gallery without pictures', [gallery()], 'components.0.items'],
    ['eleven pictures', [gallery(...Array.from({ length: 11 }, () => picture()))], 'components.0.items'],
    [
      'a long description of a picture',
      [gallery(picture({ description: 'x'.repeat(1_025) }))],
      'components.0.items.0.description',
    ],
    ['an empty description of a picture', [gallery(picture({ description: '' }))], 'components.0.items.0.description'],
    ['a picture from nowhere', [gallery({ media: { url: 'data:image/png,x' } })], 'components.0.items.0.media.url'],
    [
      'a long address of a picture',
      [gallery({ media: { url: `https://a.example/${'p'.repeat(2_031)}` } })],
      'components.0.items.0.media.url',
    ],
    ['a section with nothing beside it', [section([text('x')], {})], 'components.0.accessory'],
    ['a section of four texts', [section([text('a'), text('b'), text('c'), text('d')])], 'components.0.components'],
    [
      'a long label beside a section',
      [section([text('x')], { accessory: button({ label: 'x'.repeat(81) }) })],
      'components.0.accessory.label',
    ],
    ['an empty container', [container()], 'components.0.components'],
    [
      'a file from elsewhere',
      [{ type: ComponentType.File, file: { url: 'https://a.example/f' } }],
      'components.0.file.url',
    ],
    ['a kind of component nobody has looked at', [{ type: 99 }], 'components.0'],
  ])('finds %s', (_, components, path) => {
    expect(pathsOf(...components)).toContain(path);
  });

  it.each<[string, object, string]>([
    ['a nonce that is too long', { nonce: 'a'.repeat(26) }, 'nonce'],
    ['a discussion without a name', { name: ' ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'name'],
    ['six tags', { applied_tags: ['1', '2', '3', '4', '5', '6'] }, 'applied_tags'],
    ['a tag that is a word', { applied_tags: ['rivers'] }, 'applied_tags'],
    [
      'a ping for everybody',
      { allowed_mentions: { parse: ['everyone'], roles: [], users: [] } },
      'allowed_mentions.parse',
    ],
    [
      'a role that is a name',
      { allowed_mentions: { parse: [], roles: ['members'], users: [] } },
      'allowed_mentions.roles',
    ],
    ['a person twice', { allowed_mentions: { parse: [], roles: [], users: ['1', '1'] } }, 'allowed_mentions.users'],
    [
      '101 people',
      { allowed_mentions: { parse: [], roles: [], users: Array.from({ length: 101 }, (_, at) => `${at}`) } },
      'allowed_mentions.users',
    ],
    ['a fault within a post', { name: 'x', message: { components: [] } }, 'message.components'],
  ])('finds %s', (_, body, path) => {
    expect(findFaults(body as CheckedBody).map((fault) => fault.path)).toContain(path);
  });

  it('says where and how much, but not what was written', () => {
    const said = describeFaults(findFaults({ name: 'secret '.repeat(20) }));
    expect(said).toBe('name: 1 to 100 characters, found 140');
  });
});
