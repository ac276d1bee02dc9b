import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, ConferenceId } from '../../../src/domain/ids.ts';
import { anywhereOnEarth } from '../../../src/domain/moment.ts';
import { newsId, sampleConference } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, nodesOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';
import { duesIn, type Fake, fakeProgramme, me, ports, remindIn, tides } from './twoConferences.ts';

let fake: Fake;
beforeEach(() => {
  fake = fakeProgramme();
});

const remind = (options: Record<string, string>, asked = me) => remindIn(fake, options, asked);
const dues = () => duesIn(fake);

describe('/conferences show', () => {
  it('shows one with its dates, what is set, and its discussion to who may see it', async () => {
    const hidden = '999' as ChannelId;
    fake.data.conferenceDiscussions.set(tides.id, { channelId: newsId, threadId: '777' as ChannelId });
    fake.data.conferenceDiscussions.set(ports.id, { channelId: hidden, threadId: '778' as ChannelId });
    await remind({ conference: '#5', before: '1 week' });
    const view = viewOf(await run('conferences show', { conference: 'Meeting on  tides' }, me, fake.ports));
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('Submissions due: 10 December 2026, anywhere on Earth (<t:');
    expect(labelsOf(view)).toEqual(['Open the page', 'Discussion', 'Share in this channel']);
    expect(JSON.stringify(view)).toContain('https://discord.com/channels/100/777');
    const other = viewOf(await run('conferences show', { conference: '#6' }, me, fake.ports));
    expect(JSON.stringify(other)).not.toContain('778');
  });

  it('changes in place when a reminder is chosen in it', async () => {
    const result = await press('v1:conferences:setReminders:5.show', me, fake.ports, ['start.day']);
    expect(labelsOf(viewOf(result))).toContain('Share in this channel');
    expect(dues()).toHaveLength(1);
  });

  it('offers no reminder of what is cancelled', async () => {
    fake.data.conferences = [{ ...tides, status: 'cancelled' }];
    const view = viewOf(await run('conferences show', { conference: '#5' }, me, fake.ports));
    expect(nodesOf(view).some(({ type }) => type === 3)).toBe(false);
  });

  it('is shared with all, without what concerns one person', async () => {
    const result = await press('v1:conferences:share:5', me, fake.ports);
    if (result.kind !== 'share') throw new Error('it was not shared');
    expect(textOf(result.post)).toContain('Shared by <@300>');
    expect(result.post.mentions).toBeUndefined();
    expect(nodesOf(result.post).some(({ type }) => type === 3)).toBe(false);
    expect(customIdsOf(result.post)).toEqual(['v1:conferences:remindMe:5']);
    expect(labelsOf(result.view)).toEqual(['Undo']);
  });

  it('is opened from the menu of a digest', async () => {
    const view = viewOf(await press('v1:conferences:show:abcdefghijklmnop', me, fake.ports, ['5']));
    expect(textOf(view)).toContain('Meeting on tides');
  });
});

describe('/conferences deadlines', () => {
  const deadlines = async (options = {}) => viewOf(await run('conferences deadlines', options, me, fake.ports));
  const due = (id: number, on: string, timeZone?: string) =>
    sampleConference({
      id: id as ConferenceId,
      title: `Conference ${id}`,
      milestones: [{ kind: 'submission', due: { kind: 'day', on, ...(timeZone ? { timeZone } : {}) } }],
    });

  it('lists what is due, by when it is too late', async () => {
    fake.data.conferences = [
      due(1, '2026-12-02', anywhereOnEarth),
      due(2, '2026-12-02', 'Asia/Tokyo'),
      due(3, '2026-12-01'),
      due(4, '2027-02-01'),
      { ...due(5, '2026-12-02'), status: 'cancelled' },
    ];
    const view = await deadlines();
    const text = textOf(view);
    expect(faultsOf(view)).toEqual([]);
    expect([...text.matchAll(/Conference (\d)/g)].map(([, id]) => id)).toEqual(['3', '2', '1']);
    expect(text).toContain(`2 December 2026, anywhere on Earth (<t:${Date.UTC(2026, 11, 3, 12) / 1000}:R>)`);
    expect(text).toContain('Submissions due: 1 December 2026\n');
    expect(textOf(await deadlines({ days: 100 }))).toContain('Conference 4');
  });

  it('turns its pages and offers each conference once', async () => {
    fake.data.conferences = Array.from({ length: 7 }, (_, index) => due(index + 1, `2026-12-0${index + 1}`));
    const first = await deadlines();
    expect(textOf(first)).toContain('Due in the next 30 days** · page 1 of 2');
    const next = customIdsOf(first).at(-1) ?? '';
    const second = viewOf(await press(next, me, fake.ports));
    expect(textOf(second)).toContain('Conference 7');
    const menu = nodesOf(second).find(({ type }) => type === 3);
    expect(menu?.options?.map(({ value }) => value)).toEqual(['6', '7']);
    expect(textOf(viewOf(await press('v1:conferences:remindOf:', me, fake.ports, ['7'])))).toContain('Conference 7');
  });

  it('says what to do where nothing is due', async () => {
    fake.data.conferences = [];
    expect(textOf(await deadlines())).toContain('give </conferences deadlines:1> more days');
    expect(textOf(await deadlines({ days: 365 }))).toContain('</programme import:1>');
  });
});

describe('/conferences upcoming', () => {
  it('tells of each what is due next, and offers to remind of it', async () => {
    fake.data.conferences = [tides, { ...ports, status: 'cancelled' }];
    const view = viewOf(await run('conferences upcoming', {}, me, fake.ports));
    expect(textOf(view)).toContain('Next: Submissions due: 10 December 2026, anywhere on Earth');
    expect(
      nodesOf(view)
        .find(({ type }) => type === 3)
        ?.options?.map(({ value }) => value),
    ).toEqual(['5']);
  });
});
