import { expect, it } from 'vitest';
import { now, openTestStore, temporaryFolder } from './testStore.ts';

it('keeps a host’s pause across a restart, never shortens it, and forgets it when it is over', async () => {
  const folder = temporaryFolder();
  const store = await openTestStore(folder);
  expect(await store.hostPauses.find('site.example', now)).toBeUndefined();
  await store.hostPauses.save('site.example', now + 1000);
  await store.hostPauses.save('site.example', now + 500);
  expect(await store.hostPauses.find('site.example', now)).toBe(now + 1000);
  expect(await store.hostPauses.find('other.example', now)).toBeUndefined();
  await store.close();
  const again = await openTestStore(folder);
  expect(await again.hostPauses.find('site.example', now + 999)).toBe(now + 1000);
  expect(await again.hostPauses.find('site.example', now + 1000)).toBeUndefined();
  await again.hostPauses.forget(now + 1001);
  expect(again.inspect.prepare('SELECT count(*) FROM host_pauses').pluck().get()).toBe(0);
});
