import { bytesOfText, concatBytes, fourBytes } from './bytes.ts'

export type Part = string | number | Uint8Array

/** Each part behind its length, so that two lists of parts never give the same bytes. */
export function bind(...parts: readonly Part[]): Uint8Array {
  return concatBytes(
    ...parts.flatMap((part) => {
      const bytes = typeof part === 'object' ? part : bytesOfText(String(part))
      return [fourBytes(bytes.length), bytes]
    }),
  )
}
