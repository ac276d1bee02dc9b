// The society's closing invitation as a question: "let us know your thoughts on this relationship at the forum here:"
// becomes "What are your thoughts on the China-North Korea relationship?". What "this" means is told by the title.

import { cutAt } from './plainText.ts';
import type { TitlePhrases } from './titlePhrase.ts';

/** What the invitation asks about ends where it says how to reply. */
const ways =
  /(?:,? ?(?:\b(?:at|in|on|over at|over on|via|through|using) (?:the|our|this|your) (?:\p{L}+ ){0,2}(?:forum|forums|comments?|discord|discussion|thread|chat|server|channel|group|section|board|page|link|facebook|twitter)\b|\b(?:below|here)\b|\bby (?:commenting|replying|clicking|emailing)\b|[:!]).*$)/iu;

const kinds: readonly (readonly [RegExp, (about: string) => string])[] = [
  [
    /\b(?:your|any) (?:\p{L}+ ){0,1}(?:thoughts?|views?|opinions?|ideas?)(?: and \p{L}+)? (?:on|about) (.+)$/iu,
    (about) => `What are your thoughts on ${about}?`,
  ],
  [/\bwhat you (?:all )?think (of|about) (.+)$/iu, (about) => `What do you think ${about}?`],
  [/\bwhat you (?:all )?make of (.+)$/iu, (about) => `What do you make of ${about}?`],
  [/\bwhere you stand on (.+)$/iu, (about) => `Where do you stand on ${about}?`],
  [/\b(?:(?:if|whether) you agree (?:that|with)) (.+)$/iu, (about) => `Do you agree with ${about}?`],
  [/\b(?:discuss|debate)\b.{0,60}?\bwhether (.+)$/iu, (about) => `Do you think that ${about}?`],
  [/\bdiscuss (?!with\b|it\b|in\b|at\b|on\b)(.+)$/iu, (about) => `What are your thoughts on ${about}?`],
];

/** Undefined where the invitation cannot be turned into a sentence that surely reads well. */
export function invitedQuestion(invitation: string, phrases: TitlePhrases, quotedTitle: string): string | undefined {
  const plain = cutAt(invitation, 400).replace(/[.:!\s]+$/u, '');
  for (const [pattern, ask] of kinds) {
    const found = pattern.exec(plain.replace(ways, '')) ?? pattern.exec(withoutWays(plain));
    if (found === null) continue;
    const link = found.length > 2 ? `${found[1]} ` : '';
    const about = resolve((found.at(-1) ?? '').trim(), phrases, quotedTitle);
    if (about !== undefined) return ask(`${link}${about}`);
  }
  return /\b(?:thoughts?|views?|opinions?|think|comments?|feedback)\b/iu.test(plain)
    ? `What are your thoughts on ${resolve('this', phrases, quotedTitle)}?`
    : undefined;
}

/** "tell us in the forum what you make of …": the way to reply stands in the middle. */
function withoutWays(text: string): string {
  return text
    .replace(
      / (?:with us )?(?:at|in|on) (?:the|our) (?:\p{L}+ )?(?:forum|comments?|discord|chat|server|thread|channel)(?= )/giu,
      '',
    )
    .replace(/ (?:here|below)$/iu, '');
}

/** "this relationship" → the title's; "this", "it", "the article" → the title as a whole. */
function resolve(about: string, phrases: TitlePhrases, quotedTitle: string): string | undefined {
  const whole = (): string => phrases.topic(phrases.title) ?? quotedTitle;
  if (/^(?:it|this|that|them|these|all this|this one|the (?:above|following))?$/iu.test(about)) return whole();
  if (
    /^(?:this|the|our) (?:article|post|piece|essay|topic|subject|issue|matter|question|debate|story|blog|blog post)$/iu.test(
      about,
    )
  )
    return whole();
  const deictic = /^(?:this|these|the) (?:\p{L}+ )?(\p{L}+)$/iu.exec(about)?.[1];
  if (/^th(?:is|ese) /iu.test(about) && deictic !== undefined) return whole();
  if (
    about.length > 140 ||
    /[?"“”]/u.test(about) ||
    /\b(?:we|us|our|click|link|agenda|docs?|document|form|slides?|survey|slack|e-?mails?)\b/iu.test(about)
  )
    return undefined;
  return about;
}
