/** A file as it came with a form: in memory, and nowhere else. */
export interface PlainFile {
  name: string
  type: string
  content: Buffer
}
