/** What was last registered with Discord, so that it is sent again only when it changed. */
export interface Registrations {
  find(applicationId: string): Promise<string | undefined>;
  save(applicationId: string, hash: string): Promise<void>;
}
