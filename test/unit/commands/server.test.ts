import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, GuildId, RoleId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { type ModelCondition, noModel } from '../../../src/ports/model.ts';
import {
  askedBy,
  fakePorts,
  followed,
  guildId,
  heldRoute,
  moderator,
  newsId,
  now,
  refusalOf,
  sampleConference,
  sampleSource,
} from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { complete, press, run } from './runCommand.ts';

let fake: ReturnType<typeof fakePorts>;
const asked = moderator();
const use = async (typed: string, options: Record<string, unknown> = {}, by = asked) =>
  textOf(viewOf(await run(typed, options, by, fake.ports)));

beforeEach(() => {
  fake = fakePorts();
});

describe('/setup', () => {
  it('saves each choice and says what comes next', async () => {
    const channel = { id: newsId, name: 'news', kind: 'text' };
    const role = { id: '55' as RoleId, name: 'readers' };
    const text = await use('setup', { articles: channel, ping_role: role, threads: 'off', time_zone: 'europe/lisbon' });
    expect(fake.data.settings).toEqual({
      guildId,
      articlesChannelId: newsId,
      pingRoleId: '55',
      threads: false,
      language: 'en',
      timeZone: 'Europe/Lisbon',
      setUpBy: '300',
    });
    expect(text).toContain('Next: add the address of your site or its feed with </sources add:1>.');
    expect(text).toContain('Language: English');
  });

  it('mentions nobody once everyone is chosen as the role', async () => {
    fake.data.settings = { ...fake.data.settings, pingRoleId: '55' as RoleId };
    await use('setup', { ping_role: { id: guildId, name: '@everyone' } });
    expect(fake.data.settings).not.toHaveProperty('pingRoleId');
  });

  it('names what is missing in a channel, and saves all the same', async () => {
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['CreatePublicThreads'] });
    const text = await use('setup', { articles: { id: newsId, name: 'news', kind: 'text' } });
    expect(text).toContain("I can't post in <#200> yet: the permission **Create Public Threads** is missing.");
    expect(text).toContain('I have saved your choices all the same.');
    expect(fake.data.settings.articlesChannelId).toBe(newsId);
  });

  it('asks of a forum and of a thread only what posting there takes', async () => {
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['CreatePublicThreads'] });
    for (const kind of ['forum', 'thread'] as const) {
      fake.data.kinds.set(newsId, kind);
      expect(await use('setup', { articles: { id: newsId, name: 'news', kind } })).not.toContain('missing');
      expect(await use('status')).not.toContain('missing');
    }
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['SendMessagesInThreads'] });
    const text = await use('setup', { articles: { id: newsId, name: 'news', kind: 'thread' }, threads: 'off' });
    expect(text).toContain('the permission **Send Messages in Threads** is missing.');
  });

  it('refuses what it does not know, and saves nothing then', async () => {
    expect(await refusalOf(run('setup', { time_zone: 'Xqzwv' }, asked, fake.ports))).toMatchObject({
      code: 'timeZoneUnknown',
    });
    expect(await refusalOf(run('setup', { language: 'tlh' }, asked, fake.ports))).toMatchObject({
      code: 'languageUnknown',
    });
    expect(fake.data.settings.setUpBy).toBeUndefined();
  });

  it('offers time zones by city and languages by name', async () => {
    const zones = await complete('setup', 'time_zone', 'new york', asked, fake.ports);
    expect(zones).toEqual([{ name: 'America/New York', value: 'America/New_York' }]);
    expect(await complete('setup', 'time_zone', 'utc', asked, fake.ports)).toContainEqual({
      name: 'UTC',
      value: 'UTC',
    });
    expect(await complete('setup', 'language', '', asked, fake.ports)).toEqual([
      { name: 'English', value: 'en' },
      { name: 'Deutsch (German)', value: 'de' },
    ]);
    const german = { ...asked, say: sayIn('de') };
    expect(await complete('setup', 'language', '', german, fake.ports)).toEqual([
      { name: 'English (Englisch)', value: 'en' },
      { name: 'Deutsch', value: 'de' },
    ]);
  });
});

describe('/status', () => {
  it('says of each area whether it is fine', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.followed = [followed(sampleSource())];
    fake.data.counts = { waiting: 0, held: 0, sent: 3, dead: 0 };
    expect(await use('status')).toBe(
      '**Discord**: fine\n**Sources**: fine, one is followed\n**Posts**: fine, 3 so far\n**Conferences**: none in the next year. Import a calendar with </programme import:1>.\n**Storage**: fine',
    );
    fake.data.copiedAt = now - 60_000;
    expect(await use('status')).toContain(`**Storage**: fine, copied <t:${(now - 60_000) / 1000}:R>`);
  });

  it('tells of the language model only where there is one, and when it does not work', async () => {
    expect(await use('status')).not.toContain('AI summaries');
    const saying = (condition: ModelCondition) => {
      fake.ports.model = { ...noModel, condition: () => condition };
      return use('status');
    };
    expect(await saying({ kind: 'fine' })).toContain('**AI summaries**: fine');
    expect(await saying({ kind: 'spent' })).toContain('excerpts until tomorrow');
    expect(await saying({ kind: 'resting', until: now })).toContain(`I try it again <t:${now / 1000}:R>`);
  });

  it('says that nothing can be written down, what that means and whom to ask', async () => {
    fake.data.storeCondition = { kind: 'failing', since: now, code: 'SQLITE_FULL' };
    expect(await use('status')).toMatch(/\*\*Storage\*\*: I can't write anything down since .* Nothing is lost\. Ask /);
  });

  it('lets discussions be where nobody mends their permission', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.held = [{ ...heldRoute(), concern: 'discussions' }];
    const view = viewOf(await run('status', {}, asked, fake.ports));
    expect(textOf(view)).toContain(
      "can't open discussions there: the permission **Create Public Threads** is missing.",
    );
    expect(labelsOf(view)).toEqual(['Check again', 'Post without discussions']);
    const [, leaveOut = ''] = customIdsOf(view);
    expect(textOf(viewOf(await press(leaveOut, asked, fake.ports)))).toContain('stays as it is.');
    fake.data.held = [];
    expect(textOf(viewOf(await press(leaveOut, asked, fake.ports)))).toContain('Nothing is waiting');
  });

  it('says what to mend, with a button where posts wait', async () => {
    const trouble = { count: 3, sightings: 3, since: now, code: 'login', detail: '' };
    fake.data.followed = [followed(sampleSource({ trouble }))];
    fake.data.held = [heldRoute(), heldRoute({}, 'x' as ChannelId, 'other' as GuildId)];
    fake.data.counts = { waiting: 0, held: 2, sent: 0, dead: 0 };
    const view = viewOf(await run('status', {}, asked, fake.ports));
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('no channel for articles is chosen');
    expect(textOf(view)).toContain('one cannot be read at the moment');
    expect(textOf(view)).toContain('2 are waiting until something is mended');
    expect(textOf(view)).toContain('the permission **Create Public Threads** is missing. 2 posts are waiting.');
    expect(labelsOf(view)).toEqual([
      'Choose a channel for articles',
      'Read “Society blog” again now',
      'Check again and post',
    ]);
    fake.data.isConnected = false;
    expect(await use('status')).toContain('not connected at the moment');
  });

  it('lets the posts go once the channel is mended, and not before', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.held = [heldRoute()];
    const button = customIdsOf(viewOf(await run('status', {}, asked, fake.ports)))[0] ?? '';
    const pressed = async () => textOf(viewOf(await press(button, asked, fake.ports)));
    fake.data.readiness.set(newsId, { kind: 'missing', name: 'news', permissions: ['SendMessages'] });
    expect(await pressed()).toContain('the permission **Send Messages** is missing');
    fake.data.readiness.set(newsId, { kind: 'gone' });
    expect(await pressed()).toContain("I still can't find that channel.");
    expect(fake.data.released).toEqual([]);
    // Of an archived thread nothing is known beforehand.
    fake.data.held = [heldRoute({ targetKind: 'thread' })];
    expect(await pressed()).toContain('is ready');
    fake.data.held = [heldRoute()];
    fake.data.released = [];
    fake.data.readiness.delete(newsId);
    expect(await pressed()).toBe('<#200> is ready. 2 posts are going out now.');
    expect(fake.data.released).toEqual([newsId]);
  });

  it("looks at the server's own permissions where events are held", async () => {
    const server = guildId as string as ChannelId;
    fake.data.held = [
      { ...heldRoute({ step: 'event', steps: ['event'], purpose: 'event' }, server), concern: 'events' },
    ];
    fake.data.readiness.set(server, { kind: 'missing', name: 'Test Society', permissions: ['CreateEvents'] });
    const recheck = async () =>
      textOf(viewOf(await press(`v1:status:recheck:${server}.abcdefghijklmnop`, asked, fake.ports)));
    expect(await recheck()).toContain("I still can't make events: the permission **Create Events** is missing.");
    expect(await use('status')).not.toContain('<#100>');
    fake.data.readiness.set(server, { kind: 'ready', name: 'Test Society' });
    expect(await recheck()).toContain('All is ready.');
    expect(fake.data.released).toEqual([server]);
  });

  it('touches no channel of another server', async () => {
    fake.data.held = [heldRoute({}, newsId, 'other' as GuildId)];
    const answer = textOf(viewOf(await press('v1:status:recheck:200.abcdefghijklmnop', asked, fake.ports)));
    expect(answer).toContain('Nothing is waiting');
    expect(fake.data.released).toEqual([]);
  });
});

describe('/help', () => {
  it('tells a member what is switched on and names five commands', async () => {
    fake.data.settings = { ...fake.data.settings, articlesChannelId: newsId };
    fake.data.followed = [followed(sampleSource())];
    const text = await use('help', {}, askedBy());
    expect(text).toContain('What I do on Test Society');
    expect(text).toContain('I post every new article once, in <#200>.');
    expect(text.match(/<\/[^>]+>: /g)).toHaveLength(5);
    expect(text).not.toContain('Next:');
    const hidden = await use('help', {}, askedBy({ visibleChannelIds: new Set() }));
    expect(hidden).not.toContain('<#200>');
  });

  it('tells a moderator the next step', async () => {
    expect(await use('help')).toContain('Next: choose a channel for articles');
  });
});

describe('the programme', () => {
  const event = {
    uid: 'u',
    title: 'Annual meeting',
    time: { kind: 'days', startsOn: '2027-03-12', endsOn: '2027-03-14' },
    status: 'confirmed',
  } as const;

  it('is imported from a calendar, and says what came of it', async () => {
    fake.data.calendar = { title: 'Events', events: [event], problems: ['x', 'y'], unread: [] };
    const text = await use('programme import', { url: 'webcal://society.example/c.ics' });
    expect(fake.data.readUrls).toEqual(['https://society.example/c.ics']);
    expect(text).toContain('Events: one new.\n');
    expect(text).toContain('I could not read 2 events');
    expect(text).toContain('I look for changes every hour from now on.');
    fake.data.calendar = { title: 'Events', events: [], problems: [], unread: [] };
    expect(await refusalOf(run('programme import', { url: 'x.example' }, asked, fake.ports))).toMatchObject({
      code: 'calendarEmpty',
    });
  });

  it('follows an imported calendar until it is told to stop, and at most twenty of them', async () => {
    fake.data.calendar = { title: 'Events', events: [event], problems: [], unread: [] };
    await use('programme import', { url: 'https://society.example/c.ics' });
    await use('programme import', { url: 'https://society.example/c.ics' });
    expect(fake.data.calendars).toHaveLength(1);
    expect(textOf(viewOf(await press('v1:programme:unfollow:4', asked, fake.ports)))).toContain('no longer follow');
    expect(fake.data.calendars).toEqual([]);
    expect(textOf(viewOf(await press('v1:programme:unfollow:4.marker', asked, fake.ports)))).toContain('any more');
    expect(fake.data.audit.map(({ change }) => change?.kind)).toEqual([undefined, undefined, 'calendar']);
    for (let place = 0; place < 20; place += 1) {
      await use('programme import', { url: `https://society.example/${place}.ics` });
    }
    const more = run('programme import', { url: 'https://society.example/more.ics' }, asked, fake.ports);
    expect(await refusalOf(more)).toMatchObject({ code: 'calendarsFull', args: { limit: 20 } });
    await use('programme import', { url: 'https://society.example/3.ics' });
  });

  it('says in /status what waits for a confirmation and which calendars are silent', async () => {
    fake.data.calendar = { title: 'Events', events: [event], problems: [], unread: [] };
    await use('programme import', { url: 'https://society.example/c.ics' });
    expect(await use('status')).not.toContain('calendar cannot be read');
    const trouble = { count: 1, sightings: 1, since: 0, code: 'timeout', detail: '' };
    fake.data.calendars = fake.data.calendars.map((one) => ({ ...one, trouble }));
    expect(await use('status')).toContain('One calendar cannot be read at the moment: Events.');
    expect(await use('help')).toContain('I follow the calendars');
  });

  it('is shown to members, page by page', async () => {
    fake.data.conferences = Array.from({ length: 6 }, () => sampleConference());
    const view = viewOf(await run('conferences upcoming', {}, askedBy(), fake.ports));
    expect(textOf(view)).toContain('in the next 6 months** · page 1 of 2');
    expect(textOf(view)).toContain('12–14 March 2027');
    expect(customIdsOf(view)).toContain('v1:conferences:page:6.1');
    const second = viewOf(await press('v1:conferences:page:6.1', askedBy(), fake.ports));
    expect(textOf(second).match(/Annual meeting/g)).toHaveLength(1);
  });

  it('says so when there is nothing on it', async () => {
    expect(await use('conferences upcoming', {}, askedBy())).toContain('give </conferences upcoming:1> more months');
    expect(await use('conferences upcoming', { months: 24 }, askedBy())).toContain('</programme import:1>');
  });
});
