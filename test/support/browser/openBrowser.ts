// A real browser before the sandbox's page, and everything it complains about.

import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian, the machines of continuous integration and other distributions keep it. */
const places = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
/** A busy machine may take its time. Milliseconds. */
const patienceMs = 15_000;

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** Undefined on a machine without one. */
export const findBrowser = (): string | undefined => places.find((place) => existsSync(place));

export interface Opened {
  readonly browser: Browser;
  readonly page: Page;
  /** Errors in the console, scripts that broke, and files that were not there, in order. */
  readonly complaints: string[];
}

export async function openBrowser(executablePath: string): Promise<Opened> {
  // Containers run as root, where chromium's own sandbox does not start. The page is ours and on loopback.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: desktop, locale: 'en-GB', timezoneId: 'UTC' });
  page.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  return { browser, page, complaints };
}
