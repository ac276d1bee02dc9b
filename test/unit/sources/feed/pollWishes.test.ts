import { describe, expect, it } from 'vitest';
import type { PollWishes } from '../../../../src/domain/source.ts';
import { readFeedDocument } from '../../../../src/sources/feed/readFeedDocument.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const syndication = 'http://purl.org/rss/1.0/modules/syndication/';

function wishesOf(channel: string, prefix = 'sy'): PollWishes | undefined {
  const text = `<rss version="2.0" xmlns:${prefix}="${syndication}"><channel><title>S</title>${channel}</channel></rss>`;
  return readFeedDocument({ bytes: new TextEncoder().encode(text), contentType: 'text/xml' }).wishes;
}

describe('how often a feed asks to be read', () => {
  it.each<[string, PollWishes | undefined]>([
    ['', undefined],
    ['<ttl>60</ttl>', { pauseMs: 60 * minuteMs }],
    ['<ttl> 90 </ttl>', { pauseMs: 90 * minuteMs }],
    ['<ttl>0</ttl>', undefined],
    ['<ttl>-5</ttl>', undefined],
    ['<ttl>often</ttl>', undefined],
    ['<sy:updatePeriod>hourly</sy:updatePeriod>', { pauseMs: 60 * minuteMs }],
    ['<sy:updatePeriod> Daily </sy:updatePeriod>', { pauseMs: dayMs }],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', { pauseMs: dayMs / 4 }],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', { pauseMs: dayMs }],
    ['<sy:updatePeriod>sometimes</sy:updatePeriod>', undefined],
    ['<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>', { pauseMs: dayMs }],
    ['<ttl>60</ttl><sy:updatePeriod>constructor</sy:updatePeriod>', { pauseMs: 60 * minuteMs }],
    ['<ttl>60</ttl><sy:updatePeriod>__proto__</sy:updatePeriod>', { pauseMs: 60 * minuteMs }],
    ['<skipHours><hour>0</hour><hour>23</hour></skipHours>', { skipHours: [0, 23] }],
    ['<skipHours><hour>24</hour><hour>0</hour></skipHours>', { skipHours: [0] }],
    ['<skipHours><hour>25</hour><hour>-1</hour><hour>noon</hour></skipHours>', undefined],
    ['<skipDays><day>Sunday</day><day> saturday </day></skipDays>', { skipDays: [0, 6] }],
    ['<skipDays><day>Someday</day></skipDays>', undefined],
  ])('%s', (channel, wishes) => {
    expect(wishesOf(channel)).toEqual(wishes);
  });

  it('is understood by the vocabulary, whatever its prefix', () => {
    expect(wishesOf('<s:updatePeriod>hourly</s:updatePeriod>', 's')).toEqual({ pauseMs: 60 * minuteMs });
  });
});
