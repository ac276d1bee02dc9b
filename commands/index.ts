// Every command there is, in the order the documentation shows them.

import type { Command } from '../src/kit/defineCommand.ts';
import { articles } from './articles/index.ts';
import { audit } from './audit.ts';
import { changeQuestion } from './changeQuestion.ts';
import { conferences } from './conferences/index.ts';
import { deletePost } from './deletePost.ts';
import { help } from './help.ts';
import { post } from './post/index.ts';
import { privacy } from './privacy.ts';
import { programme } from './programme/index.ts';
import { reminders } from './reminders/index.ts';
import { setup } from './setup/index.ts';
import { sources } from './sources/index.ts';
import { status } from './status/index.ts';
import { summariseArticle } from './summariseArticle.ts';

type PortsOf<Group> = Group extends Command<infer Ports> ? Ports : never;

/** All that the commands need, together. */
export type CommandPorts = PortsOf<typeof articles> &
  PortsOf<typeof summariseArticle> &
  PortsOf<typeof conferences> &
  PortsOf<typeof reminders> &
  PortsOf<typeof privacy> &
  PortsOf<typeof help> &
  PortsOf<typeof setup> &
  PortsOf<typeof sources> &
  PortsOf<typeof post> &
  PortsOf<typeof programme> &
  PortsOf<typeof changeQuestion> &
  PortsOf<typeof deletePost> &
  PortsOf<typeof audit> &
  PortsOf<typeof status>;

export const commands: readonly Command<CommandPorts>[] = [
  articles,
  summariseArticle,
  conferences,
  reminders,
  privacy,
  help,
  setup,
  sources,
  post,
  programme,
  changeQuestion,
  deletePost,
  audit,
  status,
];
