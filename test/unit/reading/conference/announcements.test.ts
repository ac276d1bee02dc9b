import { describe, expect, it } from 'vitest';
import { days, milestones, read } from './reading.ts';

describe('an announcement', () => {
  it.each([
    ['Trade seminar', 'Our next seminar is on 14 February 2027. Please register.'],
    ['Winter meeting', 'We will be able to hold the first winter meeting, 21-22 February 2027 in Porto.'],
    ['Save the date: Porto Conference on Trade', 'The conference will take place on 14-16 June 2027.'],
    ['Call for papers: Porto Conference on Trade', 'Paper submission: 15 March 2027\nConference: 14-16 June 2027'],
    ['A talk on tariffs, 14 February 2027', 'Ana will speak about tariffs. Join us.'],
    ['', 'Conference on Trade, 2027-06-14 to 2027-06-16, Porto. Register.'],
  ])('is “%s”', (title, text) => {
    expect(read(text, { title })).toMatchObject({ isAnnouncement: true, needsConfirmation: false });
  });

  it.each([
    [
      'Report from the Porto workshop',
      'Last week our members met in Porto. The workshop on 14 December 2026 drew many.',
    ],
    ['Minutes of the board, 5 January 2027', 'Present: two members\n\nThe next meeting will be on 14 February 2027.'],
    ['Election of the board', 'Voting opens on 14 February 2027 and closes on 1 March 2027.'],
    ['A new paper on trade', 'It was published on 5 January 2027 and is free to read.'],
    ['January digest', 'We posted about tariffs and ports. Seminars: 14 February 2027; 20 March 2027.'],
    ['Thoughts on ports', 'Ports grew in the last decade.'],
    ['', ''],
  ])('is not “%s”', (title, text) => {
    expect(read(text, { title }).isAnnouncement).toBe(false);
  });

  it('in another language than English is none, rather than a wrong one', () => {
    const texts = [
      'Workshop: 14. Mai 2027, Hamburg. Call for Papers: 1. April 2027.',
      'Am 14. Mai 2027 laden wir zum Workshop nach Hamburg ein. Anmeldung bis 1. April 2027.',
      'Die Tagung findet vom 14. bis 16. Juni 2027 in Porto statt. Einreichungsschluss ist der 15. März 2027.',
      'Le colloque aura lieu les 14 et 15 juin 2027 à Lyon. Date limite : 1 avril 2027.',
      'El congreso tendrá lugar del 14 al 16 de junio de 2027 en Madrid.',
      'O congresso decorrerá de 14 a 16 de junho de 2027 em Lisboa. Prazo: 15 de março de 2027.',
    ];
    for (const text of texts) expect(read(text)).toMatchObject({ isAnnouncement: false, milestones: [] });
  });
});

describe('an event that is called off', () => {
  it.each([
    ['Porto Conference on Trade', 'The conference on 14-16 June 2027 has been cancelled.'],
    ['Cancelled: Porto Conference on Trade', 'It was planned for 14-16 June 2027.'],
    ['Porto workshop', 'Unfortunately the workshop had to be called off. It would have taken place on 14 June 2027.'],
  ])('is read from “%s”', (title, text) => {
    expect(read(text, { title })).toMatchObject({ isCancelled: true, isAnnouncement: true });
  });

  it('is not one whose refunds are settled, nor one without its dinner', () => {
    const text = 'The workshop will be held on 14 June 2027. Please register. If it is cancelled, fees are refunded.';
    expect(read(text).isCancelled).toBeUndefined();
    const dinner = read('The workshop will be held on 14 June 2027. Please register. The dinner has been cancelled.');
    expect(dinner.isCancelled).toBeUndefined();
    expect(dinner.doubts).toContain('maybeCancelled');
    expect(dinner.needsConfirmation).toBe(true);
  });
});

describe('what an announcement is of', () => {
  const text = `Porto, Portugal, 14-16 June 2027\nhttps://trade.example.org/2027/\n\nPaper submission: 15 March 2027\nSubmit at https://easychair.org/conferences/?conf=trade27`;

  it('is its name without what announces it, its place and its own page', () => {
    expect(read(text, { title: 'Call for papers: Porto Conference on Trade' })).toMatchObject({
      title: 'Porto Conference on Trade',
      place: 'Porto, Portugal',
      url: 'https://trade.example.org/2027/',
    });
  });

  it('is left open where nothing says it clearly', () => {
    const finding = read('Our seminar will be held on 14 June 2027. See https://a.example/x and https://b.example/y.');
    expect([finding.title, finding.place, finding.url]).toEqual([undefined, undefined, undefined]);
  });

  it('is online only where the event is, not its forms', () => {
    expect(read('The seminar on 14 June 2027 will be held online.').place).toBe('Online');
    expect(read('The seminar will be held on 14 June 2027. Online registration is open.').place).toBeUndefined();
  });
});

describe('a long text', () => {
  it('is read from its beginning, however long it is', () => {
    const finding = read(
      `The workshop will be held on 14 June 2027. Please register.\n${'Words of a page.\n'.repeat(70_000)}`,
    );
    expect(days(finding)).toBe('2027-06-14');
    expect(milestones(finding)).toEqual([]);
  });
});

describe('a list of thousands of times', () => {
  it('does not hold up the reading', () => {
    const text = `The workshop will be held on 14 June 2027 ${`${'10:00 '.repeat(25)}\n`.repeat(400)}`;
    const begunAt = performance.now();
    expect(days(read(text))).toBe('2027-06-14');
    // Seconds, where chrono is given the blanks.
    expect(performance.now() - begunAt).toBeLessThan(2_000);
  });
});

describe('what is called off beside an event', () => {
  it.each([
    'The dinner after the workshop on 12 March 2027 is cancelled. The workshop itself will take place as planned at 10:00.',
    'The workshop dinner on 12 March 2027 has been cancelled.',
    'The excursion of the workshop on 12 March 2027 had to be called off. Please register for the workshop.',
    'The opening lecture of the conference on 12 March 2027 has been cancelled. Join us for the rest.',
    'The in-person part of the workshop on 12 March 2027 is cancelled; we meet online.',
    'The workshop on 12 March 2027 is cancelled and has been rescheduled to 3 May 2027.',
    'The workshop will take place on 12 March 2027, but the reception is cancelled. Please register.',
    'The workshop will not take place on 12 March 2027 as the speaker is ill.',
    'The workshop will be held on 12 March 2027. It may be cancelled at short notice.',
  ])('“%s” is asked about', (text) => {
    const finding = read(text);
    expect(finding.isCancelled).toBeUndefined();
    expect(finding.needsConfirmation).toBe(true);
    expect(finding.doubts).toContain('maybeCancelled');
  });

  it.each([
    'The workshop will take place on 12 March 2027; last year’s edition was cancelled. Please register.',
    'After the 2025 meeting had to be cancelled, our next meeting will be held on 12 March 2027. Please register.',
    'The previous workshop was called off. The next one will take place on 12 March 2027. Please register.',
    'The workshop will be held on 12 March 2027. It will be cancelled if fewer than ten people register.',
    'Our workshop will be held on 12 March 2027 and will not be cancelled if it rains. Please register.',
  ])('“%s” takes place', (text) => {
    expect(read(text)).toMatchObject({ doubts: [], needsConfirmation: false });
    expect(read(text).isCancelled).toBeUndefined();
  });

  it.each([
    ['', 'Due to illness the lecture on 12 March 2027 is cancelled.'],
    ['', 'We regret to announce that this year’s annual meeting, planned for 12-14 March 2027, has been cancelled.'],
    ['Spring workshop cancelled', 'It was to take place on 12 March 2027.'],
    ['', 'The workshop on 12 March 2027 could not be funded and is cancelled. All fees will be paid back.'],
    ['', 'The workshop on 12 March 2027 is cancelled and fees will be refunded.'],
    ['', 'Our meeting of 12 March 2027 has been cancelled due to snow.'],
    ['Spring workshop', 'CANCELLED: The workshop on 12 March 2027 in Porto.'],
    ['', 'The Porto Workshop on Trade (12 March 2027) will unfortunately be cancelled.'],
  ])('“%s %s” does not', (title, text) => {
    expect(read(text, { title })).toMatchObject({ isCancelled: true });
  });

  it('is not the event, where only the title of a part says so', () => {
    const finding = read('It was to follow the workshop on 12 March 2027.', { title: 'Workshop dinner cancelled' });
    expect(finding.isCancelled).toBeUndefined();
    expect(finding.needsConfirmation).toBe(true);
  });
});

describe('what is told of an event in the title of a post', () => {
  it.each([
    'Porto Conference on Trade – programme online',
    'Porto Conference on Trade: registration now open!',
    'Porto Conference on Trade (call for papers)',
    'Porto Conference on Trade – deadline extended',
    'Porto Conference on Trade cancelled',
    'Porto Conference on Trade has been postponed',
    '[CFP] Porto Conference on Trade',
    'Registration is open for the Porto Conference on Trade',
    'Last call: Porto Conference on Trade',
  ])('is not its name: “%s”', (title) => {
    expect(read('The conference will be held on 14-16 June 2027.', { title }).title).toBe('Porto Conference on Trade');
  });

  it('leaves other titles as they are', () => {
    const titles = [
      'The year that was cancelled',
      'Trade: an agenda',
      'Porto Conference on Trade: the schedule of a city',
    ];
    for (const title of titles) expect(read('It is held on 14 June 2027.', { title }).title).toBeUndefined();
  });
});

describe('what is put off', () => {
  it.each([
    ['', 'The workshop planned for 12 March 2027 has been postponed. New dates will be announced.'],
    ['', 'The workshop planned for 12 March 2027 has been postponed to the autumn.'],
    ['', 'The workshop is postponed until further notice. It was to be held on 12 March 2027.'],
    ['', 'The lecture on 12 March 2027 at 18:00 is deferred until next year.'],
    ['', 'We have to tell you that the workshop had to be put off. All who registered for 12 March 2027 get a refund.'],
    ['Postponed: Porto Workshop on Trade', 'The workshop will be held on 12 March 2027.'],
  ])('“%s %s” is asked about', (title, text) => {
    expect(read(text, { title })).toMatchObject({ needsConfirmation: true, doubts: ['maybePostponed'] });
  });

  it.each([
    ['', 'The workshop planned for 12 March 2027 has been postponed to 3 May 2027.', '2027-05-03'],
    ['', 'The workshop had to be postponed. It will take place on 3 May 2027.', '2027-05-03'],
    ['Workshop rescheduled', 'The workshop will be held on 3 May 2027. Please register.', '2027-05-03'],
    ['', 'Grain imports, suspended in the war, are what the workshop on 3 May 2027 is about. Join us.', '2027-05-03'],
    ['', 'The workshop will be held on 3 May 2027. There is no workshop fee. Join us.', '2027-05-03'],
    ['', 'The 2026 workshop was postponed. The next workshop will be held on 3 May 2027.', '2027-05-03'],
    [
      '',
      'The workshop will be held on 3 May 2027. The deadline for papers is postponed to 1 April 2027.',
      '2027-05-03',
    ],
  ])('“%s %s” has its day', (title, text, on) => {
    const finding = read(text, { title });
    expect([finding.doubts, days(finding)]).toEqual([[], on]);
  });

  it('may be told as what there will not be', () => {
    for (const text of [
      'The lecture announced for 12 March 2027 will unfortunately not be held.',
      'Our speaker is ill, so there will be no lecture on 12 March 2027.',
    ]) {
      expect(read(text).doubts).toEqual(['maybeCancelled']);
    }
  });
});
