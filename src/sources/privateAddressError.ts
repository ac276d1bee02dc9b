/** An address is not one the bot may read. Made inside of the dialling, where only an Error can be handed over. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
}
