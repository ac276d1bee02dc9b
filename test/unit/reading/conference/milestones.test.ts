import { describe, expect, it } from 'vitest';
import { days, milestones, read } from './reading.ts';

const call = 'Call for papers: Porto Conference on Trade, 14-16 June 2027\n';

describe('deadlines', () => {
  it.each([
    ['label before', 'Paper submission: 15 March 2027\nNotification: 20 April 2027\nCamera-ready papers: 10 May 2027'],
    ['label after', 'March 15, 2027: Submission deadline\nApril 20, 2027: Notification\nMay 10, 2027: Camera ready'],
    ['label far right', 'March 15, 2027   Papers due\nApril 20, 2027   Notification\nMay 10, 2027   Final versions'],
    [
      'label above',
      'Paper submission deadline\n15 March 2027\n\nNotification of acceptance\n20 April 2027\n\nCamera-ready papers\n10 May 2027',
    ],
    [
      'label below',
      '15 March 2027\nPaper submission deadline\n\n20 April 2027\nNotification of acceptance\n\n10 May 2027\nCamera-ready papers',
    ],
    [
      'label below, without a blank line',
      'Important dates\n15 March 2027\nPaper submission deadline\n20 April 2027\nNotification of acceptance\n10 May 2027\nCamera-ready papers',
    ],
    [
      'in sentences',
      'Papers are due by 15 March 2027. Authors will be notified by 20 April 2027. Final versions of accepted papers are due\nby 10 May 2027.',
    ],
  ])('are told by a %s', (_layout, list) => {
    const finding = read(`${call}\n${list}`);
    expect(milestones(finding)).toEqual([
      'submission 2027-03-15',
      'notification 2027-04-20',
      'camera-ready 2027-05-10',
    ]);
    expect(days(finding)).toBe('2027-06-14/2027-06-16');
    expect(finding).toMatchObject({ isAnnouncement: true, needsConfirmation: false });
  });

  it('of abstracts, posters, tutorials and fees are kept apart from that of papers', () => {
    const finding = read(
      `${call}Abstract submission: 1 March 2027\nFull paper submission: 15 March 2027\nPoster submission: 1 April 2027\nTutorial proposals: 2 March 2027\nDemo submission: 5 April 2027\nEarly bird registration: 1 May 2027\nRegistration closes: 1 June 2027`,
    );
    expect(milestones(finding)[0]).toBe('submission 2027-03-15');
    expect(milestones(finding).sort()).toEqual([
      'abstract 2027-03-01',
      'early-bird 2027-05-01',
      'other 2027-03-02',
      'other 2027-04-01',
      'other 2027-04-05',
      'registration 2027-06-01',
      'submission 2027-03-15',
    ]);
  });

  it('of a workshop’s own papers are no side deadline', () => {
    const finding = read('Submission of workshop papers: 15 March 2027\nWorkshop: 14 June 2027', {
      title: 'Call for papers: Workshop on Trade',
    });
    expect(milestones(finding)).toEqual(['submission 2027-03-15']);
    expect(days(finding)).toBe('2027-06-14');
  });

  it('are not days on which something opens', () => {
    const finding = read(
      `${call}Submission opens: 1 February 2027\nSubmission deadline: 15 March 2027\nOnline submission is available from February 2, 2027.`,
    );
    expect(milestones(finding)).toEqual(['submission 2027-03-15']);
  });

  it('of an early registration are no deadline of papers', () => {
    const finding = read(`${call}The deadline for early bird registration is 1 May 2027.`);
    expect(milestones(finding)).toEqual(['early-bird 2027-05-01']);
  });

  it('of papers that only chosen abstracts lead to leave the abstract as what is submitted', () => {
    const finding = read(
      `${call}Abstract submission deadline: 1 March 2027\nNotification of abstract acceptance: 8 March 2027\nFull paper due: 20 April 2027`,
    );
    expect(milestones(finding)).toEqual(['abstract 2027-03-01', 'notification 2027-03-08', 'camera-ready 2027-04-20']);
  });
});

describe('an extended deadline', () => {
  it.each([
    ['The submission deadline has been extended from 1 March 2027 to 15 March 2027.'],
    ['Submission deadline: 1 March 2027 (extended to 15 March 2027)'],
    ['Submission deadline: 15 March 2027 (extended, was 1 March 2027)'],
    ['Submission deadline (EXTENDED): 1 March 2027 15 March 2027'],
  ])('“%s” is the new one, and keeps the old', (words) => {
    expect(milestones(read(call + words))).toEqual(['submission 2027-03-15 was 2027-03-01']);
  });

  it('told at the top replaces the one that still stands in the list', () => {
    const finding = read(`New deadline: 15 March 2027\n\n${call}Paper submission: 1 March 2027`);
    expect(milestones(finding)).toEqual(['submission 2027-03-15 was 2027-03-01']);
  });

  it('of posters does not move that of papers', () => {
    const finding = read(
      `${call}Paper submission: 1 March 2027\nHotTalks submission deadline extended to: 15 March 2027`,
    );
    expect(milestones(finding)).toContain('submission 2027-03-01');
  });
});

describe('a deadline that cannot be right', () => {
  it.each([
    ['Submission deadline: 15 March 2026', 'yearUnsure'],
    ['Submission deadline: 15 August 2027', 'deadlineAfterStart'],
    ['Submission deadline: Friday, 15 March 2027', 'weekdayDiffers'],
  ])('“%s” is asked about', (words, doubt) => {
    const finding = read(call + words);
    expect(finding.doubts).toContain(doubt);
    expect(finding.needsConfirmation).toBe(true);
  });

  it('is asked about where two places of the text differ', () => {
    const finding = read(
      `${call}Paper submission: 15 March 2027\n\nAuthors must submit their papers by 25 March 2027.`,
    );
    expect(milestones(finding)[0]).toBe('submission 2027-03-15');
    expect(finding.needsConfirmation).toBe(true);
  });
});

describe('a call that names the days of the event in the same sentence', () => {
  const title = 'Call for papers: Rivers and Borders';

  it.each([
    'We invite papers for our conference on rivers, which takes place in Porto from 12 to 14 June 2027.',
    'The society invites papers for its conference, to be held in Porto from 12 to 14 June 2027.',
    'We are accepting proposals for Rivers and Borders in Porto, 12-14 June 2027.',
    'Applications are open for our summer school in Porto from 12 to 14 June 2027.',
    'Apply for the summer school in Porto, 12-14 June 2027.',
    'Apply now for the school that will be held in Porto on June 12-14, 2027.',
    'Join us at the annual conference, 12-14 June 2027, Porto. Papers are welcome.',
    'Registration is open for the conference in Porto, 12-14 June 2027.',
  ])('has no deadline then: “%s”', (text) => {
    const found = read(text, { title });
    expect(milestones(found)).toEqual([]);
    expect(days(found)).toBe('2027-06-12/2027-06-14');
  });

  it.each([
    'The deadline for the conference held in Porto in June is 1 March 2027.',
    'Papers for the conference, which takes place in Porto, are due on 1 March 2027.',
    'The conference takes place in Porto; papers should be submitted by 1 March 2027.',
    'Papers for the symposium to be held in Porto must be received by 1 March 2027.',
    'Submissions are invited until 1 March 2027.',
    'Send your paper to papers@society.example no later than Monday, 1 March 2027.',
    'We invite papers, which must reach us prior to 1 March 2027.',
    'Paper submissions welcome: 1 March 2027',
  ])('has it where it says so: “%s”', (text) => {
    expect(milestones(read(text, { title }))).toEqual(['submission 2027-03-01']);
  });

  it('keeps the two apart', () => {
    const found = read(
      'Proposals are invited for the meeting in Porto, June 12-14, 2027. The deadline is March 1, 2027.',
      {
        title,
      },
    );
    expect(milestones(found)).toEqual(['submission 2027-03-01']);
    expect(days(found)).toBe('2027-06-12/2027-06-14');
  });
});

describe('a deadline that was moved', () => {
  it.each(['1 March 2027 → 15 March 2027', '1 March 2027 -> 15 March 2027', '~~1 March 2027~~ **15 March 2027**'])(
    'is the later one in “%s”',
    (written) => {
      const found = read(`${call}Submission deadline: ${written}\nNotification: 20 April 2027`);
      expect(milestones(found)).toEqual(['submission 2027-03-15 was 2027-03-01', 'notification 2027-04-20']);
    },
  );

  it('is asked about where no other day is told, and only there', () => {
    const doubtsOf = (words: string) => read(`${call}The deadline for papers, 1 March 2027, ${words}.`).doubts;
    expect(doubtsOf('has been extended by two weeks')).toEqual(['datesDiffer']);
    expect(doubtsOf('has been extended to 15 March 2027')).toEqual([]);
    expect(doubtsOf('will not be extended')).toEqual([]);
  });
});

it('is of what opened where a sentence says when it closes', () => {
  const found = (words: string) => milestones(read(`${call}${words}`));
  expect(found('Registration opens 1 April 2027 and closes 20 May 2027.')).toEqual(['registration 2027-05-20']);
  expect(found('Submissions open on 1 February 2027 and close on 1 March 2027.')).toEqual(['submission 2027-03-01']);
});
