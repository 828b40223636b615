import {
  decryptFile,
  type FileKey,
  fromBase64url,
  signReading,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { askPart } from './calls.ts'
import type { Keyring } from './keyring.ts'
import { fromTemplate, make, part } from './page.ts'
import type { OpenedRoomReport } from './reports.ts'
import { say } from './setup.ts'

/** What a browser shows without running anything of it; the rest is only saved. */
const SHOWN = /^(image\/(png|jpeg|webp|gif)|text\/plain)$/

export interface Evidence {
  file: FileKey
  /** The day on which it came. */
  day: string
}

/** What came with the report and what came later with a message: it is evidence alike. */
export function evidenceOf({ sealed, opened, said }: OpenedRoomReport): Evidence[] {
  const first = opened.content.files.map((file) => ({ file, day: sealed.received }))
  const later = said.flatMap(({ body, day }) => (body?.files ?? []).map((file) => ({ file, day })))
  return [...first, ...later]
}

export function fileRow(
  ring: Keyring,
  report: OpenedRoomReport,
  { file, day }: Evidence,
): HTMLElement {
  const row = fromTemplate('t-file')
  const viewer = part(row, 'viewer')
  part(row, 'name').textContent = file.name
  part(row, 'size').textContent = `${sizeOf(file.length)} · ${day}`
  part(row, 'look').hidden = !SHOWN.test(file.type)
  const withFile = async (use: (content: Blob) => void) => {
    viewer.replaceChildren(make('p', say('file_opening'), 'govuk-body'))
    try {
      const content = await openFile(ring, report, file)
      viewer.replaceChildren()
      use(content)
    } catch {
      viewer.replaceChildren(make('p', say('file_failed'), 'govuk-error-message'))
    }
  }
  part(row, 'look').addEventListener('click', () => {
    void withFile((content) => show(viewer, file, content))
  })
  part(row, 'save').addEventListener('click', () => {
    void withFile((content) => saveBlob(content, file.name))
  })
  return row
}

/** In parts, each of which is genuine before it is used. */
export async function openFile(
  ring: Keyring,
  { sealed, opened }: OpenedRoomReport,
  file: FileKey,
): Promise<Blob> {
  const upload = sealed.uploads.find(({ id }) => id === file.id)
  const at = { id: opened.id, epoch: opened.epoch, by: ring.account, day: ring.day }
  const proof = toBase64url(signReading(opened.keys, at))
  async function* parts() {
    for (let index = 0; index < (upload?.parts ?? 0); index++) {
      yield await askPart({ id: sealed.id, proof, upload: file.id, part: index })
    }
  }
  const pieces: BlobPart[] = []
  for await (const piece of decryptFile(fromBase64url(file.key), file.length, parts())) {
    pieces.push(piece.slice())
  }
  return new Blob(pieces, { type: SHOWN.test(file.type) ? file.type : 'application/octet-stream' })
}

/** In a frame of an origin of its own, which may do nothing: no script, no form, no address of ours. */
function show(viewer: HTMLElement, file: FileKey, content: Blob): void {
  const frame = document.createElement('iframe')
  const address = URL.createObjectURL(content)
  frame.setAttribute('sandbox', '')
  frame.title = say('viewer', { name: file.name })
  frame.className = 'room-viewer'
  frame.addEventListener('load', () => URL.revokeObjectURL(address))
  frame.src = address
  viewer.replaceChildren(frame)
}

export function saveBlob(content: Blob, name: string): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(content)
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function sizeOf(bytes: number): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1e6, 'megabyte']
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  const format = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(document.documentElement.lang, format).format(value)
}
