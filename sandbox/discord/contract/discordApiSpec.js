// The npm rendering of Discord's own API description, re-exported from plain JavaScript: the package ships TypeScript
// sources that do not pass this project's compiler settings, so the declarations beside this file stand in for them.
export { pathsList } from 'discord-api-spec';
export * as schemas from 'discord-api-spec/zod';
