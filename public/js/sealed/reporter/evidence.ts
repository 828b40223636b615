import { cleanPicture, isPicture } from './clean-picture.ts'
import { newButton, newPart, partOf } from './part-of.ts'
import { NotTaken } from './post.ts'
import { sendFile, type SentFile } from './send-file.ts'
import type { Say } from './speech.ts'

const LARGEST = 100 * 1024 * 1024

interface Piece {
  file: File
  item: HTMLElement
  status: HTMLElement
  cancel: AbortController
}

export interface Evidence {
  names(): string[]
  count(): number
  /** Sends what was chosen, one after the other; tells how many did not arrive. */
  send(api: string, auth: Uint8Array): Promise<{ sent: SentFile[]; left: number }>
  /** Takes away the rows of what arrived, once the message that brings it stands above. */
  clear(): void
  /** Where the rows are shown from now on. */
  moveTo(place: HTMLElement): void
}

/** Files wait on this device until the report was taken; each can be removed at any time. */
export function collectEvidence(form: HTMLFormElement, say: Say): Evidence {
  const input = partOf<HTMLInputElement>(form, 'input[type=file]')
  let list = partOf(form, '[data-files]')
  let pieces: Piece[] = []

  const add = (file: File) => {
    const item = newPart('li', { classes: 'sending__one' })
    const status = newPart('span', { classes: 'sending__state', role: 'status' })
    const what = newPart('span', { classes: 'sending__what' })
    what.append(newPart('strong', { text: file.name }), status)
    item.append(what)
    list.append(item)
    if (file.size > LARGEST) {
      status.textContent = say('files.too_large')
      return
    }
    status.textContent = say(isPicture(file) ? 'files.waiting' : 'files.warning')
    const piece = { file, item, status, cancel: new AbortController() }
    const remove = newButton(say('journey.remove_short'), 'link-button', () => {
      piece.cancel.abort()
      pieces = pieces.filter((one) => one !== piece)
      item.remove()
    })
    remove.setAttribute('aria-label', say('journey.remove', { name: file.name }))
    item.append(remove)
    pieces.push(piece)
  }
  input.addEventListener('change', () => {
    for (const file of input.files ?? []) add(file)
    input.value = ''
  })

  const sendOne = async (piece: Piece, api: string, auth: Uint8Array) => {
    const { file, status, cancel, item } = piece
    const cleans = isPicture(file)
    if (cleans) status.textContent = say('files.cleaning')
    const content = cleans ? await cleanPicture(file) : file
    if (!content) throw new NotTaken(422, 'not_readable')
    const sent = await sendFile({
      api,
      auth,
      name: file.name,
      type: content.type || 'application/octet-stream',
      content,
      signal: cancel.signal,
      tell: (progress) => {
        status.textContent =
          typeof progress === 'string' ? say(`files.${progress}`) : say('files.sending', progress)
      },
    })
    status.textContent = say(cleans ? 'files.cleaned' : 'files.sent')
    item.querySelector('button')?.remove()
    item.dataset['arrived'] = ''
    return sent
  }
  return {
    names: () => pieces.map(({ file }) => file.name),
    count: () => pieces.length,
    clear: () => list.querySelectorAll('[data-arrived]').forEach((row) => row.remove()),
    moveTo: (place) => {
      place.replaceChildren(...pieces.map(({ item }) => item))
      list = place
    },
    send: async (api, auth) => {
      const sent: SentFile[] = []
      let left = 0
      for (const piece of [...pieces]) {
        if (piece.cancel.signal.aborted) continue
        try {
          sent.push(await sendOne(piece, api, auth))
        } catch (error) {
          if (piece.cancel.signal.aborted) continue
          const full = error instanceof NotTaken && error.code === 'no_room_for_files'
          piece.status.textContent = say(full ? 'files.refused' : 'files.failed')
          piece.item.querySelector('button')?.remove()
          left += 1
        }
      }
      pieces = []
      return { sent, left }
    },
  }
}
