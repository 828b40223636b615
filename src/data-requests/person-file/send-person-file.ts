import type { Response } from 'express'
import type { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { openAttachment } from '../../attachments/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import type { Case } from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { personFileData } from './person-file-data.ts'
import { personFilePage } from './person-file-page.ts'
import { readPersonFile } from './read-person-file.ts'

/** Everything in one file: a page to read, the same for a machine, and every file that was sent. */
export async function sendPersonFile(
  system: System,
  response: Response,
  { book, items, name, now }: { book: BookRules; items: readonly Case[]; name: string; now: Date },
): Promise<void> {
  const { t, lang } = response.locals
  const file = await readPersonFile(system, book, items, { t, lang, now })
  const zip = new yazl.ZipFile()
  const packed = zip.outputStream as PassThrough
  zip.on('error', (error: Error) => packed.destroy(error))
  const options = { mtime: now, mode: 0o100644 }
  zip.addBuffer(Buffer.from(personFilePage(file, { t, lang })), 'leame.html', options)
  const data = `${JSON.stringify(personFileData(file), null, 2)}\n`
  zip.addBuffer(Buffer.from(data), 'datos.json', options)
  for (const { item, packed: files } of file.cases) {
    for (const { file: kept, path } of files) {
      if (path === null) continue
      const opened = await openAttachment(system, { ...item, attachmentId: kept.attachmentId })
      zip.addReadStream(await opened.read(), path, options)
    }
  }
  zip.end()
  response.attachment(`${name}.zip`).set('Cache-Control', 'private, no-store').type('zip')
  await pipeline(packed, response).catch(unlessGone)
}

/** People close the page half-way; that is no error. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}
