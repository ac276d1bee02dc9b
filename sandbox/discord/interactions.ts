// Interactions that are open: what the person did, what the bot has answered so far, and who waits for the answer.
// Keeps Discord's rules: acknowledged once, within three seconds; the token lives for fifteen minutes.

import type { InteractionType } from 'discord-api-types/v10';
import { refusals } from './rest/restError.ts';
import { snowflake } from './snowflake.ts';
import type { Channel, Message, Person } from './state.ts';

/** @see https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction */
const acknowledgeWithinMs = 3000;
const tokenLivesMs = 15 * 60_000;

export interface InteractionAnswer {
  message?: Message;
  readonly ephemeral: boolean;
  readonly deferred: boolean;
  modal?: unknown;
  choices?: unknown;
  /** Time until the bot acknowledged. */
  readonly ackMs: number;
  /** Grows while the bot sends more. */
  readonly followUps: Message[];
}

export interface Opening {
  readonly type: InteractionType;
  readonly user: Person;
  readonly channel: Channel;
  /** Name of the command, when there is one. */
  readonly name?: string;
  /** The message whose component was used. */
  readonly source?: Message;
  /** What the message will say about where it comes from (`interaction_metadata`). */
  readonly metadata: Record<string, unknown>;
}

export class OpenInteraction {
  readonly id: string = snowflake();
  readonly token: string = `local-${snowflake()}-${Math.random().toString(36).slice(2)}`;
  readonly openedAtMs: number = Date.now();
  readonly opening: Opening;
  readonly followUps: Message[] = [];
  acknowledgedAtMs: number | undefined;
  original: Message | undefined;
  isDeferred = false;
  isEphemeral = false;
  modal: unknown;
  choices: unknown;
  #settle: ((answer: InteractionAnswer) => void) | undefined;

  constructor(opening: Opening) {
    this.opening = opening;
  }

  /** @throws RestError when it is too late (10062) or it was acknowledged before (40060). */
  acknowledge(): void {
    if (this.acknowledgedAtMs !== undefined) throw refusals.alreadyAcknowledged();
    if (Date.now() - this.openedAtMs > acknowledgeWithinMs) throw refusals.unknownInteraction();
    this.acknowledgedAtMs = Date.now();
  }

  get hasExpired(): boolean {
    return Date.now() - this.openedAtMs > tokenLivesMs;
  }

  /** Tells whoever waits what the person sees first: `shown`, else the original answer. */
  settle(shown: Message | undefined = this.original): void {
    const answer: InteractionAnswer = {
      ephemeral: shown?.visibleTo !== undefined,
      deferred: this.isDeferred,
      ackMs: (this.acknowledgedAtMs ?? Date.now()) - this.openedAtMs,
      followUps: this.followUps,
    };
    if (shown) answer.message = shown;
    if (this.modal !== undefined) answer.modal = this.modal;
    if (this.choices !== undefined) answer.choices = this.choices;
    this.#settle?.(answer);
    this.#settle = undefined;
  }

  /**
   * Resolves at the first visible answer. A bare deferred update, or a deferral taken back, shows nothing: they resolve
   * when the time is over.
   * @throws Error when the bot has not answered within `timeoutMs`.
   */
  wait(timeoutMs: number): Promise<InteractionAnswer> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        if (this.isDeferred && (this.opening.source || !this.original)) return this.settle();
        const state = this.acknowledgedAtMs === undefined ? 'did not acknowledge' : 'deferred and did not finish';
        reject(new Error(`the bot ${state} ${this.opening.name ?? 'the interaction'} within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#settle = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
    });
  }
}

export class Interactions {
  readonly #byToken = new Map<string, OpenInteraction>();

  open(opening: Opening): OpenInteraction {
    const interaction = new OpenInteraction(opening);
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  find(token: string | undefined): OpenInteraction | undefined {
    const found = this.#byToken.get(token ?? '');
    return found?.hasExpired ? undefined : found;
  }
}
