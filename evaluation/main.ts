// `npm run --silent evaluate -- <task> --input <file or folder>`: what the bot reads out of public data, one JSON object a line.
// Nothing else is written to standard output.

import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { scoreCalendars } from './calendarScores.ts';
import { evaluateCalendars } from './calendars.ts';
import { comparePages } from './comparePages.ts';
import { scoreConferences } from './conferenceScores.ts';
import { evaluateConferences } from './conferences.ts';
import { evaluateFaithfulness } from './faithfulness.ts';
import { evaluateFeeds } from './feeds.ts';
import { evaluatePages } from './pages.ts';
import { evaluateQuestions } from './questions.ts';
import { evaluateRecurrences } from './recurrences.ts';
import { evaluateSentences } from './sentences.ts';
import { crossValidate, evaluateSummaries, scoreSummaries } from './summaries.ts';
import { evaluateUrls } from './urls.ts';

/** Each yields one line after the other for what stands at `input`. */
const tasks: Readonly<Record<string, (input: string) => AsyncIterable<unknown> | Iterable<unknown>>> = {
  conferences: evaluateConferences,
  'score-conferences': scoreConferences,
  feeds: evaluateFeeds,
  pages: evaluatePages,
  'compare-pages': comparePages,
  questions: evaluateQuestions,
  sentences: evaluateSentences,
  summaries: evaluateSummaries,
  'score-summaries': scoreSummaries,
  'cross-validate-summaries': crossValidate,
  urls: evaluateUrls,
  faithfulness: evaluateFaithfulness,
  calendars: evaluateCalendars,
  recurrences: evaluateRecurrences,
  'score-calendars': scoreCalendars,
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { input: { type: 'string' } } });
const task = tasks[positionals[0] ?? ''];
if (!task || values.input === undefined) {
  process.stderr.write(`Say what to evaluate: ${Object.keys(tasks).join(', ')}, and --input <file or folder>\n`);
  process.exit(1);
}
for await (const line of task(values.input)) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}
