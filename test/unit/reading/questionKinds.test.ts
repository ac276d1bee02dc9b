import { describe, expect, it } from 'vitest';
import { starterQuestion, starterQuestions } from '../../../src/reading/starterQuestion.ts';

const ask = (title: string, text = ''): string => starterQuestion({ title, text, teaser: '' });

describe('a starter question that quotes', () => {
  it.each([
    ['Call for Papers: Ports and Prices', /say about “Ports and Prices”/u],
    ['Call for Volunteers at the Port', /answer|contribute/u],
    ['We are recruiting new writers', /skills matter most|speak for/u],
    ['Our Spring Conference 2027', /taken up at the event “Our Spring Conference 2027”/u],
    ['Minutes of the Annual General Meeting', /matters most|take further|discuss further/u],
    ['Issue 14 is out', /interests you most|Which item/u],
    ['Meet the new editors', /ask the people in/u],
    ['Interview with a harbour master', /asked? in|Which answer/u],
    ['Nine lessons from a dry summer', /first|leave out/u],
    ['Book review: The Salt Road', /verdict|weigh/u],
    ['In memoriam: a teacher of many', /add|stay with you/u],
    ['Council adjourns over two deaths', /add to|stay with you/u],
    ['Harbour Circle celebrates Lighthouse Day', /speaks to you most/u],
    ['Opinion: leave the canal alone', /agree|share the view|reply/u],
    ['Editors elected: the election results', /those elected/u],
    ['Nominations for the council open today', /candidate/u],
    ['Postponed: Winter Lecture on Tides', /in place of the event “Winter Lecture on Tides”/u],
    ['Fact check: did the ferry sink twice?', /the check in/u],
    ['Dear Runa: my neighbour paints my boat', /What advice would you give/u],
    ['Prize winners of the rope museum', /work honoured/u],
    ['Results of the winter rowing race', /stands out|not have expected/u],
    ['Women in Shipping: Edda Marwick', /^What in “Women in Shipping: Edda Marwick” speaks to you/u],
    ['Early Black Friday deals on lamps', /worth the money/u],
    ['Message from the president, spring', /matters most|take further|discuss further/u],
  ])('asks about “%s” what suits its kind', (title, question) => {
    expect(ask(title, 'Bread became dearer in the spring.')).toMatch(question);
  });

  it('does not dispute what is reported, and disputes what is argued', () => {
    const told = 'The port was closed, officials said. The mayor told reporters that it would open again.';
    expect(ask('Storm shuts old port', told)).toMatch(/“Storm shuts old port”/u);
    const argued = 'The port should close, because ships must pay. However, critics argue that it cannot.';
    const all = starterQuestions({ title: 'Ports of Call', text: argued, teaser: '' });
    expect(all).toContain('Where do you agree with the article “Ports of Call”, and where not?');
  });

  it('names the issue, not that it is out', () => {
    expect(ask('Issue 14 is out!')).toContain('“Issue 14”');
  });

  it('asks whether one would choose what is for sale', () => {
    const text =
      'The new lamp has a larger battery and a brighter screen. Its design is older than its price. Two models are available.';
    expect(ask('Tarn Lamp 4', text)).toMatch(/“Tarn Lamp 4”/u);
    expect(ask('All about the Tarn Lamp 4', text)).toMatch(/choos(?:e|ing) what is presented in “/u);
  });

  it('asks what to add to a meal', () => {
    const text =
      'Two cups of oats make four servings. Add the ingredients to the oven dish. One tablespoon is enough for a meal.';
    expect(ask('Oats for a Long Tide', text)).toMatch(/^What would you add to “Oats for a Long Tide”/u);
  });

  it('leaves out what a site writes before a title', () => {
    expect(ask('BREAKING: Storm shuts old port')).toContain('“Storm shuts old port”');
  });
});

describe('the starter question on news', () => {
  const told = (title: string): string =>
    ask(title, 'The news came on Monday. On Tuesday the mayor told the paper more, and nobody else said a thing.');
  it.each([
    ['Ferry captain killed in storm off Tarn', /events reported in “|after the events/u],
    ['Harbour master pleads guilty to theft', /just response|prevent/u],
    ['Mayor accuses fishers of hiding the ferry', /view in “|dispute in “/u],
    ['Island names Edda Marwick chief officer of ports', /after the appointment in/u],
    ['Edda Marwick, singer of the harbour, dies at 91', /life described in “/u],
    ['Council bans lamps on the quay after dark', /is decided in “|dispute in “/u],
    ['Researchers find salt older than the sea', /findings in|researchers in/u],
    ['Tarn plans to build a second lighthouse', /the news in “/u],
    ['Fish sales fall for the third year', /the news in “/u],
    ['Shipyard launches a school for rope makers', /step announced in/u],
    ['Fisher reunited with boat after killer storm', /“/u],
    ['Fisher acquitted of ferry theft', /“/u],
  ])('“%s” asks what suits it', (title, question) => {
    expect(told(title)).toMatch(question);
  });

  it('asks nobody to agree with what is said of somebody who has died', () => {
    const text =
      'Every harbour should have a singer like her, because her songs are better than any bell. It must be said.';
    expect(ask('Edda Marwick, singer of the harbour, dies at 91', text)).toMatch(/life described in “/u);
  });

  it('asks what could follow where it is a matter of all', () => {
    const text =
      'The mayor said on Monday that the council had met the lawmakers. On Tuesday the governor told the paper more.';
    expect(ask('Tarn and Kuvio face long talks', text)).toMatch(/news in “Tarn/u);
    expect(ask('Tarn and Kuvio face long talks', text.replace(/mayor|council|lawmakers|governor/gu, 'fisher'))).toMatch(
      /^What do you make of “Tarn/u,
    );
  });

  it('asks what comes next in sport, even where somebody is “shot down”', () => {
    const text =
      'The coach praised the team after the match. The season is long, and the league is strong. They scored two goals.';
    expect(ask('Tarn stay top after attack falters', text)).toMatch(/expect next/u);
  });

  it('does not ask what comes next where somebody was killed at a match', () => {
    const text =
      'The coach wept, the mayor said on Monday. The season is over, and the league has lost a team, she said. They scored two goals.';
    expect(ask('Rower killed at Tarn regatta', text)).toMatch(/events reported/u);
  });

  it('does not take an essay for news', () => {
    expect(
      ask(
        'Attack and Defence in Old Ports',
        'Walls should be low, because they must be paid for. Perhaps critics argue otherwise.',
      ),
    ).not.toMatch(/events reported/u);
  });

  it('asks where software could be of use', () => {
    const text = 'The package reads tide tables. Install it from the repository; its functions return data frames.';
    expect(ask('tidal: reading tide tables', text)).toMatch(/could “tidal: reading tide tables” (?:help|be useful)/u);
  });

  it.each(['Suicide bombing kills nine at the quay', 'Boy rescued from kidnappers at the quay'])(
    'asks gravely about what is grave: %s',
    (title) => {
      const text = 'The mayor said on Monday that the quay was closed. The pilots told the council on Tuesday.';
      expect(ask(title, text)).toMatch(/events (?:reported|like those)/u);
    },
  );

  it('asks about advice on software as advice', () => {
    const text =
      'The package reads tide tables. Install it from the repository, load the library and call its functions.';
    expect(ask('Lessons from a year with the tidal package', text)).toMatch(/or do differently/u);
  });

  it('knows software by its text where the title names none', () => {
    const text =
      'The package reads tide tables. Install the package from the repository. Its functions and its code are short.';
    expect(ask('Tables of the tides', text)).toMatch(/could “Tables of the tides” (?:help|be useful)/u);
  });

  it('brings a sentence along where a title says nothing', () => {
    const text = 'Edda Marwick has bought the old ferry for a coin. It was rusty.';
    expect(ask('Monday Notes', text)).toBe(
      'What do you make of this: “Edda Marwick has bought the old ferry for a coin”?',
    );
  });
});

describe('the starter question on a meeting', () => {
  it.each([
    [
      'May Community Call',
      'The May call will be all about Old Ropes on Thursday at noon. Join us.',
      '“Old Ropes” at the event “May Community Call”',
    ],
    [
      'June Community Call',
      'Join us. The topic of the call is Mending “old” ropes at sea. It is free.',
      '“Mending ‘old’ ropes at sea” at the event “June Community Call”',
    ],
    [
      'Spring Webinar 2031',
      'Join us. The topic of the webinar is “Tides and Trade”. It is free.',
      '“Tides and Trade” at the event “Spring Webinar 2031”',
    ],
    [
      'Webinar on Old Ropes 2031',
      'Join us for a talk on the subject of Old Ropes, hosted by us.',
      'about “Old Ropes”?',
    ],
  ])('“%s” names what it is on, where the text says so', (title, text, part) => {
    expect(ask(title, text)).toContain(part);
  });

  it('is not on what is to come where it is over, nor the other way round', () => {
    const title = 'Our Spring Workshop 2031';
    expect(ask(title, 'Join us: the workshop will be held in the old school. Registration is open.')).toMatch(
      /the event/u,
    );
    expect(ask(title, 'The society held its workshop in the old school. Forty came.')).toMatch(/^Which point/u);
    expect(
      ask('Harbour Group Meeting #12, 3 May 2031', `Present: all. ${'The ropes will be bought. '.repeat(20)}`),
    ).toMatch(/^Which point/u);
  });

  it.each([
    ['Ropes Working Group, Knots That Hold at Sea, 3 May 2031', /say about “Knots That Hold at Sea”\?$/u],
    ['Harbour Lights and Foghorns Meeting, 3-6 May 2031', /say about “Harbour Lights and Foghorns”\?$/u],
    ['Workshop on Ropes and Bells, Virtual 3-5 May 2031', /say about “Ropes and Bells”\?$/u],
    ['Highlights from the May Community Call on Harbour Bells', /ask or add about “Harbour Bells”\?$/u],
    ['The Tarn Workshop 2031 - Raising Sails, Tying Knots, Ringing Bells', /event “The Tarn Workshop 2031/u],
    ['Tarn Weekly Workshop, 3 May 2031', /^What should be taken up at the event “Tarn Weekly Workshop”/u],
    ['Ropes at sea: an art or only a habit?, 3 May 2031', /^Ropes at sea: an art or only a habit\?$/u],
  ])('“%s” is asked about without its day', (title, question) => {
    expect(ask(title)).toMatch(question);
  });

  it('names the points of its notes that most is said about', () => {
    const body = 'The ropes were counted and the old ones given away to whoever wanted them most. ';
    const notes = `Present: all of us\n\nNews\n\n${body}\n\nOld Ropes\n\n${body.repeat(2)}\n\nNew Bells\n\n${body}\n\nNewsletter\n\n${body.repeat(4)}\n\nCurrent Topics\n\n${body.repeat(4)}\n\nThe bell was heard by all\n\nLighthouse Fund\n\n${body.repeat(3)}\n\nAOB\n\nNone.`;
    expect(ask('Minutes of the Harbour Circle', notes)).toBe(
      'Which of these points would you take further, and how: “Old Ropes”, “New Bells” or “Lighthouse Fund”?',
    );
    const agenda = `Join us.\n\n1. State of the Harbour: the year in review\n${body}\n1. Bells and Ropes\n${body}`;
    expect(ask('Our Annual General Meeting 2031', agenda)).toBe(
      'On which of these do you have a question or a view: “State of the Harbour” or “Bells and Ropes”?',
    );
    expect(ask('Minutes of the Harbour Circle', `Old Ropes by Edda Marwick:\n\n${body}`)).toBe(
      'What would you like to ask or add about “Old Ropes”?',
    );
    expect(ask('Minutes of the Harbour Circle', body)).toMatch(/^Which point in “Minutes/u);
  });

  it('asks for no subject where people only meet', () => {
    expect(ask('Harbour Meetup May 2031', 'We will hold a social meeting in the Old Anchor. Join us.')).toBe(
      'What would you like to ask or tell the others at the event “Harbour Meetup May 2031”?',
    );
  });

  it('knows it by what the text announces', () => {
    expect(ask('Harbour Workshop Update', 'Registration for the workshop opens in May.')).toMatch(
      /the event “Harbour Workshop”/u,
    );
    expect(ask('Old Ropes', 'The next speaker is Edda Marwick. Marwick will talk about ropes.')).toMatch(
      /the event “Old Ropes”/u,
    );
    expect(ask('Ropes at Sea', 'We announce a workshop on ropes to be held in Tarn.')).toMatch(
      /the event “Ropes at Sea”/u,
    );
  });
});
