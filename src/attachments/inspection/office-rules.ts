import type { AttachmentProblem } from '../attachment-rules.ts'
import type { ZipDirectory, ZipEntry } from './zip-directory.ts'

/** A long report with pictures has a few hundred parts. */
const MAX_ENTRIES = 2_000
/** A sheet of a million cells unpacks to some 50 MB. */
const MAX_UNPACKED_BYTES = 200 * 1024 * 1024
/** XML packs 10 to 40 times smaller; 100 times is only made on purpose. Small files are let be. */
const MAX_RATIO = 100
const RATIO_MATTERS_FROM_BYTES = 10 * 1024 * 1024

/** Where Word, Excel and LibreOffice keep programs. */
const MACROS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|intlmacrosheets\/)|^(Basic|Scripts)\/./i

/** Whether a document that is a zip may be kept, from what its directory declares. */
export function judgeOfficeDirectory(
  directory: ZipDirectory,
  fileBytes: number,
): AttachmentProblem | null {
  const { entries, declaredEntries } = directory
  if (entries.length > MAX_ENTRIES || declaredEntries > MAX_ENTRIES) return 'attachment_bomb'
  if (entries.length === 0 || entries.length !== declaredEntries) return 'attachment_damaged'
  if (entries.some((entry) => entry.encrypted)) return 'attachment_protected'
  if (entries.some((entry) => entry.name === 'encrypted-package')) return 'attachment_protected'
  if (isBomb(entries, fileBytes)) return 'attachment_bomb'
  if (entries.some((entry) => MACROS.test(entry.name))) return 'attachment_macros'
  return null
}

function isBomb(entries: ZipEntry[], fileBytes: number): boolean {
  const packed = sum(entries.map((entry) => entry.packedBytes))
  const unpacked = sum(entries.map((entry) => entry.unpackedBytes))
  // parts that together are longer than the file lie over one another: one kernel quoted many times
  if (packed > fileBytes || unpacked > MAX_UNPACKED_BYTES) return true
  return unpacked > RATIO_MATTERS_FROM_BYTES && unpacked > MAX_RATIO * fileBytes
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
