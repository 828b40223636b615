import { createHash } from 'node:crypto'
import { firstBytes, openBytes, UnreadableFile } from './open-bytes.ts'

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What a file is, known from all of its bytes before a row of it is read. */
export interface FileFacts {
  format: 'csv' | 'xlsx'
  bytes: number
  /** SHA-256 of the bytes, unpacked: the same table packed anew is the same file. */
  hash: Buffer
  /** Null for a spreadsheet, which says it itself. */
  encoding: Encoding | null
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLD_SPREADSHEET = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

export async function inspectFile(path: string): Promise<FileFacts> {
  const start = await firstBytes(path, 4)
  if (start.equals(OLD_SPREADSHEET)) throw new UnreadableFile('old_spreadsheet')
  const isSheet = start.equals(ZIP)
  const hash = createHash('sha256')
  const guess = guessEncoding()
  let bytes = 0
  for await (const piece of openBytes(path)) {
    hash.update(piece)
    bytes += piece.length
    if (!isSheet) guess.see(piece)
  }
  if (bytes === 0) throw new UnreadableFile('empty')
  return {
    format: isSheet ? 'xlsx' : 'csv',
    bytes,
    hash: hash.digest(),
    encoding: isSheet ? null : guess.answer(),
  }
}

/** Whatever is valid UTF-8 to its end is that; else it is the old alphabet of Windows. */
function guessEncoding() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let mark: Encoding | null = null
  let valid = true
  let first = true
  const decode = (piece?: Buffer) => {
    if (!valid) return
    try {
      decoder.decode(piece, { stream: piece !== undefined })
    } catch {
      valid = false
    }
  }
  return {
    see(piece: Buffer) {
      if (first) mark = markOf(piece)
      first = false
      decode(piece)
    },
    answer(): Encoding {
      decode()
      if (mark === 'utf-16le') return mark
      if (!valid) return 'windows-1252'
      return mark ?? 'utf-8'
    },
  }
}

function markOf(piece: Buffer): Encoding | null {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) return 'utf-8-bom'
  return null
}
