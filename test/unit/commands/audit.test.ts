import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleId } from '../../../src/domain/ids.ts';
import { fakePorts, followed, moderator, newsId, now, sampleSource } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';

let fake: ReturnType<typeof fakePorts>;
const asked = moderator();
beforeEach(() => {
  fake = fakePorts();
});

const audit = async () => viewOf(await run('audit', {}, asked, fake.ports));
const putBack = async (place: number) =>
  textOf(viewOf(await press('v1:audit:putBack:30.0', asked, fake.ports, [`${place}`])));

describe('/audit', () => {
  it('says that nothing was changed', async () => {
    await run('setup', {}, asked, fake.ports);
    expect(textOf(await audit())).toContain('Nobody has changed anything in the last 30 days.');
  });

  it('says who changed what, as it was and as it became', async () => {
    await press('v1:setup:articles:', asked, fake.ports, [newsId]);
    const text = textOf(await audit());
    expect(text).toContain(`<t:${Math.floor(now / 1000)}:F> · <@300> · **/setup**`);
    expect(text).toContain('Articles: <#200> (was: Articles: none yet)');
  });

  it('puts a choice of the server back, and notes that too', async () => {
    await press('v1:setup:articles:', asked, fake.ports, [newsId]);
    await press('v1:setup:role:', asked, fake.ports, ['55']);
    expect(await putBack(1)).toContain('It is as it was before.');
    expect(fake.data.settings).not.toHaveProperty('pingRoleId');
    expect(fake.data.settings.articlesChannelId).toBe(newsId);
    expect(textOf(await audit())).toContain('**/audit**');
  });

  it('leaves alone what was changed again since', async () => {
    await press('v1:setup:role:', asked, fake.ports, ['55']);
    await press('v1:setup:role:', asked, fake.ports, ['56']);
    expect(await putBack(0)).toContain('It was changed again since');
    expect(fake.data.settings.pingRoleId).toBe('56' as RoleId);
  });

  it('puts the choices of a source back', async () => {
    fake.data.followed = [followed(sampleSource())];
    await run('sources edit', { source: sampleSource().title, threads: 'off', filter_any: 'trade' }, asked, fake.ports);
    expect(fake.data.followed[0]?.subscription).toMatchObject({ threads: false });
    expect(textOf(await audit())).toMatch(/trade/);
    expect(await putBack(0)).toContain('It is as it was before.');
    expect(fake.data.followed[0]?.subscription).not.toHaveProperty('threads');
    expect(fake.data.followed[0]?.subscription).not.toHaveProperty('filter');
  });

  it('says of which source the choices were changed, and how, however many words its filter has', async () => {
    fake.data.followed = [followed(sampleSource())];
    const words = Array.from({ length: 20 }, (_, place) => `${place} ${'w'.repeat(50)}`).join(', ');
    const edit = (options: object) =>
      run('sources edit', { source: sampleSource().title, ...options }, asked, fake.ports);
    await edit({ filter_any: words, filter_all: words, filter_none: words });
    await edit({ filter_any: 'trade' });
    await edit({ filter_any: 'trade' });
    expect(fake.data.audit).toHaveLength(2);
    const text = textOf(await audit());
    expect(text.match(/- source: Society blog\n- .+/g)).toHaveLength(2);
    expect(faultsOf(await audit())).toEqual([]);
  });

  it('says so where the source is not followed any more', async () => {
    fake.data.followed = [followed(sampleSource())];
    await run('sources edit', { source: sampleSource().title, threads: 'off' }, asked, fake.ports);
    fake.data.followed = [];
    expect(await putBack(0)).toContain('That source is not followed any more');
  });

  it('names the obstacle where a channel that is put back cannot be used any more', async () => {
    await press('v1:setup:articles:', asked, fake.ports, [newsId]);
    await press('v1:setup:articles:', asked, fake.ports, ['201']);
    fake.data.readiness.set(newsId, { kind: 'gone' });
    const text = await putBack(1);
    expect(text).toContain('It is as it was before.');
    expect(text).toContain("I can't post in <#200>: it is gone or hidden from me.");
  });

  it('offers by number what can be put back, since a menu shows neither channels nor roles', async () => {
    await press('v1:setup:articles:', asked, fake.ports, [newsId]);
    await run('sources add', { url: 'x' }, asked, fake.ports).catch(() => undefined);
    await press('v1:setup:role:', asked, fake.ports, ['55']);
    const view = await audit();
    expect(textOf(view)).toContain('2 · <t:');
    expect(JSON.stringify(view)).toContain('"label":"1 · /setup","value":"1"');
    expect(JSON.stringify(view)).toContain('"label":"2 · /setup","value":"0"');
  });

  it('shows channels and roles as such, and menus without a slash', async () => {
    const options = { url: 'https://x.example', channel: newsId };
    const entry = { guildId: asked.guildId, userId: asked.member.id, options, at: now };
    fake.data.audit.push({ ...entry, command: 'post' }, { ...entry, command: 'Delete post' });
    const text = textOf(await audit());
    expect(text).toContain('- channel: <#200>');
    expect(text).toContain('**/post**');
    expect(text).toContain('**Delete post**');
  });

  it('lists what was done to a source by its name, by command or by button, and once', async () => {
    fake.data.followed = [followed(sampleSource())];
    const source = sampleSource().title;
    await run('sources pause', { source }, asked, fake.ports);
    await run('sources pause', { source }, asked, fake.ports);
    await press('v1:sources:resume:1', asked, fake.ports);
    await press('v1:sources:removeNow:1', asked, fake.ports);
    expect(fake.data.audit.map(({ command, options }) => [command, options])).toEqual(
      ['pause', 'resume', 'remove'].map((verb) => [`sources ${verb}`, { source }]),
    );
  });

  it('lists what was done besides, page by page, and offers to put back only what can be', async () => {
    for (let place = 0; place < 12; place += 1) {
      const options = { url: `https://${place}.example/*${'x'.repeat(300)}` };
      fake.data.audit.push({
        guildId: asked.guildId,
        userId: asked.member.id,
        command: 'sources add',
        options,
        at: now,
      });
    }
    const view = await audit();
    expect(textOf(view)).toContain('https\\://11.example/\\*');
    expect(faultsOf(view)).toEqual([]);
    expect(customIdsOf(view)).toContain('v1:audit:page:30.1');
    expect(customIdsOf(view).some((id) => id.includes('putBack'))).toBe(false);
    expect(textOf(viewOf(await press('v1:audit:page:30.2', asked, fake.ports)))).toContain('https\\://1.example');
  });
});
