import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../src/discord/messageBody.ts';
import { findFaults } from '../../../src/discord/messageFaults.ts';
import {
  fullestCard,
  fullestCardParts,
  fullestLists,
  fullestOfArticles,
} from '../../support/fullest/fullestArticles.ts';
import { fullestForms, fullestOfConferences } from '../../support/fullest/fullestConferences.ts';
import { fullestPosts, postFormViews } from '../../support/fullest/fullestPosts.ts';
import { fullestAudit, fullestSetup, setupFormViews } from '../../support/fullest/fullestSetup.ts';
import { languages } from '../../support/languages.ts';
import { nodesOf, textOf } from './readView.ts';

/** @see https://docs.discord.com/developers/components/reference#string-select */
const placeholderMost = 150;
/** Of a form's title and of a field's label; of a field's description. @see https://docs.discord.com/developers/components/reference#label */
const labelMost = 45;
const descriptionMost = 100;

describe.each(languages)('in %s, a message whose every part is as long as it can be', (_, say) => {
  it.each([
    ...fullestOfArticles(say),
    ...fullestOfConferences(say),
    ...fullestSetup(say),
    ...fullestAudit(say),
    ...fullestPosts(fullestCardParts(say)),
  ])('is taken by Discord: %s', (_name, view) => {
    expect(findFaults(messageBody(view))).toEqual([]);
    for (const { placeholder = '' } of nodesOf(view)) expect(placeholder.length).toBeLessThanOrEqual(placeholderMost);
  });

  it('is never cut within its escapes or its links', () => {
    const posts = fullestPosts(fullestCardParts(say)).map(([, view]) => view);
    for (const view of [fullestCard(say), ...fullestLists(say), ...posts]) {
      expect(textOf(view)).not.toMatch(/\\…|\]\([^)]*…|\]\([^)]*$/);
    }
  });

  it.each([...fullestForms(say), ...setupFormViews(say), ...postFormViews(say)])(
    'is taken by Discord: %s',
    (_name, form) => {
      expect(form.title.length).toBeLessThanOrEqual(labelMost);
      expect(form.components.length).toBeLessThanOrEqual(5);
      for (const field of form.components) {
        if (!('label' in field)) throw new Error('a field without a label');
        expect(field.label.length).toBeLessThanOrEqual(labelMost);
        expect(field.description?.length ?? 0).toBeLessThanOrEqual(descriptionMost);
      }
    },
  );
});
