import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/kit/result.ts';
import { customIdOf, textOf } from '../../support/askBot.ts';
import { askedBy, fakePorts, moderator, refusalOf, sampleConference } from '../../support/fakePorts.ts';
import { press, run } from './runCommand.ts';

let { ports, data } = fakePorts();
beforeEach(() => {
  ({ ports, data } = fakePorts());
});
const asked = moderator();

describe('/conferences calendar', () => {
  const offered = (result: Result) => {
    if (result.kind !== 'file') throw new Error(`unexpected ${result.kind}`);
    return { text: textOf(result.view), view: result.view, file: new TextDecoder().decode(result.file.bytes) };
  };

  it('gives the file alone where the bot has no address, and says why', async () => {
    data.conferences = [sampleConference()];
    const { text: said, file } = offered(await run('conferences calendar', {}, asked, ports));
    expect(file).toContain('SUMMARY:Annual meeting');
    expect(said).toContain('I have no address of my own');
    expect(data.links).toEqual([]);
  });

  it('gives the link as well, which moderators alone may take back', async () => {
    const reachable = { ...ports, publicUrl: 'https://bot.example.org' };
    const first = offered(await run('conferences calendar', {}, asked, reachable));
    expect(first.text).toContain(`https://bot.example.org/cal/${data.links[0]}.ics`);
    expect(first.text).toContain(`webcal://bot.example.org/cal/${data.links[0]}.ics`);
    const second = offered(await press(customIdOf(first.view, /New link/), asked, reachable));
    expect(data.links).toHaveLength(2);
    expect(second.text).toContain(`/cal/${data.links[1]}.ics`);
    expect(second.text).toContain('The old one no longer works');
    const member = askedBy();
    const seen = offered(await run('conferences calendar', {}, member, reachable));
    expect(seen.text).not.toContain('New link');
    expect((await refusalOf(press('v1:conferences:newLink:', member, reachable))).code).toBe('moderatorsOnly');
    expect(data.audit).toHaveLength(1);
  });
});
