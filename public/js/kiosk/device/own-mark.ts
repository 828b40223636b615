import type { Setup } from './setup.ts'

/** A mark is a small drawing; what is larger would fill the tablet's memory at every reset. */
const MOST_BYTES = 200_000

/** The setup with the administration's own mark in it, so that it is shown without network too. */
export async function withOwnMark(setup: Setup, before: Setup | undefined): Promise<Setup> {
  const url = setup.administration.theme?.markUrl
  if (!url) return setup
  const known = before?.administration.theme?.markUrl === url ? before.mark : undefined
  const mark = known ?? (await readMark(url))
  return mark ? { ...setup, mark } : setup
}

/** From our own server and nowhere else; without it the book's own mark stands there. */
async function readMark(address: string): Promise<string | null> {
  if (address.startsWith('data:image/')) return address.length <= MOST_BYTES ? address : null
  const url = new URL(address, location.origin)
  if (url.origin !== location.origin) return null
  try {
    const response = await fetch(url, { credentials: 'omit', redirect: 'error' })
    const file = await response.blob()
    const isMark = response.ok && file.type.startsWith('image/') && file.size <= MOST_BYTES
    return isMark ? await asDataUrl(file) : null
  } catch {
    // no network: asked again with the next setup
    return null
  }
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('The mark cannot be read'))
    reader.readAsDataURL(file)
  })
}
