// Sources of one title: none of them is changed or removed because it stands first.

import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId, SubscriptionId } from '../../../src/domain/ids.ts';
import { followed, refusalOf, sampleSource } from '../../support/fakePorts.ts';
import { asked, fake, renew, source, use } from './followedWorld.ts';
import { complete, run } from './runCommand.ts';

beforeEach(() => {
  renew();
  const { subscription, ...rest } = followed(sampleSource({ id: 2 as SourceId, url: 'https://society.example/b.xml' }));
  fake.data.followed.push({ ...rest, subscription: { ...subscription, id: 2 as SubscriptionId } });
});

describe('two sources of one title', () => {
  it('are told apart by their addresses while one types', async () => {
    expect(await complete('sources remove', 'source', 'society', asked, fake.ports)).toEqual([
      { name: `${source} · society.example/feed.xml`, value: '#1' },
      { name: `${source} · society.example/b.xml`, value: '#2' },
    ]);
    expect(JSON.stringify(await use('list', {}))).toContain('"description":"society.example/b.xml"');
  });

  it('are neither of them removed by that title, but by what was chosen or by an address', async () => {
    const refusal = await refusalOf(run('sources remove', { source: 'society BLOG' }, asked, fake.ports));
    expect(refusal).toMatchObject({ code: 'sourceSeveral', args: { typed: 'society BLOG' } });
    expect(fake.data.followed).toHaveLength(2);
    await use('remove', { source: 'society.example/b.xml' });
    await use('remove', { source: 'society blog' });
    expect(fake.data.followed).toEqual([]);
  });
});
