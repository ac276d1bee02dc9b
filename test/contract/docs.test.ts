import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const docs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'sandbox/discord/README.md', ...docs];

/** What a page links to or shows of this repository. */
function listNamed(page: string): string[] {
  const text = readFileSync(new URL(page, root), 'utf8').replace(/^ *```[\s\S]*?^ *```/gm, '');
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^(https?|mailto):/.test(target));
}

describe('the docs', () => {
  it.each(pages)('name only files that are there: %s', (page) => {
    const missing = listNamed(page).filter((target) => !existsSync(new URL(target, new URL(page, root))));
    expect(missing).toEqual([]);
  });

  it('show every screenshot that is kept, with words for those who do not see it', () => {
    const shown = pages.flatMap((page) =>
      [...readFileSync(new URL(page, root), 'utf8').matchAll(/!\[([^\]]+)\]\((?:docs\/)?screenshots\/([^)]+)\)/g)].map(
        ([, , name]) => name,
      ),
    );
    const kept = readdirSync(new URL('docs/screenshots', root));
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(shown)).toEqual(new Set(kept));
  });
});
