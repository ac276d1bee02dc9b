// Articles → summaries; and how far summaries agree with those that people wrote.

import { join } from 'node:path';
import { type ArticleKind, type Summary, summarise } from '../src/reading/summarise.ts';
import type { Profiles } from '../src/reading/summary/profiles.ts';
import { learnedProfiles } from '../src/reading/summary/profiles.ts';
import { readLines } from './readLines.ts';
import { type Judged, judge, report } from './summaryScores.ts';
import { type DataLine, measureExample } from './training/examples.ts';
import { fitAbstract, fitNews } from './training/fitProfiles.ts';

interface SummaryLine {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly kind?: ArticleKind;
  readonly language?: string;
}

export async function* evaluateSummaries(input: string): AsyncIterable<unknown> {
  for await (const line of readLines<SummaryLine>(input)) {
    const { sentences } = summariseLine(line, line.kind ?? 'news', learnedProfiles);
    yield { id: line.id, summary: sentences.join(' '), sentences };
  }
}

/** The shipped weights on data with references. On the articles they were learned from they look too good. */
export async function* scoreSummaries(input: string): AsyncIterable<unknown> {
  const sets = new Map<string, Judged[]>();
  for await (const line of readLines<DataLine & SummaryLine>(input)) {
    const kind = line.kind ?? (typeof line.reference === 'string' ? 'news' : 'abstract');
    const set = line.set ?? kind;
    sets.set(set, [...(sets.get(set) ?? []), judge(line, summariseLine(line, kind, learnedProfiles).sentences)]);
  }
  for (const [set, judged] of sets) yield { set, ...report(judged) };
}

const folds = 5;

/** Every article summed up by weights, of sentences and of sets, that were learned without its fold. @param folder the data */
export async function* crossValidate(folder: string): AsyncIterable<unknown> {
  for (const [file, kind] of [
    ['dev.jsonl.gz', 'news'],
    ['scitldr-dev.jsonl.gz', 'abstract'],
  ] as const) {
    const examples = [];
    for await (const line of readLines<DataLine>(join(folder, file))) examples.push(measureExample(line));
    const sets = new Map<string, Judged[]>();
    for (let fold = 0; fold < folds; fold += 1) {
      const others = examples.filter((_, at) => at % folds !== fold);
      const learned = kind === 'news' ? { news: fitNews(others) } : { abstract: fitAbstract(others) };
      for (const { line } of examples.filter((_, at) => at % folds === fold)) {
        const { sentences } = summariseLine(line, kind, { ...learnedProfiles, ...learned });
        const set = line.set ?? kind;
        sets.set(set, [...(sets.get(set) ?? []), judge(line, sentences)]);
      }
    }
    for (const [set, judged] of sets) yield { set, folds, ...report(judged) };
  }
}

/** As the evaluation interface wants it: the standard length, of an abstract one sentence. */
function summariseLine(line: SummaryLine, kind: ArticleKind, profiles: Profiles): Summary {
  const { title = '', text, language } = line;
  const article = { title, text, teaser: '', kind, ...(language === undefined ? {} : { language }) };
  return summarise(article, kind === 'abstract' ? 'short' : 'standard', profiles);
}
