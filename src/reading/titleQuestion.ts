// A title → a question about what it names. Each pattern fits one form of title and asks for an opinion; where several
// wordings fit, the title itself chooses, so that the same article always gets the same question.

import type { TitlePhrases } from './titlePhrase.ts';

/** Puts the captured parts into a sentence; undefined where a part does not fit. */
type Ask = (phrases: TitlePhrases, ...parts: string[]) => readonly string[] | undefined;

/** With a noun phrase in it. */
const aboutTopic =
  (...wordings: readonly string[]): Ask =>
  (phrases, part = '') => {
    const topic = phrases.topic(part);
    return topic === undefined ? undefined : wordings.map((wording) => wording.replace('T', () => topic));
  };

/** With a noun phrase that is more than a name. */
const aboutSubject =
  (...wordings: readonly string[]): Ask =>
  (phrases, part = '') =>
    hasCommonWord(phrases.lower(part)) ? aboutTopic(...wordings)(phrases, part) : undefined;

/** A sentence, where it surely begins with what it is about. */
const withSentence =
  (wording: string): Ask =>
  (phrases, whole = '', subject = '') => {
    const clause = phrases.topic(subject) === undefined ? undefined : phrases.lower(whole);
    return clause === undefined ? undefined : [wording.replace('T', () => clause)];
  };

/** With any part of the title in it, small where it may be. */
const withClause =
  (...wordings: readonly string[]): Ask =>
  (phrases, part = '') => {
    const clause = phrases.lower(part);
    return clause === undefined ? undefined : wordings.map((wording) => wording.replace('T', () => clause));
  };

const withPair =
  (...wordings: readonly string[]): Ask =>
  (phrases, left = '', right = '') => {
    const [one, two] = [phrases.topic(left), phrases.topic(right)];
    const isShort = [left, right].every((part) => part.split(' ').length <= 4 && !/\band\b|&|,/iu.test(part));
    const isOwned = /^(?:its|their|his|her)\b/iu.test(right);
    if (one === undefined || two === undefined || !isShort || isOwned) return undefined;
    return wordings.map((wording) => wording.replace(/\b[TU]\b/gu, (sign) => (sign === 'T' ? one : two)));
  };

const patterns: readonly (readonly [RegExp, Ask])[] = [
  [
    /^why (.+)$/iu,
    withClause('How convincing do you find this account of why T?', 'Are you convinced by this account of why T?'),
  ],
  [/^how to (.+)$/iu, withClause('What would you add to this advice on how to T?')],
  [
    /^how ((?!many|much|not).+)$/iu,
    withClause('Are you convinced by this account of how T?', 'What does this account of how T leave out?'),
  ],
  [/^whether (.+)$/iu, withClause('Do you think that T?')],
  [
    /^(what .+ (?:can|could|should|would|will|means?|tells?|says?|teach(?:es)?|learn(?:ed)?|wants?|hears?|gets?|needs?|owes?|knows?|does|do|hear|mean|say|get|want|need|cost|costs|change|changes|find|finds|found|show|shows)\b.*)$/iu,
    withClause('Do you agree with the article on T?'),
  ],
  [
    /^(?:the|a) (?:economic |moral |legal |political )?case for (.+)$/iu,
    aboutTopic('What is the strongest objection to the case for T?', 'How persuasive do you find the case for T?'),
  ],
  [
    /^(?:the|a) (?:economic |moral |legal |political )?case against (.+)$/iu,
    aboutTopic('What is the best reply to the case against T?', 'How persuasive do you find the case against T?'),
  ],
  [/^in (?:defen[cs]e|praise) of (.+)$/iu, aboutTopic('Would you speak up for T too, or for the other side?')],
  [/^against (.+)$/iu, aboutTopic('What could be said in favour of T?')],
  [/^(?:\p{L}+ )?lessons (from|of|for) (.+)$/iu, askLesson],
  [/^what (?:is|are) (.+)$/iu, aboutTopic('What is most often misunderstood about T, in your view?')],
  [
    /^(?:the )?future of (.+)$/iu,
    aboutTopic('What future do you see for T?', 'What would you like the future of T to look like?'),
  ],
  [
    /^(the (?:rise|return|spread) of .+)$/iu,
    aboutTopic('How far do you think T will go?', 'Is T something to welcome or to worry about?'),
  ],
  [/^(the (?:end|decline|fall|death|collapse) of .+)$/iu, aboutTopic('Are we really seeing T, in your view?')],
  [/^((?:the )?limits? (?:of|to) .+)$/iu, withClause('Where do you see T?')],
  [
    /^((?:the )?(?:economics|politics|geopolitics|ethics) of .+)$/iu,
    aboutTopic('What is most often overlooked about T?'),
  ],
  [/^(?:the )?(effects?|impact|influence|role) of (.+) (on|in) (.+)$/iu, askEffect],
  [
    /^(?:an introduction to|introducing|understanding|explaining|making sense of) (.+)$/iu,
    aboutTopic('What is most often misunderstood about T, in your view?'),
  ],
  [/^(?:rethinking|reimagining|revisiting|reconsidering) (.+)$/iu, aboutTopic('What would you rethink about T?')],
  [
    /^((?:measuring|financing|reforming|fixing|saving|regulating|taxing|managing|governing|building|pricing|defending|negotiating|forecasting) .+)$/iu,
    askGerund,
  ],
  [
    /^((?:it|\p{L}[\p{L}’'-]*)(?: [\p{L}\d’'-]+){0,6}? (?:should|must|ought to) .+)$/iu,
    withClause('Do you agree that T?'),
  ],
  [
    /^(?!(?:when|where|what|who|which|here|this|these|that|how|if|as)\b)(((?:[\p{L}\d’'-]+ ){0,5}[\p{L}\d’'-]+) (?:is|are|cannot|can|could|will|would|won['’]t|isn['’]t|aren['’]t|can['’]t|doesn['’]t|don['’]t|needs?) .+)$/iu,
    withSentence('How far do you agree that T?'),
  ],
  [/^(.+) (?:vs\.?|versus) (.+)$/iu, withPair('T or U: which side would you take, and why?')],
];

/** They fit nearly any title, and so say little. */
const broadPatterns: typeof patterns = [
  [
    /^(.+) (?:and|&) (.+)$/iu,
    withPair('How closely do you think T and U are linked?', 'Where do you see the strongest link between T and U?'),
  ],
  [
    /^(?!(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )(.+)$/iu,
    aboutSubject(
      'What is most often overlooked about T, in your view?',
      'What strikes you as most important about T?',
      'What are your thoughts on T?',
    ),
  ],
];

/** What may be asked of a title. */
export interface TitleQuestions {
  /** Its form tells what there is to argue about. */
  readonly pointed: readonly string[];
  /** It only names a subject. */
  readonly broad: readonly string[];
}

const nothing: TitleQuestions = { pointed: [], broad: [] };

/** None where no pattern surely gives good English: then the title is quoted. */
export function titleQuestions(
  phrases: TitlePhrases,
  { isQuestion, isReport }: { readonly isQuestion: boolean; readonly isReport: boolean },
): TitleQuestions {
  const { title } = phrases;
  if (isQuestion) return askTitle(phrases);
  // What is reported is a fact; only what should be is a matter of opinion.
  if (isReport) return /\b(?:should|must|ought to)\b|^(?:why|how) /iu.test(title) ? match(phrases, title) : nothing;
  const colon = /^([^:]+)(?:: | [–—-] )(.+)$/u.exec(title);
  if (colon === null) return match(phrases, title);
  const [, topic = '', subtitle = ''] = colon;
  const isTelling =
    /^(?:why|how|whether|the case|a case|lessons|in defen[cs]e|the future of|rethinking)\b|^what(?: \S+){4}/iu.test(
      subtitle,
    );
  const byTitle = isTelling ? match(phrases, subtitle) : nothing;
  // A name before a colon only says who speaks.
  const byTopic = hasCommonWord(phrases.lower(topic)) && tellsMore(phrases, subtitle) ? match(phrases, topic) : nothing;
  return { pointed: [...byTitle.pointed, ...byTopic.pointed], broad: [...byTitle.broad, ...byTopic.broad] };
}

/** "Women in Economics: Joan Robinson" is about her: what may be a name is not left out. */
function tellsMore(phrases: TitlePhrases, subtitle: string): boolean {
  return subtitle.split(' ').length > 3 || hasCommonWord(phrases.lower(subtitle));
}

function hasCommonWord(phrase: string | undefined): boolean {
  return /(?:^| )\p{Ll}\p{L}{3,}/u.test(phrase ?? '');
}

function match(phrases: TitlePhrases, title: string): TitleQuestions {
  if (/[;…“”"!?]/u.test(title)) return nothing;
  const pointed: string[] = [];
  for (const [pattern, ask] of patterns) {
    const found = pattern.exec(title);
    if (found === null) continue;
    pointed.push(...fill(ask(phrases, ...found.slice(1)), phrases));
    // A form that is recognised but does not fit is not a noun phrase either.
    if (/^\^(?:why|how|what)/u.test(pattern.source)) return { pointed, broad: [] };
  }
  const broad = broadPatterns.flatMap(([pattern, ask]) => {
    const found = pattern.exec(title);
    return found === null ? [] : fill(ask(phrases, ...found.slice(1)), phrases);
  });
  return { pointed, broad };
}

function fill(asked: readonly string[] | undefined, phrases: TitlePhrases): readonly string[] {
  return startingAnywhere(asked ?? [], phrases.title).map(capitalise);
}

/** "Should the euro survive" stays as its author asked it; "What is inflation" is a matter of fact, and is asked about. */
function askTitle(phrases: TitlePhrases): TitleQuestions {
  const { title } = phrases;
  if (
    /^what (?:is|are|was|were) the (?:value|number|price|cost|size|share|rate|amount|name|date|difference|meaning|definition)\b/iu.test(
      title,
    )
  )
    return nothing;
  const definition = /^what (?:is|are) (?:an? |the )?(?:\p{L}+ ?){1,5}$/iu.test(title);
  if (definition) return match(phrases, title);
  const asks = title.split(/: | [–—-] /u).at(-1) ?? title;
  const isFact =
    /^(?:when|where|how (?:many|much|old|long|far)|who (?!should|pays|wins|benefits|will|would|decides|owns))\b/iu.test(
      asks,
    );
  if (isFact || title.split(' ').length < 3 || /[“”"!]/u.test(title)) return nothing;
  const isWhole = asks === title;
  const lowered = isWhole ? phrases.lower(title) : title;
  return { pointed: [capitalise(`${lowered ?? title}?`)], broad: [] };
}

function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function askLesson(phrases: TitlePhrases, link = '', part = ''): readonly string[] | undefined {
  const topic = phrases.topic(part);
  if (topic === undefined) return undefined;
  const lesson = `lesson ${link.toLowerCase()} ${topic}`;
  return [`Which ${lesson} do you find most relevant today?`, `Which ${lesson} is most often forgotten, in your view?`];
}

function askEffect(
  phrases: TitlePhrases,
  kind = '',
  cause = '',
  link = '',
  object = '',
): readonly string[] | undefined {
  const [from, to] = [phrases.topic(cause), phrases.topic(object)];
  if (from === undefined || to === undefined) return undefined;
  const noun = kind.toLowerCase();
  if (noun === 'role') return [`How important do you think the role of ${from} ${link.toLowerCase()} ${to} is?`];
  return [`How large do you think the ${noun.replace(/s$/u, '')} of ${from} ${link.toLowerCase()} ${to} really is?`];
}

function askGerund(phrases: TitlePhrases, part = ''): readonly string[] | undefined {
  const [verb = '', ...rest] = part.split(' ');
  const topic = phrases.topic(rest.join(' '));
  return topic === undefined ? undefined : [`What do you see as the hardest part of ${verb.toLowerCase()} ${topic}?`];
}

/** All of the wordings, beginning with any one of them, always the same for the same seed. */
export function startingAnywhere(wordings: readonly string[], seed: string): readonly string[] {
  let hash = 2166136261;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  const first = (hash >>> 8) % (wordings.length || 1);
  return [...wordings.slice(first), ...wordings.slice(0, first)];
}
