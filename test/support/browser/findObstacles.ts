import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact?: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** All that a colour scheme can change: the elements and their names are the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/**
 * What keeps people out of the page as it is at this moment, in the light and in the dark: axe's serious and critical findings, a
 * sentence for each.
 */
export async function findObstacles(page: Page): Promise<string[]> {
  const light = await runAxe(page, {});
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await runAxe(page, { runOnly: colourRules });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...sayFindings('light', light), ...sayFindings('dark', dark)];
}

async function runAxe(page: Page, options: object): Promise<AxeResult> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, ${JSON.stringify({ resultTypes: ['violations'], ...options })})`);
}

function sayFindings(scheme: string, { violations }: AxeResult): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${scheme}: ${id}, ${help}: ${html.slice(0, 200)}`));
}
