// The programme of tests of commands: what is put there, and what moderators are asked.

import type { Conference } from '../../src/domain/conference.ts';
import type { ConferenceId } from '../../src/domain/ids.ts';
import { spanOf } from '../../src/domain/moment.ts';
import type { AnsweredQuestion, ConferenceDiscussion, Conferences } from '../../src/ports/conferences.ts';
import { sampleConference } from './samples.ts';

export function fakeConferences(data: {
  conferences: Conference[];
  conferenceQuestions: AnsweredQuestion[];
  conferenceDiscussions: ReadonlyMap<ConferenceId, ConferenceDiscussion>;
}): Conferences {
  return {
    save: async (_, claims) => ({ added: claims.length, changed: 0, unchanged: 0, asked: 0 }),
    put: async (_, id, facts) => {
      const put = sampleConference({ ...facts, ...(id === undefined ? {} : { id }) });
      data.conferences = [...data.conferences.filter((one) => one.id !== put.id), put];
      return put;
    },
    find: async (_, id) => data.conferences.find((one) => one.id === id),
    findByUrl: async (_, url) => data.conferences.find((one) => one.url === url),
    listUpcoming: async (_, from, until) =>
      data.conferences.filter((one) => {
        const { beginsAt, overAt } = spanOf(one);
        return one.standing === 'sure' && overAt > from && beginsAt < until;
      }),
    listChanged: async (_, since) => data.conferences.filter(({ changedAt }) => changedAt >= since),
    findDiscussion: async (_, id) => data.conferenceDiscussions.get(id),
    findQuestion: async (_, id) => data.conferenceQuestions.find(({ question }) => question.id === id),
    listQuestions: async () => data.conferenceQuestions.filter(({ question }) => question.answer === undefined),
    answer: async (_, id, { answer, facts, by, at }) => {
      const asked = data.conferenceQuestions.find(({ question }) => question.id === id);
      if (!asked || asked.question.answer !== undefined) return asked;
      const question = { ...asked.question, answer, answeredBy: by, answeredAt: at };
      const conference = { ...asked.conference, ...(facts ?? question.claim.facts) };
      const answered = { question, conference: { ...conference, standing: 'sure' as const } };
      data.conferenceQuestions = data.conferenceQuestions.map((one) => (one === asked ? answered : one));
      return answered;
    },
  };
}
