// What may be wrong around a bot, each by itself: how a patient falls ill, and the words that are expected of the doctor.

import { readdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { defaultGuild } from '../../sandbox/discord/defaultGuild.ts';
import { smallGuild } from '../../sandbox/discord/smallGuild.ts';
import { readConfig } from '../../src/config.ts';
import { takeWriterLock } from '../../src/store/writerLock.ts';
import { freePort, type Patient } from './doctorScene.ts';

export interface Seed {
  readonly fault: string;
  readonly fall: (patient: Patient) => unknown;
  /** The words of the one fault, and of its mend. */
  readonly says: RegExp;
  readonly mend: RegExp;
}

const minuteMs = 60_000;
const hide = (patient: Patient, rule: Parameters<Patient['discord']['fault']>[0]) =>
  patient.after(patient.discord.fault(rule));
const aboutApplication = (patient: Patient, change: object) => {
  const body = { id: patient.discord.applicationId, flags: 0, bot_require_code_grant: false, ...change };
  hide(patient, { mode: 'refuse', status: 200, route: /^\/applications\/@me$/, body });
};
const forbid = (patient: Patient, channel: string, deny: bigint) => {
  const { id } = patient.discord.channel(channel);
  patient.discord.setPermissions(id, { role: 'bot', deny });
  patient.after(() => patient.discord.setPermissions(id, { role: 'bot', allow: Allow.ViewChannel }));
};
const moveSource = (patient: Patient, url: string) => patient.change('UPDATE sources SET url = ?, etag = NULL', url);
const runElsewhere = (patient: Patient) => {
  const lock = takeWriterLock(patient.path);
  patient.after(() => lock.release());
};

export const seeds: readonly Seed[] = [
  {
    fault: 'a token that Discord does not take',
    fall: (patient) => {
      patient.config = { ...patient.config, discordToken: 'outdated' };
    },
    says: /^Discord does not take DISCORD_TOKEN\.$/,
    mend: /Reset Token.*\.env/,
  },
  {
    fault: 'a network that does not lead to Discord',
    fall: async (patient) => {
      patient.config = { ...patient.config, discordApiUrl: `http://127.0.0.1:${await freePort()}/api` };
    },
    says: /^Discord cannot be reached \(.*ECONNREFUSED/,
    mend: /network and firewall/,
  },
  {
    fault: 'commands that go to a web address',
    fall: (patient) => aboutApplication(patient, { interactions_endpoint_url: 'https://old.example/hook' }),
    says: /sends all commands to https:\/\/old\.example\/hook/,
    mend: /Interactions Endpoint URL/,
  },
  {
    fault: 'an application that nobody can invite',
    fall: (patient) => aboutApplication(patient, { bot_require_code_grant: true }),
    says: /nobody can invite the bot/,
    mend: /Requires OAuth2 Code Grant/,
  },
  {
    fault: 'logins that are used up',
    fall: ({ discord, after }) => {
      const { sessionStarts } = discord.gateway;
      const { remaining } = sessionStarts;
      Object.assign(sessionStarts, { remaining: 1, resetAfterMs: 3 * 60 * minuteMs });
      after(() => Object.assign(sessionStarts, { remaining }));
    },
    says: /log in only 1 time more within 3 h/,
    mend: /what restarts it/,
  },
  {
    fault: 'a clock that is wrong',
    fall: (patient) =>
      hide(patient, {
        mode: 'delay',
        delayMs: 0,
        headers: { date: new Date(Date.now() - 10 * minuteMs).toUTCString() },
      }),
    says: /^This machine's clock is (599|60\d) s ahead\.$/,
    mend: /NTP/,
  },
  {
    fault: 'a permission that is missing in a channel',
    fall: (patient) => forbid(patient, 'news', Allow.CreatePublicThreads | Allow.EmbedLinks),
    says: /^On Economics Society, the bot lacks Embed Links, Create Public Threads in #news, where it posts articles\.$/,
    mend: /#news → Edit Channel → Permissions/,
  },
  {
    fault: 'a permission that is missing in the channel for alerts',
    fall: (patient) => forbid(patient, 'moderators', Allow.ViewChannel),
    says: /lacks View Channel in #moderators, where it posts alerts\.$/,
    mend: /#moderators → Edit Channel/,
  },
  {
    fault: 'a permission of the server that is missing',
    fall: ({ discord, after }) => {
      const { botPermissions } = defaultGuild;
      discord.setRolePermissions('bot', botPermissions & ~Allow.CreateEvents);
      after(() => discord.setRolePermissions('bot', botPermissions));
    },
    says: /^On Economics Society, the bot lacks Create Events, so conferences do not become events\.$/,
    mend: /Server Settings → Roles/,
  },
  {
    fault: 'a channel that is gone',
    fall: ({ discord, change }) => {
      const { id } = discord.channel('papers');
      change('UPDATE subscriptions SET channel_id = ?', id);
      discord.deleteChannel(id);
    },
    says: /the channel for articles \(\d+\) is gone/,
    mend: /\/setup/,
  },
  {
    fault: 'a server that the bot is not on',
    fall: ({ discord, change }) => {
      const { id } = discord.addGuild(smallGuild('Second Society'));
      change("INSERT INTO guild_settings (guild_id, threads, language, time_zone) VALUES (?, 1, 'en', 'UTC')", id);
      discord.removeGuild(id);
    },
    says: /^The bot is not on server \d+/,
    mend: /Invite it again/,
  },
  {
    fault: 'a disk that is full',
    fall: (patient) => {
      patient.machine = { ...patient.machine, freeBytes: () => 3e6 };
    },
    says: /^Only 3 MB are free for /,
    mend: /Make room/,
  },
  {
    fault: 'a folder that takes no files',
    fall: (patient) => {
      patient.config = { ...patient.config, databaseUrl: 'file:/proc/society/bot.sqlite' };
    },
    says: /^The bot cannot write in \/proc\/society \(ENOENT\)/,
    mend: /DATABASE_URL/,
  },
  {
    fault: 'a database that is damaged',
    fall: ({ path }) => truncateSync(path, 20_480),
    says: /^The database .* is damaged \(its end is missing\)/,
    mend: /newest backup/,
  },
  {
    fault: 'a database of a later version',
    fall: ({ change }) => change('INSERT INTO schema_migrations (version, applied_at) VALUES (99, 0)'),
    says: /^A later version of the bot wrote .* \(schema 99/,
    mend: /Upgrade this one.*restore/,
  },
  {
    fault: 'a database that is missing',
    fall: ({ path }) => rmSync(path),
    says: /^The database .* is missing, but there are backups\.$/,
    mend: /Start the bot/,
  },
  {
    fault: 'backups that are missing',
    fall: ({ path }) => rmSync(join(dirname(path), 'backups'), { recursive: true }),
    says: /^There is no backup\.$/,
    mend: /npm run bot -- backup/,
  },
  {
    fault: 'backups of a clock that was ahead',
    fall({ path }) {
      const folder = join(dirname(path), 'backups');
      for (const name of readdirSync(folder))
        renameSync(join(folder, name), join(folder, name.replace(/\.\d{4}-/, '.2096-')));
    },
    says: /^Every backup was made by a clock that was ahead\.$/,
    mend: /npm run bot -- backup/,
  },
  {
    fault: 'a source that is gone for good',
    fall: (patient) => moveSource(patient, `${patient.site.url}/gone`),
    says: /\/gone\): The site says that this address is gone for good\.$/,
    mend: /Look for the new address/,
  },
  {
    fault: 'a source that turns the bot away',
    fall: (patient) => moveSource(patient, `${patient.site.url}/login`),
    says: /\/login\): The site asks for a login or turns me away\.$/,
    mend: /ask the people who run the site/,
  },
  {
    fault: 'a source that is no feed any more',
    fall: (patient) => moveSource(patient, `${patient.site.url}/page`),
    says: /\/page\): That address shows a web page, not a feed/,
    mend: /RSS/,
  },
  {
    fault: 'a source that does not answer',
    fall: async (patient) => {
      const host = `127.0.0.1:${await freePort()}`;
      patient.config = { ...patient.config, fetchAllowHosts: [...patient.config.fetchAllowHosts, host] };
      moveSource(patient, `http://${host}/feed`);
    },
    says: /\/feed\): The site does not answer\.$/,
    mend: /try again in an hour/,
  },
  {
    fault: 'a source inside of a private network',
    fall: (patient) => moveSource(patient, 'http://10.0.0.5/feed'),
    says: /\/feed\): That address leads into a private network/,
    mend: /public address/,
  },
  {
    fault: 'a calendar that cannot be read',
    fall: ({ change, site }) => change('UPDATE calendars SET url = ?', `${site.url}/error`),
    says: /\/error\): The site answers with error 502\.$/,
    mend: /Open the address in a browser/,
  },
  {
    fault: 'a port that another program has',
    fall: (patient) => {
      patient.config = { ...patient.config, http: { host: '127.0.0.1', port: patient.site.port } };
    },
    says: /^Port \d+ is taken by another bot\.$/,
    mend: /HTTP_PORT/,
  },
  {
    fault: 'a bot that runs without its port',
    fall: (patient) => {
      runElsewhere(patient);
      const { publicUrl: _, ...config } = patient.config;
      patient.config = config;
    },
    says: /^A bot is running, but does not answer at /,
    mend: /restart the bot/,
  },
  {
    fault: 'a public address that leads elsewhere',
    fall: (patient) => {
      runElsewhere(patient);
      const { port, url } = patient.site;
      patient.config = { ...patient.config, http: { host: '127.0.0.1', port }, publicUrl: `${url}/bot` };
    },
    says: /\/bot\/cal\/ does not lead to the bot \(error 502\)\.$/,
    mend: /proxy/,
  },
  {
    fault: 'a language model that takes no key',
    fall: (patient) => {
      patient.config = { ...patient.config, llm: { url: `${patient.site.url}/login`, model: 'm', requestsPerDay: 1 } };
    },
    says: /^The language model at .* does not take LLM_API_KEY \(error 403\)\.$/,
    mend: /Copy the key again/,
  },
  {
    fault: 'a node that is too old',
    fall: (patient) => {
      patient.machine = { ...patient.machine, nodeVersion: '20.9.1' };
    },
    says: /^This is node 20\.9\.1, and the bot needs 20\.19 or later\.$/,
    mend: /newer node/,
  },
  {
    fault: 'a configuration that cannot be read',
    fall: (patient) => {
      Object.defineProperty(patient, 'config', {
        get: () => readConfig({ DISCORD_TOKEN: 'token', POLL_INTERVAL_SECONDS: '5' }),
      });
    },
    says: /^POLL_INTERVAL_SECONDS must be at least 300/,
    mend: /\.env/,
  },
];
