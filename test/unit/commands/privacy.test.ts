import { describe, expect, it } from 'vitest';
import type { UserId } from '../../../src/domain/ids.ts';
import { askedBy, now } from '../../support/fakePorts.ts';
import { customIdsOf, faultsOf, labelsOf, textOf, viewOf } from '../views/readView.ts';
import { press, run } from './runCommand.ts';
import { type Fake, fakeProgramme, me, remindIn } from './twoConferences.ts';

const other = askedBy({ id: '301' as UserId });

/** Two reminders of mine, one of which was sent, and one of somebody else. */
async function withReminders(): Promise<Fake> {
  const fake = fakeProgramme();
  await remindIn(fake, { conference: '#5' });
  await remindIn(fake, { conference: '#5', before: '1 week' });
  await remindIn(fake, { conference: '#5' }, other);
  fake.data.reminders = fake.data.reminders.map((one, at) => (at === 1 ? { ...one, settledAt: now } : one));
  return fake;
}

const show = async (fake: Fake) => viewOf(await run('privacy show', {}, me, fake.ports));
const ask = async (fake: Fake) => viewOf(await run('privacy delete', {}, me, fake.ports));

describe('/privacy show', () => {
  it('says what is kept, for how long, and how to have it deleted', async () => {
    const fake = await withReminders();
    fake.data.doings = 3;
    const view = await show(fake);
    expect(faultsOf(view)).toEqual([]);
    const text = textOf(view);
    expect(text).toContain('- One reminder to come');
    expect(text).toMatch(/- One reminder that I sent.*90 days/);
    expect(text).toMatch(/- You are named 3 times as the moderator.*stays/);
    expect(text).toContain('</privacy delete:1>');
  });

  it('says so where nothing is kept', async () => {
    const text = textOf(await show(fakeProgramme()));
    expect(text).toMatch(/^I keep nothing about you\./);
    expect(text).not.toContain('/privacy delete');
  });
});

describe('/privacy delete', () => {
  it('asks first, then forgets what is mine and nothing else', async () => {
    const fake = await withReminders();
    const view = await ask(fake);
    expect(faultsOf(view)).toEqual([]);
    expect(labelsOf(view)).toEqual(['Delete']);
    expect(textOf(view)).toMatch(/cannot be undone/);
    expect(fake.data.reminders).toHaveLength(3);

    const [button = ''] = customIdsOf(view);
    const done = await press(button, me, fake.ports);
    expect(done.kind).toBe('update');
    expect(textOf(viewOf(done))).toMatch(/^Your reminders are deleted\./);
    expect(fake.data.reminders.map(({ userId }) => userId)).toEqual([other.member.id]);
    // Pressed once more it does no harm.
    expect(textOf(viewOf(await press(button, me, fake.ports)))).toMatch(/are deleted/);
    expect(fake.data.reminders).toHaveLength(1);
  });

  it('says what stays and why', async () => {
    const fake = await withReminders();
    fake.data.doings = 1;
    const view = await ask(fake);
    expect(textOf(view)).toMatch(/named once as the moderator.*so that moderators can see who changed what/);
    const [button = ''] = customIdsOf(view);
    expect(textOf(viewOf(await press(button, me, fake.ports)))).toMatch(/named once as the moderator/);
  });

  it('has no button where there is nothing to delete', async () => {
    const view = await ask(fakeProgramme());
    expect(labelsOf(view)).toEqual([]);
    expect(textOf(view)).toMatch(/nothing to delete/);
  });
});
