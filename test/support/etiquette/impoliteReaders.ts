// Readers that are not as they should be, each in one way, to prove that the oracle sees it.

import { SourceError } from '../../../src/domain/errors.ts';
import type { Validators } from '../../../src/domain/source.ts';
import type { FeedReading, NotModified, Reader } from '../../../src/ports/reader.ts';
import { createFetcher } from '../../../src/sources/http.ts';
import type { Spoiling } from './spoiling.ts';
import type { Rule } from './verdict.ts';

export interface ImpoliteReader {
  readonly what: string;
  readonly spoiling: Spoiling;
  /** The behaviour that shows it. */
  readonly behaviour: string;
  /** What the oracle is to say. */
  readonly rule: Rule;
}

type ReadFeed = Reader['readFeed'];

/** A reader that reads feeds otherwise. */
const reading = (change: (readFeed: ReadFeed) => ReadFeed): Spoiling => ({
  reader: (reader) => ({ ...reader, readFeed: change(reader.readFeed) }),
});

const withValidators = (change: (validators: Validators, url: string) => Validators): Spoiling =>
  reading((readFeed) => (url, validators) => readFeed(url, validators && change(validators, url)));

const withAnswer = (change: (answer: FeedReading | NotModified) => FeedReading | NotModified): Spoiling =>
  reading((readFeed) => async (url, validators) => change(await readFeed(url, validators)));

const withoutPauses: Spoiling = {
  hostPauses: (pauses) => ({ ...pauses, find: async () => undefined }),
  reader: (reader) => ({
    ...reader,
    readFeed: (url, validators) =>
      reader.readFeed(url, validators).catch((error) => {
        throw error instanceof SourceError ? new SourceError(error.code, error.args) : error;
      }),
  }),
};

/** Asks a second time beside the gate, under the same name or another. */
const besideTheGate = (version: string, contact: string): Spoiling =>
  reading((readFeed) => async (url, validators) => {
    const second = createFetcher({ allowHosts: [new URL(url).host], version, contact });
    try {
      const [answer] = await Promise.all([readFeed(url, validators), second.fetchDocument(url, '*/*')]);
      return answer;
    } finally {
      await second.close();
    }
  });

const withTrouble = (isFinal: boolean): Spoiling => ({
  sources: (sources) => ({
    ...sources,
    saveTrouble: (id, failed, planning) => sources.saveTrouble(id, { ...failed, isFinal }, planning),
  }),
});

/** Comes back after a third of the time. */
const hasty: Spoiling = {
  sources: (sources) => ({
    ...sources,
    saveUnchanged: (id, cursor, planning) => {
      const nextPollAt = cursor.readAt + (cursor.nextPollAt - cursor.readAt) / 3;
      return sources.saveUnchanged(id, { ...cursor, nextPollAt }, planning);
    },
  }),
};

const whereItLed = (): Spoiling => {
  const led = new Map<string, string>();
  return reading((readFeed) => async (url, validators) => {
    const answer = await readFeed(led.get(url) ?? url, validators);
    if (answer.kind === 'read') led.set(url, answer.url);
    return answer;
  });
};

export const impoliteReaders: readonly ImpoliteReader[] = [
  {
    what: 'asks without a condition',
    spoiling: reading((readFeed) => (url) => readFeed(url)),
    behaviour: 'both validators',
    rule: 'asked again without a condition',
  },
  {
    what: 'takes a weak ETag for a strong one',
    spoiling: withValidators(({ etag = '', ...rest }) => ({ ...rest, etag: etag.replace('W/', '') })),
    behaviour: 'weak ETag',
    rule: 'validators not as given',
  },
  {
    what: 'shows the validators of one address to another',
    spoiling: withValidators((validators, url) => ({ ...validators, url })),
    behaviour: '302',
    rule: 'validators not as given',
  },
  {
    what: 'comes back after a third of the interval',
    spoiling: hasty,
    behaviour: 'both validators',
    rule: 'early',
  },
  {
    what: 'does not read Cache-Control',
    spoiling: withAnswer(({ freshForMs: _, ...answer }) => answer),
    behaviour: 'max-age',
    rule: 'early',
  },
  {
    what: 'does not read what the document wishes',
    spoiling: withAnswer((answer) => (answer.kind === 'read' ? { ...answer, wishes: {} } : answer)),
    behaviour: 'skipHours at night',
    rule: 'quiet time',
  },
  {
    what: 'does not read Retry-After',
    spoiling: withoutPauses,
    behaviour: '429 with seconds',
    rule: 'ignored Retry-After',
  },
  {
    what: 'leaves alone the feed that was busy and not its host',
    spoiling: { hostPauses: (pauses) => ({ ...pauses, find: async () => undefined }) },
    behaviour: 'two feeds, one of them busy',
    rule: 'ignored Retry-After',
  },
  {
    what: 'asks twice at once',
    spoiling: besideTheGate('9.8.7', 'https://society.example/bot'),
    behaviour: 'both validators',
    rule: 'two requests at once',
  },
  {
    what: 'calls itself otherwise',
    spoiling: besideTheGate('0.0.1', 'nobody'),
    behaviour: 'both validators',
    rule: 'manners',
  },
  {
    what: 'takes a temporary redirect for a permanent one',
    spoiling: whereItLed(),
    behaviour: '302',
    rule: 'wrong address',
  },
  {
    what: 'gives up after trouble',
    spoiling: withTrouble(true),
    behaviour: 'bursts of 500',
    rule: 'late',
  },
  {
    what: 'never believes a 410',
    spoiling: withTrouble(false),
    behaviour: '410 for good',
    rule: 'asked after the third 410',
  },
  {
    what: 'loses articles',
    spoiling: withAnswer((answer) =>
      answer.kind === 'read' ? { ...answer, entries: answer.entries.slice(1) } : answer,
    ),
    behaviour: 'both validators',
    rule: 'articles',
  },
];
