// Environment → typed Config. The only reader of process.env; says which variable to mend and how.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { isUrl } from './domain/isUrl.ts';
import { logLevels } from './kit/log.ts';

/** Discord's REST base without a version. @see https://docs.discord.com/developers/reference#api-reference-base-url */
const discordApiUrl = 'https://discord.com/api';
/** Seconds. Readers who ask a site more often than this are impolite. */
const pollFloorSeconds = 300;

/** Seconds. A programme changes more slowly than a blog. */
const calendarPauseSeconds = 3_600;

/** Exit codes that tell a supervisor what to do. @see sysexits.h */
export const exitCodes = { configuration: 78, inUse: 75, failure: 1 } as const;

export interface Config {
  readonly discordToken: string;
  /** Without a trailing slash or version, e.g. `https://discord.com/api`. */
  readonly discordApiUrl: string;
  readonly databaseUrl: string;
  readonly pollIntervalMs: number;
  /** `host[:port]` entries that may be private addresses. */
  readonly fetchAllowHosts: readonly string[];
  readonly contact?: string;
  /** Where health and metrics are served; unset: nowhere. */
  readonly http?: { readonly host: string; readonly port: number };
  /** Where people reach what is served there, without a slash at its end; unset: nowhere. */
  readonly publicUrl?: string;
  readonly logLevel: (typeof logLevels)[number];
  /** The language model; unset: the built-in extracts alone. */
  readonly llm?: {
    /** Base of an OpenAI-compatible API, e.g. `http://127.0.0.1:11434/v1`. */
    readonly url: string;
    readonly model: string;
    readonly apiKey?: string;
    /** At most so many requests a day, in UTC. */
    readonly requestsPerDay: number;
  };
}

/** The environment cannot be used; each line names a variable and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .min(1, {
      error:
        'is missing. Create a bot at https://discord.com/developers/applications, copy its token into .env, then start again. To try the bot without an account: npm run sandbox',
    })
    .refine(isSendable, { error: 'has a sign that no token has. Copy the token again, with nothing around it' }),
  DISCORD_API_URL: z
    .string()
    .default(discordApiUrl)
    .refine(isHttpsOrLoopback, {
      error: 'must be an https address (http only for 127.0.0.1, localhost or [::1]). Leave it out to use Discord',
    })
    .transform((url) => url.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
  DATABASE_URL: z.string().default('file:data/society-bot.sqlite').refine(namesFile, {
    error: 'must look like file:data/society-bot.sqlite, or with a whole path file:/var/lib/society-bot/bot.sqlite',
  }),
  POLL_INTERVAL_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds up to 86400, e.g. 900' })
    .int()
    .min(1)
    .max(86_400)
    .default(900),
  FETCH_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== '')
        .map(spellHost),
    )
    .refine((hosts): hosts is string[] => !hosts.includes(undefined), {
      error: 'must be names or addresses with commas between them, e.g. intranet.example.org,10.0.0.5:8080',
    }),
  CONTACT: z.string().optional(),
  HTTP_HOST: z.string().default('127.0.0.1'),
  HTTP_PORT: z
    .string()
    .default('3000')
    .refine((port) => isOff(port) || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535), {
      error: 'must be a port, e.g. 3000, 0 for any that is free, or off',
    }),
  PUBLIC_URL: z
    .string()
    .refine((url) => isHttpsOrLoopback(url) && isBare(url), {
      error:
        'must be an https address, e.g. https://bot.example.org (http only for 127.0.0.1, localhost or [::1]). Leave it out to offer no calendar links',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LLM_URL: z
    .string()
    .refine(isPlainHttp, {
      error:
        'must be a web address without a name or password in it, e.g. http://127.0.0.1:11434/v1. Leave it out to use no model',
    })
    .optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z
    .string()
    .refine(isSendable, { error: 'has a sign that no key has. Copy the key again, with nothing around it' })
    .optional(),
  LLM_REQUESTS_PER_DAY: z.coerce
    .number({ error: 'must be a number from 1 to 1000000, e.g. 500' })
    .int()
    .min(1)
    .max(1_000_000)
    .default(500),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
});

/**
 * @param variables defaults to the process's own environment; empty values and blanks count as unset, but an empty HTTP_PORT as off
 * @throws ConfigError naming every variable that must be mended
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = readEnvironment()): Config {
  const given = Object.fromEntries(
    Object.entries(variables)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([name, value]) => value !== undefined && (value !== '' || name === 'HTTP_PORT')),
  );
  const parsed = environment.safeParse({ DISCORD_TOKEN: '', ...given });
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  }
  const values = parsed.data;
  const floor = values.FETCH_ALLOW_HOSTS.length > 0 ? 1 : pollFloorSeconds;
  if (values.POLL_INTERVAL_SECONDS < floor) {
    throw new ConfigError(`POLL_INTERVAL_SECONDS must be at least ${floor}. Leave it out for the default of 900`);
  }
  if (values.LLM_URL !== undefined && values.LLM_MODEL === undefined) {
    throw new ConfigError('LLM_MODEL is missing. Name the model that LLM_URL offers, or leave LLM_URL out to use none');
  }
  if (values.PUBLIC_URL !== undefined && isOff(values.HTTP_PORT)) {
    throw new ConfigError('PUBLIC_URL needs HTTP_PORT. Name the port it leads to, or leave PUBLIC_URL out');
  }
  return {
    discordToken: values.DISCORD_TOKEN,
    discordApiUrl: values.DISCORD_API_URL,
    databaseUrl: values.DATABASE_URL,
    pollIntervalMs: values.POLL_INTERVAL_SECONDS * 1000,
    fetchAllowHosts: values.FETCH_ALLOW_HOSTS,
    ...(values.CONTACT === undefined ? {} : { contact: values.CONTACT }),
    ...(isOff(values.HTTP_PORT) ? {} : { http: { host: values.HTTP_HOST, port: Number(values.HTTP_PORT) } }),
    ...(values.PUBLIC_URL === undefined ? {} : { publicUrl: values.PUBLIC_URL }),
    logLevel: values.LOG_LEVEL,
    ...modelOf(values),
  };
}

function modelOf(values: z.infer<typeof environment>): Pick<Config, 'llm'> {
  const { LLM_URL: url, LLM_MODEL: model, LLM_API_KEY: apiKey, LLM_REQUESTS_PER_DAY: requestsPerDay } = values;
  if (url === undefined || model === undefined) return {};
  return { llm: { url, model, requestsPerDay, ...(apiKey === undefined ? {} : { apiKey }) } };
}

/** What no log may ever show. */
export function secretsOf({ discordToken, llm }: Config): string[] {
  return [discordToken, ...(llm?.apiKey === undefined ? [] : [llm.apiKey])];
}

/** For the operator's commands that do not speak to Discord: no token is needed. @throws ConfigError */
export function readTokenlessConfig(
  variables: Readonly<Record<string, string | undefined>> = readEnvironment(),
): Omit<Config, 'discordToken'> {
  const { discordToken: _, ...config } = readConfig({
    ...variables,
    DISCORD_TOKEN: variables.DISCORD_TOKEN || 'none',
  });
  return config;
}

/** Pause between two readings of an address, in milliseconds: only hosts the operator named may be read very often. */
export function pollIntervalFor(config: Pick<Config, 'pollIntervalMs' | 'fetchAllowHosts'>, address: string): number {
  return isNamed(config, address) ? config.pollIntervalMs : Math.max(config.pollIntervalMs, pollFloorSeconds * 1000);
}

/** Pauses between two readings of an address, in milliseconds: of a source, and of a calendar, which changes more slowly. */
export function intervalsOf(config: Pick<Config, 'pollIntervalMs' | 'fetchAllowHosts'>) {
  return {
    intervalMs: (address: string) => pollIntervalFor(config, address),
    calendarIntervalMs: (address: string) =>
      isNamed(config, address) ? config.pollIntervalMs : Math.max(config.pollIntervalMs, calendarPauseSeconds * 1000),
  };
}

/**
 * Sentences on names in .env that the bot does not know, as misspelt ones are. What is no name may hold what belongs into no log, and
 * is passed over. None where .env cannot be read, which readConfig tells.
 */
export function listMisspelt(): string[] {
  try {
    const names = Object.keys(readEnvFile()).filter((name) => /^[A-Za-z_]\w*$/.test(name));
    const unknown = names.filter((name) => !Object.hasOwn(environment.shape, name));
    return unknown.map((name) => `.env names ${name}, which the bot does not know: it has no effect.`);
  } catch (error) {
    if (error instanceof ConfigError) return [];
    throw error;
  }
}

/** What stands in .env, overruled by what the process was given. */
function readEnvironment(): Record<string, string | undefined> {
  return { ...readEnvFile(), ...process.env };
}

/** Also as Windows saves it: with a mark at its beginning, in two bytes a sign. Empty where there is none. */
function readEnvFile(): Readonly<Record<string, string | undefined>> {
  if (!existsSync('.env')) return {};
  try {
    const bytes = readFileSync('.env');
    return parseEnv(new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(`.env cannot be read (${code}). It must be a file that the bot's user may read`);
  }
}

function isNamed({ fetchAllowHosts }: Pick<Config, 'fetchAllowHosts'>, address: string): boolean {
  const { protocol, hostname, port } = new URL(address);
  const host = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  return fetchAllowHosts.some((allowed) => allowed === host || allowed === hostname);
}

/** As addresses spell it: in small letters, other scripts in ASCII. @returns undefined for what is no host */
function spellHost(entry: string): string | undefined {
  const isBareIpv6 = /^[\da-f.]*:[\da-f.]*:[\da-f:.]*$/i.test(entry);
  const [, name = '', port = ''] = /^(\[.+\]|[^:/?#@]+)(:\d{1,5})?$/.exec(isBareIpv6 ? `[${entry}]` : entry) ?? [];
  if (!isUrl(`http://${name}`)) return undefined;
  const { hostname } = new URL(`http://${name}`);
  return /^(\[.+\]|[\w.-]+)$/.test(hostname) ? `${hostname}${port}` : undefined;
}

/** What a header of HTTP may carry. */
function isSendable(secret: string): boolean {
  return /^[\x21-\x7e]*$/.test(secret);
}

function namesFile(url: string): boolean {
  if (!/^file:.*[^/]$/.test(url)) return false;
  try {
    return !url.startsWith('file://') || fileURLToPath(url) !== '/';
  } catch {
    return false;
  }
}

function isOff(port: string): boolean {
  return port === 'off' || port === '';
}

function isPlainHttp(address: string): boolean {
  if (!isUrl(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** Something can be put behind it. */
function isBare(address: string): boolean {
  return isPlainHttp(address) && !/[?#]/.test(address);
}

function isHttpsOrLoopback(address: string): boolean {
  if (!isUrl(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
  );
}
