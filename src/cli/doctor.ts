// All that a bot needs to work, and how to mend what is not right. Looks only: what it tries leaves nothing behind.

import { statfsSync } from 'node:fs';
import { type Config, ConfigError, listMisspelt, readConfig } from '../config.ts';
import { databasePath } from '../store/openStore.ts';
import { readSetUp } from '../store/readSetUp.ts';
import { checkDatabase } from './checks/checkDatabase.ts';
import { checkDiscord } from './checks/checkDiscord.ts';
import { checkFolder, checkNode } from './checks/checkMachine.ts';
import { checkModel } from './checks/checkModel.ts';
import { checkServers } from './checks/checkServers.ts';
import { checkSources } from './checks/checkSources.ts';
import { checkWeb } from './checks/checkWeb.ts';
import { type CheckParts, counted, type Finding, fine, type Machine, wrong } from './checks/finding.ts';
import type { CommandAnswer, RunCommand } from './commandAnswer.ts';

const thisMachine: Machine = {
  nodeVersion: process.versions.node,
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
  now: Date.now,
};

export const doctor: RunCommand = async (_operands, progress) => {
  const parts = { machine: thisMachine, progress };
  return answerOf(await examine(readConfig, parts));
};

/** @param read throws ConfigError where there is nothing to go by */
export async function examine(read: () => Config, parts: CheckParts): Promise<Finding[]> {
  const node = checkNode(parts);
  try {
    return [node, ...(await examineBot(read(), parts))];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const mend = 'Mend it in .env or in the environment, then run this again: the rest was not looked at.';
    return [node, ...error.message.split('\n').map((line) => wrong(`${line}.`, mend)), ...findMisspelt()];
  }
}

function findMisspelt(): Finding[] {
  return listMisspelt().map((said) => wrong(said, 'Spell it as .env.example does, or take it out.'));
}

async function examineBot(config: Config, parts: CheckParts): Promise<Finding[]> {
  const path = databasePath(config.databaseUrl);
  const folder = checkFolder(path, parts);
  const database = await checkDatabase(path, parts);
  const setUp = database.isReadable ? await readSetUp(path) : undefined;
  const discord = await checkDiscord(config, parts);
  const misspelt = findMisspelt();
  return [
    ...(misspelt.length > 0 ? misspelt : [fine('The configuration can be read.')]),
    ...folder,
    ...database.findings,
    ...discord.findings,
    ...(discord.bot && setUp ? await checkServers(config, discord.bot, setUp, parts) : []),
    ...(setUp ? await checkSources(config, setUp, parts) : []),
    ...(await checkWeb(config, database.isInUse, setUp, parts)),
    ...(await checkModel(config, parts)),
  ];
}

export function answerOf(findings: readonly Finding[]): CommandAnswer {
  const faults = findings.filter(({ isFine }) => !isFine).length;
  const lines = findings.map(({ isFine, text, mend }) =>
    isFine ? `ok     ${text}` : `WRONG  ${text}\n       → ${mend}`,
  );
  const end = faults === 0 ? 'All is well.' : `${counted(faults, 'thing')} to mend.`;
  return {
    text: [...lines, '', end].join('\n'),
    facts: { faults, findings: findings.map(({ isFine: ok, ...finding }) => ({ ok, ...finding })) },
    isTroubled: faults > 0,
  };
}
