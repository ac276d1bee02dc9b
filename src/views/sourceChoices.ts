// What moderators chose for one source, in words; where nothing was chosen, what holds for the whole server.

import type { ChannelId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { hasQuestion, hasThreads, pingRoleOf, type SubscriptionChoices } from '../domain/subscription.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, textBlock } from './blocks.ts';
import { type ChannelProblem, channelProblem } from './channelProblem.ts';
import { type RoleProblem, roleProblem } from './roleProblem.ts';
import { countCharacters, escapeLine } from './text.ts';

/** Characters of a list of words with its escapes. */
const termsLimit = 400;
const termLimit = 60;

export interface SourceChoices {
  /** Bold and escaped. */
  readonly source: string;
  readonly choices: SubscriptionChoices;
  readonly settings: GuildSettings;
  /** False when nothing was changed: the choices are only shown. */
  readonly isChanged: boolean;
  /** The channel before it was changed. */
  readonly formerChannelId?: ChannelId;
  readonly problem?: ChannelProblem;
  readonly role?: RoleProblem;
  /** What to do next, one sentence. */
  readonly nextStep: string;
  readonly say: Say;
}

export function sourceChoices(view: SourceChoices): MessageView {
  const { source, choices, settings, isChanged, formerChannelId, problem, role, nextStep, say } = view;
  const heading = isChanged ? say('sourceChoices.saved', { source }) : say('sourceChoices.heading', { source });
  const notes = [
    formerChannelId === undefined ? '' : say('sourceChoices.moved'),
    problem === undefined ? '' : `${channelProblem(problem, say)} ${say('channel.thenByItself')}`,
    role === undefined ? '' : roleProblem(role, say),
    nextStep,
  ];
  return {
    components: [
      container([
        textBlock(heading),
        textBlock(choiceLines(choices, settings, say).join('\n')),
        ...notes.filter((note) => note !== '').map(textBlock),
      ]),
    ],
  };
}

/**
 * One list item for each choice; at most about 1,600 characters together.
 *
 * @param maxTerms characters of each list of words
 */
export function choiceLines(
  choices: SubscriptionChoices,
  settings: GuildSettings,
  say: Say,
  maxTerms = termsLimit,
): string[] {
  const { channelId, pingRoleId, threads, filter } = choices;
  const asServer = (choice: string, isOwn: boolean) => (isOwn ? choice : say('sourceChoices.asServer', { choice }));
  const roleId = pingRoleOf(choices, settings);
  const role = roleId === undefined ? say('sourceChoices.nobody') : `<@&${roleId}>`;
  const discussions = say(hasThreads(choices, settings) ? 'sourceChoices.threadsOn' : 'sourceChoices.threadsOff');
  const questions = say(hasQuestion(choices) ? 'sourceChoices.questionOn' : 'sourceChoices.questionOff');
  const { any = [], all = [], none = [] } = filter ?? {};
  const lines = [
    say('sourceChoices.channel', { channel: `<#${channelId}>` }),
    asServer(say('sourceChoices.role', { role }), pingRoleId !== undefined),
    asServer(discussions, threads !== undefined),
    hasThreads(choices, settings) ? questions : '',
    any.length === 0 ? '' : say('sourceChoices.filterAny', { terms: termsInWords(any, maxTerms, say) }),
    all.length === 0 ? '' : say('sourceChoices.filterAll', { terms: termsInWords(all, maxTerms, say) }),
    none.length === 0 ? '' : say('sourceChoices.filterNone', { terms: termsInWords(none, maxTerms, say) }),
    filter === undefined ? say('sourceChoices.all') : '',
  ];
  return lines.filter((line) => line !== '').map((line) => `- ${line}`);
}

function termsInWords(terms: readonly string[], maxCharacters: number, say: Say): string {
  const shown: string[] = [];
  let length = 0;
  for (const term of terms) {
    const escaped = escapeLine(term, termLimit);
    length += countCharacters(escaped) + 2;
    if (length > maxCharacters) break;
    shown.push(escaped);
  }
  const rest = terms.length - shown.length;
  return [...shown, ...(rest > 0 ? [say('sourceChoices.more', { count: rest })] : [])].join(', ');
}
