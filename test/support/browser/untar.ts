import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const BLOCK = 512

/** Enough of the tar format for the archives of a package that we pinned. */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + BLOCK)
    const size = parseInt(text(header, 124, 12), 8) || 0
    const path = join(folder, text(header, 345, 155), text(header, 0, 100))
    const body = archive.subarray(at + BLOCK, at + BLOCK + size)
    await writeEntry(path, { type: text(header, 156, 1), link: text(header, 157, 100), body })
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

async function writeEntry(path: string, entry: { type: string; link: string; body: Buffer }) {
  if (entry.type === '5') return void (await mkdir(path, { recursive: true }))
  await mkdir(dirname(path), { recursive: true })
  if (entry.type === '2') return symlink(entry.link, path)
  if (entry.type === '0' || entry.type === '') return writeFile(path, entry.body, { mode: 0o755 })
}

function text(header: Buffer, from: number, length: number): string {
  return header
    .subarray(from, from + length)
    .toString('utf8')
    .replace(/\0.*$/s, '')
}
