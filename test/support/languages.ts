// The languages that what people see is laid out in: those the bot speaks, and one that nobody speaks, whose sentences are twice as
// long as the English ones.

import { type Say, sayIn, spokenLanguages } from '../../src/kit/translate.ts';

const english = sayIn('en');

export const longLanguage: Say = Object.assign(
  ((key, args = {}) => {
    const { count } = args;
    const words = english(key, count === undefined ? {} : { count }).replace(/\{\w+\}|[^\p{L}\p{N}\s.,]/gu, '');
    return `${english(key, args)} ${words.trim()}`.trim();
  }) as Say,
  { locale: 'en' },
);

export const languages: readonly (readonly [name: string, say: Say])[] = [
  ...spokenLanguages.map((language) => [language, sayIn(language)] as const),
  ['a language twice as long', longLanguage],
];
