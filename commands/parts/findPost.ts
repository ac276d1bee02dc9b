import type { DeliveryId } from '../../src/domain/ids.ts';
import { parseCustomId } from '../../src/kit/customId.ts';
import type { TargetMessage } from '../../src/kit/defineCommand.ts';

/** The mark that a card, the question below it and a list of articles carry in their button or menu. */
export function findPostId({ isOwn, customIds }: TargetMessage): DeliveryId | undefined {
  if (!isOwn) return undefined;
  for (const customId of customIds) {
    const { command, action, id = '' } = parseCustomId(customId) ?? {};
    if (command !== 'articles') continue;
    const mark = action === 'summary' ? id.split('.')[1] : action === 'show' ? id : undefined;
    if (mark) return mark as DeliveryId;
  }
  return undefined;
}
