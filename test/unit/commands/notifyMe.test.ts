import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleId } from '../../../src/domain/ids.ts';
import type { SubscriptionChoices } from '../../../src/domain/subscription.ts';
import { askedBy, fakePorts, followed, refusalOf, sampleSource } from '../../support/fakePorts.ts';
import { textOf, viewOf } from '../views/readView.ts';
import { press } from './runCommand.ts';

const ofServer = '400' as RoleId;
const ofSource = '401' as RoleId;
const unmentioned = '402' as RoleId;
let fake = fakePorts();

beforeEach(() => {
  fake = fakePorts();
});

function follow(choices: Partial<SubscriptionChoices> = {}) {
  const one = followed(sampleSource());
  fake.data.followed = [{ ...one, subscription: { ...one.subscription, ...choices } }];
}

const notify = (roleId: string) => press(`v1:articles:notify:${roleId}`, askedBy(), fake.ports);

describe('“Notify me” on a card', () => {
  it('gives a member the role that is mentioned, and takes it back when pressed again', async () => {
    follow({ pingRoleId: ofSource });
    const on = await notify(ofSource);
    expect(on).not.toHaveProperty('visibility', 'public');
    expect(textOf(viewOf(on))).toBe('You will be mentioned with each new article. Press again to stop.');
    expect([...fake.data.ownRoles]).toEqual([ofSource]);
    expect(textOf(viewOf(await notify(ofSource)))).toMatch(/^You will no longer be mentioned\./);
    expect([...fake.data.ownRoles]).toEqual([]);
  });

  it('knows the server’s own role', async () => {
    fake.data.settings = { ...fake.data.settings, pingRoleId: ofServer };
    await notify(ofServer);
    expect([...fake.data.ownRoles]).toEqual([ofServer]);
  });

  it.each([unmentioned, 'nobody', '', 'undefined'])('gives no role that is not mentioned: “%s”', async (roleId) => {
    fake.data.settings = { ...fake.data.settings, pingRoleId: ofServer };
    follow({ pingRoleId: 'nobody' });
    expect((await refusalOf(notify(roleId))).code).toBe('roleNotMentioned');
    expect([...fake.data.ownRoles]).toEqual([]);
  });
});
