// Whether the bot that runs here is alive: for supervisors, such as Docker, that have no other way to ask. What fails elsewhere, at
// Discord or on the disk, does not count, since a new start would not mend it.

import { readTokenlessConfig } from '../config.ts';
import { askAddress, isAlive, webAddress } from './checks/askAddress.ts';
import type { RunCommand } from './commandAnswer.ts';

export const health: RunCommand = async () => {
  const { http } = readTokenlessConfig();
  if (!http || http.port === 0) return { text: 'HTTP_PORT names no port, so nobody can tell.', facts: { alive: null } };
  const address = `${webAddress(http)}/healthz`;
  const reply = await askAddress(address);
  const alive = isAlive(reply);
  const fault = reply.kind === 'document' ? 'Another program answers' : 'Nobody answers';
  return {
    text: alive ? 'The bot is alive.' : `${fault} at ${address}.`,
    facts: { alive, address },
    isTroubled: !alive,
  };
};
