import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryId, RoleId } from '../../src/domain/ids.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { articleCard } from '../../src/views/articleCard.ts';
import { articleFate } from '../../src/views/articleFate.ts';
import { articleSummary } from '../../src/views/articleSummary.ts';
import { sourceChoices } from '../../src/views/sourceChoices.ts';
import { sourcePreview } from '../../src/views/sourcePreview.ts';
import { sourceStory } from '../../src/views/sourceStory.ts';
import { sourcesImported } from '../../src/views/sourcesImported.ts';
import { cutText, escapeLine, escapeMarkdown, linkTo } from '../../src/views/text.ts';
import { threadName } from '../../src/views/threadName.ts';
import { followed, sampleArticle, sampleSource } from '../support/fakePorts.ts';
import { languages } from '../support/languages.ts';
import { faultsOf } from '../unit/views/readView.ts';

/** Text of any script, thick with what Discord would take for its own. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@everyone',
        '@here',
        '<@1>',
        '<@&2>',
        '<#3>',
        '<t:4:R>',
        '</a:5>',
        '<:e:6>',
        '](https://x.example)',
      ),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '\\',
        '*',
        '**',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '>',
        '>>>',
        '#',
        '-#',
        '- ',
        '1. ',
      ),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\u2028',
        ' ',
        '\u200B',
        '\u202E',
        '\u200D',
        '\uFEFF',
        'https://a.example',
        ':smile:',
      ),
      fc.constantFrom('نص عربي', '河川条約', 'हिन्दी', '👩‍🔬', 'e\u0301\u0323', 'ไทย', '🏳️‍🌈', '\uD800', 'word'),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** What Discord would still act on, once every escaped sign is taken for a letter. Written without looking at the escaping. */
function activeParts(shown: string): string[] {
  const read = shown.replace(/\\[!-/:-@[-`{-~]/g, 'x');
  const active = [
    /@/,
    /<[@#t:/ai]/,
    /\]\(/,
    /\w:\/\//,
    /[*_~`|]/,
    /\\/,
    /:\w+:/,
    /^\s*#{1,3} /m,
    /^\s*-# /m,
    /^\s*>/m,
    /^\s*[-+*] /m,
    /^\s*\d+\. /m,
    /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/,
  ];
  const asServer = [/<@/, /<#/, /@everyone/i, /@here/i];
  return [...active.filter((sign) => sign.test(read)), ...asServer.filter((sign) => sign.test(shown))].map(String);
}

describe('any text', () => {
  it('is without effect once escaped', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(activeParts(escapeMarkdown(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows every letter it had', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '河', '9', '.', '*', ' ', '-', '\n', '[', '\\') }),
        (text) => {
          expect(letters(escapeMarkdown(text))).toBe(letters(text));
        },
      ),
    );
  });

  it('makes a link with exactly one target', () => {
    fc.assert(
      fc.property(hostile, fc.webUrl({ withFragments: true, withQueryParameters: true }), (label, url) => {
        const link = linkTo(label, url);
        const read = link.replace(/\\[!-/:-@[-`{-~]/g, 'x');
        expect(read.split('](')).toHaveLength(2);
        expect(read).toMatch(/^\[[^[\]\n]+\]\([^\s()<>]+\)$/);
      }),
    );
  });

  it('is cut within the bound and never torn', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 80 }), (text, bound) => {
        const whole = text.replace(/\p{Surrogate}/gu, '');
        const cut = cutText(whole, bound);
        expect(cut.length).toBeLessThanOrEqual(bound);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('gives a thread a name that Discord takes', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        expect(threadName(title).length).toBeGreaterThan(0);
        expect(threadName(title).length).toBeLessThanOrEqual(100);
        expect(threadName(title)).not.toContain('\n');
      }),
    );
  });

  it('stays in its line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeLine(text, 50)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });
});

describe.each(languages)('any text, between words of %s', (_, say) => {
  it('gives a card and a summary that Discord takes', () => {
    const address = fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile), { nil: undefined });
    const long = hostile.map((text) => text.repeat(30));
    fc.assert(
      fc.property(fc.tuple(long, long, hostile, hostile), address, fc.boolean(), (texts, url, isPlain) => {
        const [title, excerpt, author, quoted] = texts;
        const { url: _, ...bare } = sampleArticle({ title, authors: Array(5).fill(author), sourceTitle: author });
        const article = url === undefined ? bare : { ...bare, url, picture: { url, alt: excerpt } };
        const quotes = { name: quoted, title: quoted, ...(url === undefined ? {} : { url }) };
        const marks = { deliveryId: 'abcdefghijklmnop' as DeliveryId, pingRoleId: '1'.repeat(19) as RoleId };
        expect(faultsOf(articleCard({ article, excerpt, minutes: 12, quotes, ...marks, isPlain, say }))).toEqual([]);
        expect(faultsOf(articleSummary({ article, text: excerpt, length: 'long', say }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the answers about a source that Discord takes', () => {
    const address = fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile);
    const terms = fc.array(hostile, { maxLength: 20 });
    fc.assert(
      fc.property(hostile, address, terms, (text, url, any) => {
        const filter = { any, all: any, none: any };
        const trouble = { count: 3, sightings: 3, since: 0, code: 'login', detail: text };
        const source = sampleSource({ title: text, url, siteUrl: url, formerUrl: url, trouble });
        const subscription = { ...followed(source).subscription, filter };
        const article = sampleArticle({ title: text, url });
        const settings = defaultSettings(subscription.guildId);
        const facts = { source, subscription, settings, articleCount: 1, newest: article, now: 0, say };
        expect(faultsOf(sourceStory(facts))).toEqual([]);
        const name = `**${escapeLine(text, 100)}**`;
        const choices = { source: name, choices: subscription, settings, isChanged: true, nextStep: 'x', say };
        expect(faultsOf(sourceChoices(choices))).toEqual([]);
        const refused = Array(9).fill({ title: text, url, code: text });
        const counts = { added: 1, known: 1, full: 1, limit: 100, problems: [], listCommand: 'x', removeCommand: 'x' };
        expect(faultsOf(sourcesImported({ ...counts, refused, say }))).toEqual([]);
        const card = articleCard({ article, excerpt: text.repeat(30), quotes: { name: text, title: text, url }, say });
        const explanation = { kind: 'skipped', judgement: { kind: 'skip', because: 'filterAll', term: text } } as const;
        const fate = articleFate({ explanation, guildId: subscription.guildId, statusCommand: 'x', say });
        const { channelId } = subscription;
        const shown = { sourceId: source.id, source: name, channelId, card, noCard: 'x', page: 0, pageCount: 2, say };
        expect(faultsOf(sourcePreview({ ...shown, entries: Array(5).fill({ title: text, url, fate }) }))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
