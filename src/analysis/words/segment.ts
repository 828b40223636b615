/** From the first character to before the end. */
export interface Span {
  start: number
  end: number
}

export interface Segment extends Span {
  segmentId: string
  position: number
  /** How many people coded it. */
  coders: number
}
