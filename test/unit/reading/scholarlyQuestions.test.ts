import { describe, expect, it } from 'vitest';
import { findKeyFigures } from '../../../src/reading/keyFigures.ts';
import { findTopics } from '../../../src/reading/listedTopics.ts';
import { findFinding } from '../../../src/reading/paperFinding.ts';
import { starterQuestion, starterQuestions } from '../../../src/reading/starterQuestion.ts';

const ask = (title: string, text: string, language = 'en'): string =>
  starterQuestion({ title, text, teaser: '' }, { language });

const call = 'We invite papers on all that floats. Submission deadline: 1 May 2031.';

describe('the topics of a call for papers', () => {
  it.each([
    [
      'with bullets',
      'Topics of interest include, but are not limited to:\n\n* Old ropes\n* New bells\n* Lamps at sea\n* Tar',
    ],
    ['with numbers', 'Topics:\n1. Old ropes\n2. New bells\n3. Lamps at sea\n\nImportant dates\n1 May 2031'],
    ['with letters', 'The conference tracks are:\nA1 Old ropes\nA2 New bells\nA3 Lamps at sea'],
    [
      'one to a line',
      'CONFERENCE TOPICS\n\nOld ropes\nNew bells\nLamps at sea\n\nIMPORTANT DATES\nPapers are due in May.',
    ],
    [
      'in a sentence',
      'Topics include, but are not limited to: Old ropes, New bells, Lamps at sea, and tar.\n\nWrite to us.',
    ],
  ])('are found %s', (_, text) => {
    expect(findTopics(`${call}\n\n${text}`)).toEqual(['Old ropes', 'New bells', 'Lamps at sea']);
  });

  it('are no dates, people or halves of a line', () => {
    const list = [
      '* Old ropes',
      '* Mending of sails that were torn',
      '  in a storm',
      '* Prof. Edda Marwick, Tarn',
      '* Paper submission: 1 May',
      '* e.g., bells',
      '* New bells',
    ];
    expect(findTopics(`Topics include:\n${list.join('\n')}`)).toEqual(['Old ropes', 'New bells']);
  });

  it('stand apart in a long list', () => {
    const list = [
      'Old ropes',
      'New ropes',
      'Red ropes',
      'Small bells',
      'Large bells',
      'Old bells',
      'Lamps at sea',
      'Tar',
    ];
    expect(findTopics(`Topics include:\n${list.map((topic) => `- ${topic}`).join('\n')}`)).toEqual([
      'Old ropes',
      'Small bells',
      'Lamps at sea',
    ]);
  });

  it('are fewer where all would make a question too long', () => {
    const long = (word: string) => `- ${word} extraordinary ropes and bells of distant harbours`;
    const list = ['Old', 'New', 'Red'].map(long).join('\n');
    expect(ask('2nd International Conference on Harbours', `${call}\n\nTopics include:\n${list}`)).toMatch(
      /: “Old [^“]*” or “New [^“]*”\?$/u,
    );
  });

  it('are none where only one could be told, or nothing announces them', () => {
    expect(findTopics('Topics include:\n* Old ropes\n\nWe meet in May.')).toEqual([]);
    expect(findTopics('We meet in May.\n\n* Old ropes\n* New bells')).toEqual([]);
  });

  it('are read at once, however long the text', () => {
    const startedAt = process.cpuUsage().user;
    findTopics(`Topics include: ${'ropes, '.repeat(30_000)}`);
    findTopics('topics of interest are '.repeat(8_000));
    findTopics(`Topics:\n${'* rope\n'.repeat(30_000)}`);
    findTopics('Areas\n'.repeat(30_000));
    expect((process.cpuUsage().user - startedAt) / 1000).toBeLessThan(2_000);
  });
});

describe('the starter question on a call for papers', () => {
  const topics = 'Topics of interest include:\n* Old ropes\n* New bells\n* Lamps at sea';

  it.each([
    ['2nd International Conference on Harbours', `${call}\n\n${topics}`],
    ['Call for Papers: Harbours and Prices', topics],
    ['CFP: Harbours and Prices', `${call}\n\n${topics}`],
    ['Thirty Years of Harbours', `Call for Papers\nA symposium at Tarn, 3 May 2031\n\n${call}\n\n${topics}`],
    [
      '4th Symposium on Harbours',
      `We seek contributions on all that floats. Deadline for abstracts: 1 May.\n\n${topics}`,
    ],
  ])('“%s” names topics that it lists', (title, text) => {
    expect(ask(title, text)).toMatch(
      /^Which of these topics .*, and why: “Old ropes”, “New bells” or “Lamps at sea”\?$/u,
    );
  });

  it('names the subject where no topics are listed, else the event, and no heading', () => {
    const headed = `${call}\n\nWorkshop Description\n\nThe workshop is on all that floats and on some things that do not, in May and later.\n\nSubmissions\n\nThe papers are to be sent to the society before the first of May at noon.`;
    expect(ask('3rd International Symposium on Old Ropes (SOR 2031)', headed)).toBe(
      'What would you like to hear, ask or say about “Old Ropes”?',
    );
    expect(starterQuestions({ title: 'Harbour Workshop 2031', text: headed, teaser: '' })).toContain(
      'What would you contribute to “Harbour Workshop 2031”, or like to hear there?',
    );
    expect(ask('Harbour Workshop 2031', headed)).toContain('“Harbour Workshop 2031”');
  });

  it('is none where the conference is over', () => {
    const report = `The workshop took place in May, and forty came. ${call}`;
    expect(ask('Workshop on Old Ropes', report)).not.toMatch(/contribute|write or hear/u);
  });

  it('is on the topics of a German one, too', () => {
    const german = `Wir laden zur Einreichung von Beiträgen ein.\n\nMögliche Themen sind:\n• Preise in kleinen Häfen\n• Lotsen und Lampen\n• Alte Seile\n\nEinreichungsfrist: 1. Mai 2031`;
    expect(ask('Call for Papers: Häfen und Preise', german, 'de')).toMatch(
      /dieser Themen .*: „Preise in kleinen Häfen“, „Lotsen und Lampen“ oder „Alte Seile“\?$/u,
    );
  });

  it('is asked in German of those who speak it', () => {
    expect(ask('2nd International Conference on Harbours', `${call}\n\n${topics}`, 'de')).toMatch(
      /^(?:Zu welchem|Welches) dieser Themen .*, und warum: „Old ropes“, „New bells“ oder „Lamps at sea“\?$/u,
    );
  });
});

describe('what is no call for papers', () => {
  it.each([
    [
      'Peace conference ends without a deal',
      'Delegates left Tarn, calling for talks. The minister said that more must be done.',
    ],
    ['School board splits over budget', 'The board calls for contributions from parents, it said on Friday.'],
    [
      'Workshop on Ropes: what we learned',
      'Forty came. We invited contributions from all. The deadline for papers was in May.',
    ],
    [
      'How to write an abstract for a conference',
      'We invite papers. The deadline for abstracts matters more than you think.',
    ],
    ['The Workshop of Leonardo', 'He welcomed many contributions of his pupils, because they should learn.'],
    ['Community Call May 2031', 'Join us. Topics:\n- Introductions\n- Updates from the board\n- News from groups'],
    ['Call for Volunteers', 'Areas:\n- Old ropes\n- New bells'],
  ])('“%s” is not asked about as one', (title, text) => {
    expect(ask(title, text)).not.toMatch(/these topics|hear there|say at|be missing from/u);
  });

  it('keeps its whole text to be summed up', () => {
    const text =
      'The society welcomes a new paper on tar. The court proceedings cost the firm $5 million in legal fees. Registration fell to 4,000 tonnes.';
    expect(findKeyFigures({ title: 'Tar on trial', text })).toHaveLength(2);
  });
});

describe('the starter question on a paper', () => {
  const abstract = (finding: string) =>
    `Harbours have been studied for a long time, and many models of them exist. In this paper we propose a new method to count the ships that enter a harbour by night. ${finding} The data come from two hundred harbours and cover forty years of evidence.`;

  it('is whether its finding convinces', () => {
    expect(
      ask('Counting Ships by Night', abstract('We show that lamps on the quay make most ships slow down early.')),
    ).toBe('How convincing do you find the claim that “lamps on the quay make most ships slow down early”, and why?');
  });

  it('is that of its title only where that asks', () => {
    const text = abstract('It works.');
    expect(ask('Do Lamps Slow Down Ships?', text)).toBe('Do Lamps Slow Down Ships?');
    expect(ask('Lamps by Night: A Cure for Wrecks?', text)).toMatch(/“Lamps by Night: A Cure for Wrecks”/u);
  });

  it('is put to its authors where it tells no finding that can be understood alone', () => {
    for (const finding of ['We show that this is better than they thought it would be.', 'It works.']) {
      expect(starterQuestions({ title: 'Counting Ships by Night', text: abstract(finding), teaser: '' })).toContain(
        'What would you ask the authors of “Counting Ships by Night”, and why?',
      );
      expect(ask('Counting Ships by Night', abstract(finding))).not.toContain('claim');
    }
  });

  it.each([
    [
      'In memoriam: Edda Marwick',
      'In this work of remembrance we present her life. Her theory and her models shaped our results. ',
    ],
    [
      'Postdoctoral position in Tarn',
      'We develop new methods for data sets. We study models of ropes. This position is for two years. ',
    ],
    [
      'Why small ports pay',
      'In this post I argue that the evidence is weak. I show that models fail because firms must adapt. ',
    ],
  ])('is none on “%s”', (title, text) => {
    expect(ask(title, text.repeat(3))).not.toMatch(/authors of|results? of|claim that/u);
  });

  it('is none on what only tells of itself', () => {
    const text = `In this post we present our new library. ${'It has a garden and a long table for whoever comes. '.repeat(5)}`;
    expect(ask('A Library for Tarn', text)).not.toMatch(/authors of|results of|result of/u);
  });
});

describe('the finding of a paper', () => {
  it.each([
    ['We find that ferries were faster than the trains they replaced.', undefined],
    [
      'Our results suggest that ferries were faster than trains in most years.',
      'ferries were faster than trains in most years',
    ],
    [
      'Experiments on two rivers also demonstrate that a single lamp is enough for most ships.',
      'a single lamp is enough for most ships',
    ],
    ['We argue that harbours, which are small; should be closed by night.', undefined],
    [
      'We show that a lamp on the quay is seen by every ship, because nothing stands before it in any of the forty-one harbours that were visited by the society in the course of the last year.',
      'a lamp on the quay is seen by every ship…',
    ],
    ['We show that it is so.', undefined],
    ['The results do not show that small ports have gained from free trade.', undefined],
    ['We ask whether the results imply that small ports have gained from trade.', undefined],
    ['Another study found that small ports have gained from free trade.', undefined],
    ['The keypoints we show that are able to move are the ones that matter most.', undefined],
  ])('in “%s”', (sentence, finding) => {
    expect(findFinding(`Ships are old. ${sentence}`)).toBe(finding);
  });
});
