import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { FeedList } from '../../../src/domain/feedList.ts';
import type { ChannelId, GuildId, RoleId } from '../../../src/domain/ids.ts';
import { createReader } from '../../../src/sources/createReader.ts';
import { parseOpml } from '../../../src/sources/opml.ts';
import { opmlDocument } from '../../../src/views/opmlDocument.ts';
import { cpuTimeOf } from './cpuTime.ts';
import { openSite } from './siteServer.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const read = (text: string) => parseOpml({ bytes: Buffer.from(text) });
const opml = (body: string, head = '') =>
  read(`<?xml version="1.0"?>${head}<opml version="2.0"><body>${body}</body></opml>`);
const write = (list: FeedList) => opmlDocument({ ...list, title: 'Sources', createdAt: 0 });
const feed = { url: 'https://society.example/feed.xml', title: 'Society blog', kind: 'feed', isPaused: false } as const;

describe('a list of feeds', () => {
  it('is read however deep its folders are, without the folders', () => {
    const inner = '<outline text="A &amp; B" xmlUrl="https://a.example/?x=1&amp;y=2" htmlUrl="https://a.example/"/>';
    const { feeds } = opml(
      `<outline text="Folder">${inner}<outline text="Link" type="link" url="https://x.example"/></outline>`,
    );
    expect(feeds).toEqual([
      {
        url: 'https://a.example/?x=1&y=2',
        title: 'A & B',
        siteUrl: 'https://a.example/',
        kind: 'feed',
        isPaused: false,
      },
    ]);
    const deep = `${'<outline text="F">'.repeat(20_000)}${inner}`;
    expect(opml(deep).feeds).toHaveLength(1);
  });

  it('is read as other programs write it', () => {
    expect(opml('<OUTLINE XMLURL="feed://a.example/f" TITLE=" T  "/>').feeds).toMatchObject([
      { url: 'https://a.example/f', title: 'T' },
    ]);
    expect(opml('<outline type="rss" url="feed:https://b.example/f" text=""/>').feeds).toMatchObject([
      { url: 'https://b.example/f', title: '' },
    ]);
    expect(opml('<outline xmlUrl="https://a.example/').feeds).toEqual([]);
  });

  it('never grows by entities that it declares', () => {
    const head = `<!DOCTYPE opml [<!ENTITY a "${'x'.repeat(400)}"><!ENTITY b SYSTEM "file:///etc/passwd">]>`;
    const { feeds } = opml('<outline text="&a;&b;" xmlUrl="https://a.example/"/>', head);
    expect(feeds).toMatchObject([{ title: '&a;&b;' }]);
  });

  it('is told from all else, and is at most one megabyte', () => {
    for (const text of ['', 'no list', '<html><body></body></html>', '<rss><channel/></rss>', '{"opml":1}']) {
      expect(() => read(text)).toThrowError(expect.objectContaining({ code: 'notOpml' }));
    }
    expect(() => read(`<opml>${' '.repeat(1_000_001)}`)).toThrowError(expect.objectContaining({ code: 'tooLarge' }));
    expect(opml('<outline xmlUrl="https://a.example/"/>'.repeat(1_500)).feeds).toHaveLength(1_000);
  });

  it('comes back from its file as it was', () => {
    const list: FeedList = {
      guildId: '100' as GuildId,
      feeds: [
        feed,
        {
          ...feed,
          url: 'https://other.example/?a=1&b="<2>"',
          title: 'Quotes “ ” " \' & < >',
          kind: 'index',
          siteUrl: 'https://other.example/',
          language: 'pt-br',
          isPaused: true,
          channelId: '200' as ChannelId,
          pingRoleId: '400' as RoleId,
          threads: false,
          question: true,
          filter: { any: ['river', 'dry years'], all: [], none: ['category:Trade & "more"'] },
        },
        { ...feed, url: 'https://third.example/', pingRoleId: 'nobody', threads: true, question: false },
      ],
    };
    expect(read(write(list))).toEqual(list);
  });

  it('passes over what of our own attributes cannot be read', () => {
    const { feeds, guildId } = read(
      `<opml xmlns:b="urn:society-bot:sources"><body b:guild="x"><outline xmlUrl="https://a.example/" text="A" b:channel="<#1>"
        b:role="@everyone" b:threads="maybe" b:question="" b:any="${'x'.repeat(61)}" b:none="+++" b:kind="?"/></body></opml>`,
    );
    expect(guildId).toBeUndefined();
    expect(feeds).toEqual([{ url: 'https://a.example/', title: 'A', kind: 'feed', isPaused: false }]);
  });

  it.each(['constructor', '__proto__', 'toString'])('takes %s for no choice', (word) => {
    const { feeds } = read(
      `<opml xmlns:b="urn:society-bot:sources"><outline xmlUrl="https://a.example/" b:threads="${word}" b:question="${word}"
        b:kind="${word}" b:role="${word}" b:paused="${word}"/></opml>`,
    );
    expect(feeds).toEqual([{ url: 'https://a.example/', title: '', kind: 'feed', isPaused: false }]);
  });

  it('survives any titles, and any bytes are read or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 }), (titles) => {
        const { feeds } = read(write({ feeds: titles.map((title) => ({ ...feed, title })) }));
        expect(feeds.map(({ url }) => url)).toEqual(titles.map(() => feed.url));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          parseOpml({ bytes: Buffer.concat([Buffer.from('<opml><outline xmlUrl="'), bytes]) });
        } catch (error) {
          expect(error).toMatchObject({ code: 'notOpml' });
        }
      }),
    );
  });

  it('takes work that grows with its length alone', () => {
    const plain = '<outline text="T" xmlUrl="https://a.example/"/>'.repeat(900);
    const yardstick = cpuTimeOf(() => opml(plain)) / plain.length;
    for (const hostile of ['<outline xmlUrl="', '<outline ', '&', '<![CDATA[', '<!--', '</outline>']) {
      const text = hostile.repeat(Math.floor(900_000 / hostile.length));
      expect(cpuTimeOf(() => opml(text)) / text.length, hostile).toBeLessThan(20 * yardstick + 1);
    }
  });
});

describe('the reader of a list', () => {
  it('fetches it like everything else, and names addresses it would never read', async () => {
    const outlines = ['https://a.example/', 'http://10.0.0.1/', 'ftp://b.example/', 'not an address']
      .map((url) => `<outline xmlUrl="${url}" text="T"/>`)
      .join('');
    const site = await openSite((_, response) => response.end(`<opml><body>${outlines}</body></opml>`));
    const reader = createReader({ allowHosts: [site.host], version: '1.0.0' });
    closing.push(reader.close, site.close);
    const list = await reader.readOpml(`${site.url}/sources.opml`);
    expect(list.feeds.map(({ url }) => url)).toEqual(['https://a.example/']);
    expect(list.refused.map(({ fault }) => fault)).toEqual(['addressPrivate', 'addressInvalid', 'addressInvalid']);
    const stranger = createReader({ allowHosts: [], version: '1.0.0' });
    closing.push(stranger.close);
    await expect(stranger.readOpml('http://127.0.0.1/sources.opml')).rejects.toMatchObject({ code: 'addressPrivate' });
  });
});
