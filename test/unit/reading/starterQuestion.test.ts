import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionFaults } from '../../../src/reading/questionFaults.ts';
import { starterQuestion, starterQuestions, takesProposed } from '../../../src/reading/starterQuestion.ts';

const seed = '../shared/seed/society-article.txt';
const ask = (title: string, text = '', language?: string): string =>
  starterQuestion({ title, text, teaser: '', ...(language === undefined ? {} : { language }) });

const titles: readonly (readonly [string, string])[] = [
  ['Why Sanctions Fail', 'How convincing do you find this account of why sanctions fail?'],
  ['How China Lends', 'Are you convinced by this account of how China lends?'],
  ['How to Read a Balance of Payments', 'What would you add to this advice on how to read a balance of payments?'],
  ['Trade and Inflation', 'How closely do you think trade and inflation are linked?'],
  ['Russia and the Arctic', 'Where do you see the strongest link between Russia and the Arctic?'],
  ['The Case for a Wealth Tax', 'How persuasive do you find the case for a wealth tax?'],
  ['The Case Against Universal Basic Income', 'What is the best reply to the case against universal basic income?'],
  ['Lessons from the Great Depression', 'Which lesson from the Great Depression do you find most relevant today?'],
  [
    'Lessons of the Cuban Missile Crisis',
    'Which lesson of the Cuban missile crisis is most often forgotten, in your view?',
  ],
  ['The Future of the World Trade Organization', 'What future do you see for the World Trade Organization?'],
  ['The Rise of Populism', 'How far do you think the rise of populism will go?'],
  ['The End of Globalisation', 'Are we really seeing the end of globalisation, in your view?'],
  ['The Limits of Deterrence', 'Where do you see the limits of deterrence?'],
  ['The Economics of Climate Change', 'What is most often overlooked about the economics of climate change?'],
  [
    'The Role of Central Banks in Development',
    'How important do you think the role of central banks in development is?',
  ],
  [
    'The Impact of Sanctions on the Russian Economy',
    'How large do you think the impact of sanctions on the Russian economy really is?',
  ],
  ['Is Globalisation Over?', 'Is globalisation over?'],
  ['Can India Replace China?', 'Can India replace China?'],
  ['What Is Inflation?', 'What is most often misunderstood about inflation, in your view?'],
  ['What Brexit Means for Ireland', 'Do you agree with the article on what Brexit means for Ireland?'],
  ['Debt Relief: Who Should Pay?', 'Debt Relief: Who Should Pay?'],
  [
    'Small treaties, long rivers: why modest agreements last',
    'Are you convinced by this account of why modest agreements last?',
  ],
  ['Europe Should Pay for Its Own Defence', 'Do you agree that Europe should pay for its own defence?'],
  [
    'All-new 2020 Harbour is what we want',
    'Which point in the article “All-new 2020 Harbour is what we want” matters most to you, and why?',
  ],
  ['Globalisation is not over', 'How far do you agree that globalisation is not over?'],
  ['Inflation Is a Tax on the Poor', 'How far do you agree that inflation is a tax on the poor?'],
  ['Free Trade versus Protectionism', 'Free trade or protectionism: which side would you take, and why?'],
  [
    'Understanding the Balance of Payments',
    'What is most often misunderstood about the balance of payments, in your view?',
  ],
  ['Rethinking Development Aid', 'What would you rethink about development aid?'],
  ['Measuring Poverty', 'What do you see as the hardest part of measuring poverty?'],
  ['Minimum Wages', 'What is most often overlooked about minimum wages, in your view?'],
  ['Water Wars in the Middle East', 'What are your thoughts on water wars in the Middle East?'],
  ['The Kindleberger Trap', 'Which point in the article “The Kindleberger Trap” matters most to you, and why?'],
  ['Wealth Tax', 'Which point in the article “Wealth Tax” matters most to you, and why?'],
  ['Beyond GDP', 'Which point in the article “Beyond GDP” matters most to you, and why?'],
  ['Stop Blaming China', 'Which point in the article “Stop Blaming China” matters most to you, and why?'],
  [
    'The "Resource Curse" Revisited',
    'Which point in the article “The ‘Resource Curse’ Revisited” matters most to you, and why?',
  ],
  ['Why Tides Seldom Wait', 'How convincing do you find the answer that “Why Tides Seldom Wait” gives, and why?'],
  ['The Harbour Tax Must Go', 'How far do you agree that “The Harbour Tax Must Go”, and why?'],
  ['🌍 Climate finance: the missing billions 🌍', 'What are your thoughts on climate finance?'],
];

describe('the starter question', () => {
  it.each(titles)('of “%s” fits its title', (title, question) => {
    expect(ask(title)).toBe(question);
    expect(questionFaults(question, { title, text: '', teaser: '' })).toEqual([]);
  });

  it.skipIf(!existsSync(seed))('is the society’s own invitation (skipped where the seed article is absent)', () => {
    expect(ask('The China-North Korea Relationship', readFileSync(seed, 'utf8'))).toBe(
      'What are your thoughts on the China-North Korea relationship?',
    );
  });

  it('says what “this” means in an invitation', () => {
    const text =
      'Two banks met on Monday in the old town.\n\nLet us know your thoughts on this topic in the comments below!';
    expect(ask('The Future of Money', text)).toBe('What are your thoughts on the future of money?');
    expect(ask('Of Mice and Markets', text)).toBe('What are your thoughts on “Of Mice and Markets”?');
  });

  it('takes what an invitation asks about, wherever it says how to reply', () => {
    const text = (invitation: string): string => `Ships went the long way round this year.\n\n${invitation}`;
    expect(ask('Ships', text('Tell us in the forum what you make of the new tariffs here:'))).toBe(
      'What do you make of the new tariffs?',
    );
    expect(ask('Ships', text('Come and discuss with us in the forum whether insurers see a war first:'))).toBe(
      'Do you think that insurers see a war first?',
    );
    expect(ask('Ships', text('Share your views about the blockade at our Discord server.'))).toBe(
      'What are your thoughts on the blockade?',
    );
  });

  it('is the author’s own where the article ends with one', () => {
    const own = 'Would you rather have a bold treaty that fails or a timid one that lasts?';
    expect(ask('Small Treaties', `Treaties are old.\n\n${own}\n\nRecent Posts`)).toBe(own);
  });

  it('brings the sentence along that an author’s question points back to', () => {
    const end = 'Modest treaties survive because they change nothing. Is that a strength or a weakness?';
    expect(ask('Small Treaties', `Rivers are long.\n\n${end}`)).toBe(end);
  });

  it('never takes a question of fact or of service from the end of an article', () => {
    expect(ask('Minimum Wages', 'Wages rose.\n\nHow many countries raised them last year?')).toBe(ask('Minimum Wages'));
    expect(ask('Minimum Wages', 'Wages rose.\n\nInterested in writing for us about wages?')).toBe(ask('Minimum Wages'));
  });

  it('keeps the capitals of names that only the article knows', () => {
    const text = 'In the end the Kindleberger trap is a name for a gap. Many fear the Kindleberger trap today.';
    expect(ask('The Kindleberger Trap', text)).toMatch(/ the Kindleberger trap\b/u);
  });

  it('quotes a title in another language, where no sentence of its text can be quoted', () => {
    expect(ask('Die Zukunft des Euro', 'Mehr im Heft!', 'de')).toContain('“Die Zukunft des Euro”');
    expect(ask('中国与朝鲜的关系')).toContain('“中国与朝鲜的关系”');
  });

  it.each([
    '',
    '?',
    '???',
    '🌍',
    '***',
    'THE FUTURE OF MONEY',
    'A'.repeat(300),
    'Word '.repeat(60),
    'Why? How? When?',
    'T',
  ])('is decent for the title “%s”', (title) => {
    const article = { title, text: 'Bread became dearer in the spring.', teaser: '' };
    expect(questionFaults(starterQuestion(article), article).filter((fault) => !fault.startsWith('names'))).toEqual([]);
  });

  it('quotes the beginning of a question too long to be asked', () => {
    const question = ask(`Should ${'the old port and '.repeat(14)}the new port close?`);
    expect(question).toMatch(/“Should the old port .*…”/u);
    expect(question.length).toBeLessThanOrEqual(200);
  });

  it('asks about the article as a whole when nothing is known of it', () => {
    expect(ask('')).toMatch(/this article.*\?$/u);
  });
});

describe('the faults of a question', () => {
  const article = { title: 'The Price of Bread', text: '', teaser: '' };
  it.each([
    ['Is the price of bread fair', 'does not end with a question mark'],
    ['Is bread dear? Why?', 'has 2 question marks'],
    [`Is bread ${'very '.repeat(60)}dear?`, 'is 314 characters long'],
    ['is bread dear?', 'begins small'],
    ['What about the the bread?', 'says a word twice'],
    ['What do you think of the price of?', 'breaks off'],
    ['Is a the price of bread fair?', 'has two articles'],
    ['How many loaves of bread were sold?', 'asks for a fact'],
    ['What do you say about bread in the forum?', 'sends the reader away'],
    ['Where do you agree with “The Price, and where not?', 'has a quotation mark alone'],
    ['Do you agree?', 'names nothing in the article'],
  ])('“%s” %s', (question, fault) => {
    expect(questionFaults(question, article)).toContain(fault);
  });
});

describe('the starter question of a text without a title', () => {
  const text =
    'For weeks nobody in the harbour knew what would become of the ferry that had carried them to work since before the war. ' +
    'Then Edda Marwick bought it. Marwick paid in coins. “A boat is a street,” Marwick said.';

  const ferry = 'Then you and I met Edda Marwick. You know what Marwick paid? “A boat is a street,” Marwick told me.';

  it('asks about whom it comes back to, by the full name, where no sentence can be quoted', () => {
    expect(ask('', ferry)).toMatch(/about Edda Marwick/u);
  });

  it('ends a quotation that is too long with a clause', () => {
    const told = `The council has closed the old ferry landing of Tarn, ${'as had been feared by all who live there '.repeat(5)}.`;
    expect(ask('', told)).toMatch(/: “The council has closed the old ferry landing of Tarn…”\?$/u);
  });

  it('does not end it after who says something', () => {
    const told = `Edda Marwick has said that the ferry ${'and the landing and the bridge and the harbour '.repeat(4)}are hers.`;
    expect(ask('', `${told} Marwick is old. Marwick paid.`)).toMatch(/about Edda Marwick/u);
  });

  it.each([
    ['Two sailors were killed off Tarn on Monday', /^What might prevent things like this/u],
    ['Edda Marwick, best known for her songs of the quay, has died at the age of 91', /worth remembering: “/u],
    ['The council has decided that the old ferry needs no bell after dark', /^Do you find this right/u],
    ['Edda Marwick has bought the old ferry for a coin and a song', /^What do you make of this: “/u],
    ['The council plans to build a second lighthouse on the old quay', /^Do you welcome this/u],
    ['Tarn beat Kuvio 3-1 in the last match of the season on Monday', /what comes next: “/u],
  ])('asks what suits what “%s” tells', (sentence, question) => {
    const season = 'The coach praised the team. The league is long, and the goals were few.';
    expect(ask('', `${sentence}. ${sentence.includes('match') ? season : 'It was a long day.'}`)).toMatch(question);
  });

  it('asks whether one agrees with what is argued', () => {
    const argued = 'The ferry should be free for all who live on the quay and work across the water';
    expect(ask('', `${argued}. A free ferry is fair, because it must run anyway. It is not a gift.`)).toMatch(/agree/u);
  });

  it('leaves out sentences that lean on others', () => {
    const leaning =
      'This is where we came in. The latter sold everything. According to them it was over. Edda Marwick has sold both boats.';
    expect(ask('', leaning)).toContain('“Edda Marwick has sold both boats”');
  });

  it.each([
    'On the quay they waited, and he paid. Edda Marwick has sold both boats.',
    'Edda Marwick (right) has sold a boat to her sister. Edda Marwick has sold both boats.',
    'You and I once saw all of this. The captains of Marwick have also sold their boats. Edda Marwick has sold both boats.',
    'Edda Marwick and I have sold a boat to her sister. Edda Marwick has sold both boats.',
  ])('leaves out what cannot be understood alone: %s', (leaning) => {
    expect(ask('', `${leaning} Marwick is old. Marwick is tired.`)).toContain('“Edda Marwick has sold both boats”');
  });

  it('quotes what it says of a whole', () => {
    expect(ask('', text)).toContain('“For weeks nobody in the harbour knew');
  });

  it('quotes a first sentence that tells of it in short', () => {
    const short = 'Edda Marwick bought the old ferry. Marwick paid in coins. “A boat is a street,” Marwick said.';
    expect(ask('', short)).toContain('“Edda Marwick bought the old ferry”');
  });
});

describe('starter questions to choose from', () => {
  const article = { title: 'The Rise of Populism', text: 'Bread became dearer in the spring.', teaser: '' };

  it.each(['The Rise of Populism', 'Is Globalisation Over?', 'Weekly notes', 'Die Zukunft des Geldes', ''])(
    'are many for “%s”, each once, and all of sound form',
    (title) => {
      const questions = starterQuestions({ ...article, title });
      expect(new Set(questions).size).toBe(questions.length);
      expect(questions.length).toBeGreaterThan(30);
      expect(questions.flatMap((question) => questionFaults(question, { ...article, title }))).toEqual([]);
    },
  );

  it('are the same for the same article, and the first is the one that is asked unless it is to be avoided', () => {
    const [first = '', second = '', ...rest] = starterQuestions(article);
    expect(starterQuestions(article)).toEqual([first, second, ...rest]);
    expect(starterQuestion(article)).toBe(first);
    expect(starterQuestion(article, { avoid: new Set([first]) })).toBe(second);
    expect(starterQuestion(article, { avoid: new Set([first, second, ...rest]) })).toBe(first);
  });

  it('take a proposed one of sound form before those made of the title', () => {
    const proposed = 'Would cheaper bread end the rise of populism?';
    expect(starterQuestion(article, { proposed })).toBe(proposed);
    expect(starterQuestions(article, { language: 'de', proposed })).not.toContain(proposed);
  });

  it.each(['How many people voted?', 'Discuss populism', 'Really? And why?', `${'populism '.repeat(30)}?`])(
    'never take a proposed one with a fault: %s',
    (proposed) => {
      expect(starterQuestions(article, { proposed })).not.toContain(proposed);
    },
  );

  it('take a proposed one only in the language of those who are asked', () => {
    expect(['en-GB', 'de'].map((language) => takesProposed(article, language))).toEqual([true, false]);
  });

  it('never ask for the weakest point of an obituary', () => {
    const gentle = starterQuestions({ ...article, title: 'In memoriam: Edda Marwick' });
    expect(gentle.length).toBeGreaterThan(1);
    expect(gentle.join()).not.toMatch(/weakest|underline|surprised/u);
  });

  it('keep the author’s own before a proposed one', () => {
    const own = 'Would you rather have dear bread or a dear vote?';
    const text = `Bread became dearer in the spring.\n\n${own}`;
    expect(starterQuestion({ ...article, text }, { proposed: 'Is the rise of populism over?' })).toBe(own);
  });

  it('name both parts of a title, whatever letters they begin with', () => {
    const questions = starterQuestions({ ...article, title: "Ukraine's Grain and the Black Sea" });
    expect(questions).toContain("How closely do you think Ukraine's grain and the Black Sea are linked?");
  });
});
