/** What a screen still has to do before it goes. */
export interface Leaving {
  /** The page may go at any moment: what is being written reaches the disk. */
  keep: () => Promise<unknown>
  /** The screen goes: what was written on it may be sent. */
  leave: () => Promise<void>
}
