/** The kinds of channels articles can be posted in. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread';
