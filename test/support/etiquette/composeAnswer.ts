// What a behaviour answers to a question: trouble first, then redirects, then the document by its validators.

import { type Answer, dayMs, type Question, type Wishes } from './answer.ts';
import type { Behaviour } from './behaviours.ts';
import { noWishes } from './documentWishes.ts';
import { unsaid } from './freshness.ts';
import { articlePage, countPublished, rssDocument } from './publishing.ts';
import { both, isUnchanged, type Names } from './validators.ts';

const notFound: Answer = { status: 404, headers: {}, body: 'nothing here' };

export function composeAnswer(behaviour: Behaviour, question: Question): Answer {
  const disturbed = behaviour.trouble?.(question) ?? behaviour.redirect?.(question);
  if (disturbed) return disturbed;
  if (question.path.includes('/articles/')) {
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: articlePage(question.path),
      gives: 'page',
    };
  }
  return question.path.endsWith('.xml') ? feedAnswer(behaviour, question) : notFound;
}

/** How many articles the feed of a behaviour shows at the time of the question. */
export function countShown({ beginsEmpty }: Behaviour, question: Pick<Question, 'at' | 'startedAt'>): number {
  return beginsEmpty && question.at - question.startedAt < dayMs ? 0 : countPublished(question.startedAt, question.at);
}

function feedAnswer(behaviour: Behaviour, question: Question): Answer {
  const { validators: scheme = both, freshness = unsaid, document = noWishes, hasPages = false } = behaviour;
  const count = countShown(behaviour, question);
  const { pauseMs, isQuiet } = document;
  const wishes: Wishes = {
    freshForMs: freshness.freshForMs,
    ...(pauseMs === undefined ? {} : { pauseMs }),
    ...(isQuiet === undefined ? {} : { isQuiet }),
  };
  if (isUnchanged(scheme, question, count)) {
    const { namesOn304 = scheme.names } = scheme;
    const said = freshness.isSilentOn304 ? {} : freshness.headers(question);
    const headers = { ...said, ...headersOf(namesOn304(question, count)) };
    return { status: 304, headers, gives: 'not modified', articles: count, wishes };
  }
  const body = rssDocument(question, { extra: document.extra, hasPages, count });
  // What is new comes in part at first, to those who ask for what is new.
  const isCut = behaviour.isCutAtFirst === true && question.headers['if-none-match'] !== undefined;
  return {
    status: 200,
    headers: {
      'content-type': 'application/rss+xml',
      ...freshness.headers(question),
      ...headersOf(scheme.names(question, count)),
    },
    body: isCut ? body.slice(0, body.indexOf('</guid>')) : body,
    gives: isCut ? 'cut feed' : 'whole feed',
    ...(isCut ? {} : { articles: count }),
    wishes,
  };
}

function headersOf({ etag, lastModified }: Names): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { 'last-modified': lastModified }),
  };
}
