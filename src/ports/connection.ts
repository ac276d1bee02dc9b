/** Whether Discord can be used right now. */
export interface Connection {
  /** `tokenRefused` does not heal by waiting. Unset: all is well. */
  findTrouble(): 'gatewayDown' | 'tokenRefused' | undefined;
}
