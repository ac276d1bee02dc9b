// The registered commands as a flat list: a command with subcommands becomes one entry for each of them.

/**
 * @typedef {{ path: string[], title: string, description: string, options: any[], forModerators: boolean }} CommandEntry
 * @param {any[]} commands as registered with Discord
 * @returns {CommandEntry[]} by title
 */
export function listCommands(commands) {
  const entries = commands
    .filter((command) => (command.type ?? 1) === 1)
    .flatMap((command) => expand(command, [command.name], command.default_member_permissions != null));
  return entries.sort((a, b) => a.title.localeCompare(b.title));
}

/**
 * The options as Discord nests them in an interaction.
 * @param {CommandEntry} entry
 * @param {object[]} values
 * @returns {{ name: string, options: object[] }}
 */
export function nestOptions(entry, values) {
  const [name = '', ...inner] = entry.path;
  const options = inner.reduceRight((nested, part, at) => {
    const isGroup = at < inner.length - 1;
    return [{ name: part, type: isGroup ? 2 : 1, options: nested }];
  }, values);
  return { name, options };
}

/**
 * @param {any} node a command, a group or a subcommand
 * @param {string[]} path
 * @param {boolean} forModerators
 * @returns {CommandEntry[]}
 */
function expand(node, path, forModerators) {
  const options = node.options ?? [];
  const inner = options.filter((/** @type {any} */ option) => option.type === 1 || option.type === 2);
  if (inner.length > 0)
    return inner.flatMap((/** @type {any} */ option) => expand(option, [...path, option.name], forModerators));
  return [{ path, title: `/${path.join(' ')}`, description: node.description ?? '', options, forModerators }];
}
