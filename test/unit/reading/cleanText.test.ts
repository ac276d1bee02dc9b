import { describe, expect, it } from 'vitest';
import { cleanText, findClosingInvitation } from '../../../src/reading/cleanText.ts';

const body = `The harbour reopened in June. ${'Ships came back one by one. '.repeat(10)}`.trim();

describe('an article’s text', () => {
  it('loses the site’s furniture and all that follows its footer', () => {
    const page = `top of page\n\nShare\n\nFacebook Twitter LinkedIn\n\n3 min read\n\nBy Ann Weaver\n\n${body}\n\nRecent Posts\n\nSee All\n\nOur summer party is here!`;
    expect(cleanText(page)).toBe(body);
  });

  it('is read on when a menu names recent posts before it', () => {
    expect(cleanText(`Recent Posts\n\n${body}`)).toBe(body);
  });

  it('loses a dateline', () => {
    expect(cleanText('LONDON (Reuters) - The bank met.')).toBe('The bank met.');
    expect(cleanText('(CNN)The bank met.')).toBe('The bank met.');
  });

  it('loses calls to action, and only those', () => {
    expect(cleanText("The port is old. Find the article's full text here:")).toBe('The port is old.');
    expect(cleanText('Read the full article and let us know your thoughts on this at the forum here:')).toBe('');
    expect(cleanText('The data tell us what economists think. We discuss the results below.')).toBe(
      'The data tell us what economists think. We discuss the results below.',
    );
  });

  it('keeps its paragraphs', () => {
    expect(cleanText('One port.\n\nShare\n\nTwo ports.')).toBe('One port.\n\nTwo ports.');
  });
});

describe('the closing invitation', () => {
  it('is found before the footer', () => {
    const invitation = 'Read the full article and let us know your thoughts on this port at the forum here:';
    expect(findClosingInvitation(`${body}\n\n${invitation}\n\nRecent Posts\n\nSee All`)).toBe(invitation);
  });

  it('is found in other words', () => {
    expect(findClosingInvitation(`${body} Leave a comment with your view.`)).toBe('Leave a comment with your view.');
    expect(findClosingInvitation(`${body} Come and discuss with us in the forum whether ports matter:`)).toContain(
      'whether',
    );
  });

  it('is not invented', () => {
    expect(findClosingInvitation(`${body} The surveys tell us how people think.`)).toBeUndefined();
  });
});
