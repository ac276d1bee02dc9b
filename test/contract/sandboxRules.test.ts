// The contract itself: each rule is broken once, and each time the bot is told as Discord tells it.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { matchRoute } from '../../sandbox/discord/contract/routes.ts';
import { rules } from '../../sandbox/discord/contract/rules.ts';
import { schemaFindings } from '../../sandbox/discord/contract/schemaCheck.ts';
import { type LocalDiscord, startLocalDiscord, type Violation } from '../../sandbox/discord/localDiscord.ts';

type Json = Record<string, unknown>;

let discord: LocalDiscord;
let before = 0;

beforeAll(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterAll(() => discord.close());
beforeEach(() => {
  before = discord.violations.length;
});

const fresh = (): Violation[] => discord.violations.slice(before);

async function send(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}

const allowed_mentions = { parse: [] };
const messages = () => `/channels/${discord.channel('news').id}/messages`;
const post = (body: Json) => send('POST', messages(), { allowed_mentions, ...body });
const v2 = (components: unknown[], more: Json = {}) => post({ flags: 1 << 15, components, ...more });
const text = (content: string) => ({ type: 10, content });
const button = (more: Json) => ({ type: 2, style: 2, label: 'Press', custom_id: 'a', ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (more: Json) => ({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], ...more });
const commands = (...body: unknown[]) => send('PUT', `/applications/${discord.applicationId}/commands`, body);
const command = (more: Json) => ({ name: 'hello', description: 'Says hello', ...more });
const option = (more: Json) => ({ type: 3, name: 'who', description: 'Whom', ...more });
const choices = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `n${n}`, value: `v${n}` }));
const callback = (body: Json) => send('POST', '/interactions/1/token/callback', body);
const embed = (more: Json) => ({ title: 'Title', ...more });
const many = (count: number) => Array.from({ length: count }, (_, n) => command({ name: `c${n}` }));

const broken: Record<string, () => Promise<unknown>> = {
  'content length': () => post({ content: 'x'.repeat(2001) }),
  'empty message': () => post({ content: '  ' }),
  'components v2 excludes content': () => v2([text('a')], { content: 'b' }),
  'components v2 needs its flag': () => post({ components: [text('a')] }),
  'at most five rows': () =>
    post({ components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `${n}` }))) }),
  'at most forty components': () => v2(Array.from({ length: 21 }, (_, n) => row(button({ custom_id: `${n}` })))),
  'text of a components v2 message': () => v2([text('x'.repeat(2001)), text('x'.repeat(2000))]),
  'total of embeds': () =>
    post({ embeds: [embed({ description: 'x'.repeat(4000) }), embed({ description: 'x'.repeat(4000) })] }),
  'link button needs a url': () => post({ components: [row({ type: 2, style: 5, label: 'Open' })] }),
  'url only on a link button': () => post({ components: [row(button({ url: 'https://example.org' }))] }),
  'button needs a custom id and a face': () => post({ components: [row({ type: 2, style: 1 })] }),
  'duplicate custom id': () => post({ components: [row(button({}), button({}))] }),
  'select stands alone in its row': () => post({ components: [row(select({}), button({}))] }),
  'select options': () =>
    post({ components: [row(select({ options: choices(2).map(({ name }) => ({ label: name, value: 'same' })) }))] }),
  'allowed_mentions on every text': () => send('POST', messages(), { content: 'hello' }),
  'allowed_mentions parses nothing': () =>
    send('POST', messages(), { content: 'hello', allowed_mentions: { parse: ['users'] } }),
  'command name': () => commands(command({ name: 'Hello World' })),
  'option name': () => commands(command({ options: [option({ name: 'Who?' })] })),
  'command description': () => commands(command({ type: 3 })),
  'required options first': () => commands(command({ options: [option({}), option({ name: 'b', required: true })] })),
  'names repeat': () => commands(command({ options: [option({}), option({})] })),
  choices: () => commands(command({ options: [option({ choices: choices(2), autocomplete: true })] })),
  'bounds of an option': () => commands(command({ options: [option({ type: 4, min_value: 3, max_value: 1 })] })),
  'subcommands stand alone': () => commands(command({ options: [option({ type: 1 }), option({ name: 'b' })] })),
  'size of a command': () =>
    commands(
      command({
        options: Array.from({ length: 25 }, (_, n) =>
          option({
            name: `o${n}`,
            description: 'x'.repeat(90),
            choices: choices(25).map((one) => ({ ...one, value: 'x'.repeat(20) })),
          }),
        ),
      }),
    ),
  'locale of a translation': () => commands(command({ name_localizations: { klingon: 'qapla' } })),
  'translated name': () => commands(command({ name_localizations: { de: 'Guten Tag' } })),
  'translated description': () =>
    commands(command({ options: [option({ description_localizations: { de: 'x'.repeat(101) } })] })),
  'translated names repeat': () =>
    commands(command({ options: [option({}), option({ name: 'b', name_localizations: { de: 'who' } })] })),
  'number of commands': () => commands(...many(101)),
  'autocomplete choices': () => callback({ type: 8, data: { choices: [{ name: 'x'.repeat(101), value: 'a' }] } }),
  'thread name': () => send('PATCH', `/channels/${discord.channel('news').id}`, { name: '' }),
  nonce: () => post({ content: 'hello', nonce: 'x'.repeat(26) }),
};

test('every rule of the table is broken by a case of this file', () => {
  expect(Object.keys(broken).sort()).toEqual(rules.map((rule) => rule.name).sort());
  expect(rules.every((rule) => rule.source.startsWith('https://discord.com/developers/docs/'))).toBe(true);
});

test.each(Object.entries(broken))('a body against "%s" is a violation', async (rule, breakIt) => {
  await breakIt();
  expect(fresh().map((violation) => violation.rule)).toContain(rule);
  expect(fresh().every((violation) => violation.side === 'bot')).toBe(true);
});

const refusedBySchema: Record<string, { send: () => Promise<{ status: number; body: Json }>; path: string }> = {
  'a misspelt key': { send: () => post({ contnt: 'hello', content: 'hello' }), path: 'contnt' },
  'a misspelt key deep inside': {
    send: () => v2([{ type: 17, components: [{ type: 10, content: 'a', colour: 1 }] }]),
    path: 'components.0.components.0.colour',
  },
  'a title of 300 characters': {
    send: () => post({ embeds: [embed({ title: 'x'.repeat(300) })] }),
    path: 'embeds.0.title',
  },
  'a custom id of 101 characters': {
    send: () => post({ components: [row(button({ custom_id: 'x'.repeat(101) }))] }),
    path: 'components.0.components.0.custom_id',
  },
  'a select without options': {
    send: () => post({ components: [row(select({ options: [] }))] }),
    path: 'components.0.components.0.options',
  },
  'eleven embeds': { send: () => post({ embeds: Array.from({ length: 11 }, () => embed({})) }), path: 'embeds' },
  'an address that is none': { send: () => post({ embeds: [embed({ url: 'no address' })] }), path: 'embeds.0.url' },
  'twenty-six choices': { send: () => callback({ type: 8, data: { choices: choices(26) } }), path: 'data.choices' },
  'a missing description of an option': {
    send: () => commands(command({ options: [{ type: 3, name: 'who' }] })),
    path: '0.options.0.description',
  },
};

test.each(Object.entries(refusedBySchema))(
  '%s is refused with 50035 and the place',
  async (_name, { send: sendIt, path }) => {
    const answer = await sendIt();
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(fresh().map((violation) => violation.path)).toContain(path);
    const errors = path
      .split('.')
      .reduce((node, step) => (node?.[step] ?? {}) as Json, (answer.body.errors ?? {}) as Json);
    expect(errors._errors).toContainEqual({
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(/./),
    });
  },
);

test('a violation says where and what in one line', async () => {
  await post({ embeds: [embed({ title: 'x'.repeat(300) })] });
  expect(fresh()[0]?.text).toBe(
    'POST /channels/{channel_id}/messages, embeds.0.title: Must be 256 or fewer in length, not 300.',
  );
});

test('a mistake deep in a union is one violation, of the branch that was meant', async () => {
  await v2([{ type: 17, components: [text('a'), row(button({ label: 'x'.repeat(81) }))] }]);
  expect(fresh().map((violation) => violation.path)).toEqual(['components.0.components.1.components.0.label']);
});

test('an empty message has its own code', async () => {
  expect(await post({})).toMatchObject({ status: 400, body: { code: 50006 } });
});

test('our own rules are recorded and let the message pass', async () => {
  expect((await send('POST', messages(), { content: 'hello' })).status).toBe(200);
  expect(fresh()).toMatchObject([{ rule: 'allowed_mentions on every text', path: 'allowed_mentions' }]);
});

test('integers may be strings, and what discord.js adds is let through', async () => {
  expect((await commands(command({ default_member_permissions: '32', nsfw: false }))).status).toBe(200);
  const message = (await post({ content: 'hello', nonce: 5, enforce_nonce: false, tts: false })).body;
  const edited = await send('PATCH', `${messages()}/${message.id}`, {
    content: 'b',
    tts: false,
    enforce_nonce: false,
    allowed_mentions,
  });
  expect((await send('POST', `${messages()}/${message.id}/threads`, { name: 'a', type: 11 })).status).toBe(201);
  expect(edited.status).toBe(200);
  expect(fresh()).toEqual([]);
});

test('an edit of a components v2 message may not bring back content', async () => {
  const { body } = await v2([text('a')]);
  expect(await send('PATCH', `${messages()}/${body.id}`, { content: 'b', allowed_mentions })).toMatchObject({
    status: 400,
  });
  expect((await send('PATCH', `${messages()}/${body.id}`, { components: [text('b')], allowed_mentions })).status).toBe(
    200,
  );
});

test('a route that Discord does not have, and one the double does not serve, are violations', async () => {
  expect((await send('GET', '/channels/1/nothing')).status).toBe(404);
  expect((await send('GET', '/voice/regions')).status).toBe(404);
  expect(fresh().map((violation) => violation.rule)).toEqual(['unknown route', 'unknown route']);
});

test('literal segments win over parameters, also percent-encoded', () => {
  expect(matchRoute('PATCH', '/webhooks/1/token/messages/%40original')?.template).toContain('/messages/@original');
  expect(matchRoute('GET', '/users/@me')?.template).toBe('/users/@me');
  expect(matchRoute('GET', '/channels/abc')).toBeUndefined();
});

test('an answer that departs from the description is noticed', () => {
  const walk = { isRequest: false, allowsKey: () => true };
  expect(
    schemaFindings('GatewayBotResponse', { url: 'ws://localhost', shards: '1' }, walk).map((one) => one.path.join('.')),
  ).toEqual(['session_start_limit', 'shards']);
});

test('a wrong token gets 401', async () => {
  const answer = await fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
  expect(answer.status).toBe(401);
});
