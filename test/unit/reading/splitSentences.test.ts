import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/reading/splitSentences.ts';

const golden = '../shared/data/summaries/golden-rules.jsonl';

describe('sentences', () => {
  it.each([
    ['after an abbreviation go on', ['Prof. Weber met Dr. Lindqvist on St. Anne Street.', 'They spoke.']],
    ['keep initials', ['The thesis of J. M. Holt was bold.', 'It was wrong.']],
    ['end after U.S. where a new one begins', ['Trade grew in the U.S.', 'However, wages did not.']],
    ['go on after U.S. before a name', ['The U.S. Treasury objected.', 'Nobody listened.']],
    ['keep years in brackets', ['The war (1950–1953) divided it.', 'Nothing followed.']],
    ['keep decimals and No. 5', ['Prices rose 3.5 per cent under Order No. 5 of the council.', 'Then they fell.']],
    ['keep addresses', ['See www.example.org/a.b?c=1 or write to a.member@example.org today.', 'It is free.']],
    ['end inside quotation marks', ['“We are done.”', 'The minister left.']],
    ['go on after a quoted question', ['“Are we done?” asked the minister.', 'Nobody knew.']],
    ['go on after an ellipsis in the middle', ['It was … not simple.', 'Or was it?']],
    ['know et al. and pp.', ['As shown by Moreau et al. (2010, pp. 5–7), rates matter.', 'Not all agree.']],
    ['keep a German date', ['Der Vertrag vom 5. Mai gilt noch.', 'Er wird geprüft.']],
    ['keep a month cut short', ['It runs from June 30-Aug. 12 this year.', 'Come early.']],
  ])('%s', (_name, sentences) => {
    expect(splitSentences(sentences.join(' '))).toEqual(sentences);
  });

  it('part at a blank line always', () => {
    expect(splitSentences('Relationship Under Strain\n\nChina helped.')).toEqual([
      'Relationship Under Strain',
      'China helped.',
    ]);
  });

  it('part without spaces in Chinese', () => {
    expect(splitSentences('中国是邻国。朝鲜也是。')).toEqual(['中国是邻国。', '朝鲜也是。']);
  });

  it('part a text that is written small throughout, its marks set apart', () => {
    const sentences = [
      'the port of the island was closed on friday , the council said .',
      'mr. holt , who owns two ships , was not asked .',
      "nobody was ! ''",
      'it opens again in may .',
    ];
    expect(splitSentences(sentences.join(' '))).toEqual(sentences);
  });

  it('join a line that was broken in the middle', () => {
    expect(splitSentences('This sentence was\nbroken by hand.')).toEqual(['This sentence was broken by hand.']);
  });

  it.skipIf(!existsSync(golden))('pass 45 of the first 49 golden rules (skipped where the data is absent)', () => {
    const rules = readFileSync(golden, 'utf8')
      .trim()
      .split('\n')
      .slice(0, 49)
      .map((line): { text: string; sentences: string[] } => JSON.parse(line));
    const passed = rules.filter(
      ({ text, sentences }) =>
        JSON.stringify(splitSentences(text)) === JSON.stringify(sentences.map((each) => each.replace(/\s+/gu, ' '))),
    );
    expect(passed.length).toBeGreaterThanOrEqual(45);
  });

  it('stop at a thousand', () => {
    expect(splitSentences('Yes it is. '.repeat(3000))).toHaveLength(1000);
  });
});
