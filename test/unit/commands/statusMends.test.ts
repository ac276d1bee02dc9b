import { beforeEach, describe, expect, it } from 'vitest';
import type { CalendarId, ChannelId, SourceId } from '../../../src/domain/ids.ts';
import { sampleCalendar } from '../../support/fakeCalendars.ts';
import {
  fakePorts,
  followed,
  heldRoute,
  moderator,
  newsId,
  now,
  refusalOf,
  sampleSource,
} from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';

const asked = moderator();
const papersId = '210' as ChannelId;
const alertsId = '220' as ChannelId;
const trouble = { count: 3, sightings: 3, since: now, code: 'login', detail: '' };

let fake: ReturnType<typeof fakePorts>;
beforeEach(() => {
  fake = fakePorts();
  fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
});

const status = async () => viewOf(await run('status', {}, asked, fake.ports));
const pressed = async (label: string) => {
  const view = await status();
  const customId = customIdsOf(view)[labelsOf(view).indexOf(label)] ?? '';
  return { customId, view: viewOf(await press(customId, asked, fake.ports)) };
};

describe('the channels of sources in /status', () => {
  it('are named where one cannot be posted in, unless its source is paused', async () => {
    fake.data.followed = [followed(sampleSource(), papersId)];
    expect(textOf(await status())).toContain('**Discord**: fine');
    fake.data.readiness.set(papersId, { kind: 'gone' });
    const text = textOf(await status());
    expect(text).toContain("**Discord**: I can't post in <#210>: it is gone or hidden from me.");
    expect(text).toContain('Which channel a source posts in is chosen with </sources edit:1>.');
    fake.data.followed = [followed(sampleSource(), papersId, now)];
    expect(textOf(await status())).toContain('**Discord**: fine');
  });

  it('are not all named where many are gone', async () => {
    fake.data.followed = Array.from({ length: 100 }, (_, place) => {
      const channelId = `${900 + place}` as ChannelId;
      fake.data.readiness.set(channelId, { kind: 'gone' });
      return followed(sampleSource({ id: (place + 1) as SourceId }), channelId);
    });
    const view = await status();
    expect(textOf(view).match(/it is gone or hidden from me/g)).toHaveLength(3);
    expect(faultsOf(view)).toEqual([]);
  });
});

describe('what one press can mend in /status', () => {
  it('is not offered where nothing is broken', async () => {
    fake.data.followed = [followed(sampleSource())];
    fake.data.calendars = [sampleCalendar()];
    expect(labelsOf(await status())).toEqual([]);
  });

  it('is to read a source in trouble again, with what else can be done said beside', async () => {
    fake.data.followed = [
      followed(sampleSource({ trouble })),
      followed(sampleSource({ id: 2 as SourceId, trouble }), newsId, now),
    ];
    const text = textOf(await status());
    expect(text).toContain("- I can't read **Society blog**");
    expect(text).toContain('to let society-bot read the feed without a login');
    // A paused source is left in peace.
    expect(labelsOf(await status())).toEqual(['Read “Society blog” again now']);
    const { customId, view } = await pressed('Read “Society blog” again now');
    expect(textOf(view)).toContain('shows nothing new. I look again');
    expect(fake.data.polledIds).toEqual([1]);
    fake.data.followed = [];
    expect(await refusalOf(press(customId, asked, fake.ports))).toMatchObject({ code: 'buttonOutlived' });
  });

  it('starts a source anew that was given up', async () => {
    fake.data.followed = [followed(sampleSource({ trouble, stoppedAt: now }))];
    await pressed('Read “Society blog” again now');
    expect(fake.data.restarted).toEqual([1]);
  });

  it('is to read a calendar in trouble again', async () => {
    fake.data.calendars = [sampleCalendar({ trouble })];
    expect(textOf(await status())).toContain('Make it public where it is kept');
    const { customId, view } = await pressed('Read “Events” again now');
    expect(textOf(view)).toContain('still cannot be read');
    fake.data.calendars = [];
    expect(textOf(viewOf(await press(customId, asked, fake.ports)))).toContain(
      'I do not follow this calendar any more.',
    );
  });

  it.each([
    ['articles', 'Choose a channel for articles', {}],
    ['articles', 'Choose a channel for articles', { articlesChannelId: newsId }],
    ['conferences', 'Choose a channel for conferences', { conferencesChannelId: papersId }],
    ['server', 'Choose a channel for alerts', { alertsChannelId: alertsId }],
  ])('is to open the step %s of the setup, where its channel is missing', async (step, label, chosen) => {
    const { articlesChannelId: _, ...none } = fake.data.settings;
    const isArticles = step === 'articles';
    fake.data.settings = { ...none, ...(isArticles ? {} : { articlesChannelId: newsId }), ...chosen };
    for (const id of Object.values(chosen)) fake.data.readiness.set(id as ChannelId, { kind: 'gone' });
    expect(labelsOf(await status())).toEqual([label]);
    const { view } = await pressed(label);
    expect(textOf(view)).toContain(`step ${['articles', 'sources', 'conferences', 'server'].indexOf(step) + 1} of 4`);
    expect(fake.data.audit).toEqual([]);
  });

  it('is not to choose another channel where only a permission is missing', async () => {
    fake.data.settings = { ...fake.data.settings, conferencesChannelId: papersId };
    fake.data.readiness.set(papersId, { kind: 'missing', name: 'papers', permissions: ['SendMessages'] });
    const view = await status();
    expect(textOf(view)).toContain("I can't post in <#210> yet: the permission **Send Messages** is missing.");
    expect(labelsOf(view)).toEqual([]);
  });

  it('is at most five things at once, within the limits', async () => {
    const title = '*'.repeat(3_000);
    fake.data.followed = [1, 2, 3, 4, 5, 6].map((id) => followed(sampleSource({ id: id as SourceId, title, trouble })));
    fake.data.calendars = [7, 8].map((id) => sampleCalendar({ id: id as CalendarId, title, trouble }));
    fake.data.held = ['1', '2', '3', '4', '5'].map((id) => heldRoute({}, id as ChannelId));
    const view = await status();
    expect(faultsOf(view)).toEqual([]);
    expect(labelsOf(view).filter((label) => label.startsWith('Read '))).toHaveLength(5);
  });
});

describe('what a press in /status changes', () => {
  it('is noted in the audit: posts that were let go, and those that stay as they are', async () => {
    fake.data.held = [heldRoute()];
    await pressed('Check again and post');
    expect(fake.data.audit).toMatchObject([{ command: 'status', options: { channel: newsId, released: 2 }, at: now }]);
    fake.data.held = [{ ...heldRoute(), concern: 'discussions' }];
    await pressed('Post without discussions');
    expect(fake.data.audit.at(-1)).toMatchObject({ command: 'status', options: { channel: newsId, leftOut: 1 } });
  });

  it('is not noted where nothing changed', async () => {
    fake.data.held = [heldRoute()];
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['SendMessages'] });
    await pressed('Check again and post');
    fake.data.held = [];
    await press('v1:status:leaveOut:200.abcdefghijklmnop', asked, fake.ports);
    expect(fake.data.audit).toEqual([]);
  });
});
