// JSON of somebody else: any value may stand anywhere.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** @returns undefined for what is no JSON */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value and a list of values mean the same. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? [...value] : [value as Json];
}

/** Empty for anything but text. */
export function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
