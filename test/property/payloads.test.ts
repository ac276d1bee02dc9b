import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, plainText } from '../../src/views/text.ts';
import { languages } from '../support/languages.ts';
import { judgeArticles } from '../support/payloads/judgeArticles.ts';
import { wildText } from '../support/payloads/wildTexts.ts';

describe('any article', () => {
  it.each(languages)('is posted in %s within Discord’s limits, and nothing in it pings, links or formats', (_, say) => {
    const { violations, sizes } = judgeArticles(20_261_125, 200, say);
    expect(violations).toEqual([]);
    expect([...sizes.values()].reduce((sum, { payloads }) => sum + payloads, 0)).toBe(200 * 18);
  });

  it('has no emoji, flag or accent parted where a text is cut', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(wildText, fc.constantFrom(60, 80, 100, 200, 600), (wild, most) => {
        const text = plainText(wild).slice(0, 2_000);
        const cut = cutText(text, most);
        if (cut === text) return;
        const kept = cut.slice(0, -1);
        const whole = [...segmenter.segment(text)];
        const isTooLong = (whole[0]?.segment.length ?? 0) >= most;
        expect(text.startsWith(kept)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(isTooLong || kept === '' || whole.some(({ index }) => index === kept.length)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
