// How a page or feed names its language → BCP 47 in lower case.

/** @returns undefined for a name that is none, e.g. `English` or `und` */
export function normaliseLanguage(written: string | undefined): string | undefined {
  const tag = written?.split(',')[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) || /^(?:und|mul|zxx)\b/i.test(tag)) return undefined;
  return tag.toLowerCase();
}
