// Two moderators at once: what one chose while the other's command was under way is neither lost nor brought back.

import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/errors.ts';
import type { RoleId } from '../../../src/domain/ids.ts';
import { followed, refusalOf, sampleConference, sampleSource } from '../../support/fakePorts.ts';
import { customIdsOf, textOf, viewOf } from '../views/readView.ts';
import { asked, fake, renew, source } from './followedWorld.ts';
import { fill, press, run } from './runCommand.ts';

beforeEach(renew);

/** Ports through which a command still sees what was followed when it began. */
function asOfNow() {
  const followedNow = fake.data.followed;
  return { ...fake.ports, subscriptions: { ...fake.ports.subscriptions, list: async () => followedNow } };
}

describe('/sources edit', () => {
  it('keeps what another moderator chose meanwhile', async () => {
    const ports = asOfNow();
    await run('sources edit', { source, filter_any: 'trade' }, asked, fake.ports);
    await run('sources edit', { source, threads: 'off' }, asked, ports);
    expect(fake.data.followed[0]?.subscription).toMatchObject({ threads: false, filter: { any: ['trade'] } });
    expect(fake.data.audit[1]?.change).toMatchObject({ before: { filter: { any: ['trade'] } } });
  });

  it('does not claim to have changed what was removed meanwhile', async () => {
    const ports = asOfNow();
    fake.data.followed = [];
    const refusal = await refusalOf(run('sources edit', { source, threads: 'off' }, asked, ports));
    expect(refusal).toMatchObject({ code: 'sourceUnknown', args: { typed: source } });
    expect(fake.data.audit).toEqual([]);
  });
});

describe('/sources import', () => {
  it('follows the rest of its list where another moderator was faster with one', async () => {
    const feed = (name: string) =>
      ({ url: `https://${name}.example/feed`, title: name, kind: 'feed', isPaused: false }) as const;
    fake.data.feedList = { feeds: [feed('one'), feed('two'), feed('three')], refused: [] };
    const { addUnread } = fake.ports.subscriptions;
    fake.ports.subscriptions.addUnread = async (wanted) => {
      const { title } = fake.data.savedSources.find(({ id }) => id === wanted.sourceId) ?? sampleSource();
      if (title === 'two') throw new Refusal('sourceKnown', { source: title, channel: '', command: '' });
      return addUnread(wanted);
    };
    const file = { name: 'sources.opml', url: 'https://cdn.example/sources.opml', sizeBytes: 1_000 };
    const text = textOf(viewOf(await run('sources import', { file }, asked, fake.ports)));
    expect(text).toMatch(/^2 feeds are followed now.*followed already/s);
    expect(fake.data.followed.map(({ source: { title } }) => title)).toEqual([source, 'one', 'three']);
  });
});

describe('what is put back by /audit', () => {
  const putBack = async (place: number) =>
    textOf(viewOf(await press('v1:audit:putBack:30.0', asked, fake.ports, [`${place}`])));

  it('names the role that hears nothing of it any more', async () => {
    await press('v1:setup:role:', asked, fake.ports, ['55']);
    await press('v1:setup:noRole:', asked, fake.ports);
    fake.data.roleReadiness.set('55' as RoleId, 'gone');
    expect(await putBack(1)).toMatch(/It is as it was before\.\s.*role/s);
    expect(fake.data.settings.pingRoleId).toBe('55');
  });

  it('names the role of a source that hears nothing of it any more', async () => {
    const { subscription, ...rest } = followed(sampleSource());
    fake.data.followed = [{ ...rest, subscription: { ...subscription, pingRoleId: '55' as RoleId } }];
    await run('sources edit', { source, role: { id: asked.guildId, name: '@everyone' } }, asked, fake.ports);
    fake.data.roleReadiness.set('55' as RoleId, 'gone');
    expect(await putBack(0)).toMatch(/It is as it was before\.\s.*role/s);
  });
});

describe('/programme edit', () => {
  const save = (view: ReturnType<typeof viewOf>) =>
    press(customIdsOf(view).find((id) => id.startsWith('v1:programme:save:')) ?? '', asked, fake.ports);

  it('does not take back what was changed while its form was open', async () => {
    fake.data.conferences = [sampleConference({ place: 'Porto' })];
    const opened = await run('programme edit', { conference: '#5' }, asked, fake.ports);
    if (opened.kind !== 'modal') throw new Error('no form opened');
    fake.data.conferences = [sampleConference({ place: 'Lisbon' })];
    const fields = { title: 'Rivers', start: '2027-03-12', end: '2027-03-14', place: 'Porto', url: '' };
    const shown = await fill(opened.form.custom_id, fields, asked, fake.ports);
    expect(shown.kind).toBe('reply');
    const again = viewOf(await save(viewOf(shown)));
    expect(textOf(again)).toMatch(/It was changed meanwhile.*Rivers.*Lisbon/s);
    await save(again);
    expect(fake.data.conferences).toMatchObject([{ title: 'Rivers', place: 'Lisbon' }]);
  });

  it('is saved once by a button that is pressed twice', async () => {
    fake.data.conferences = [sampleConference()];
    const shown = viewOf(await run('programme edit', { conference: '#5', start: '13 March 2027' }, asked, fake.ports));
    const first = await save(shown);
    expect(textOf(viewOf(await save(shown)))).toBe(textOf(viewOf(first)));
    expect(fake.data.audit).toHaveLength(1);
  });
});
