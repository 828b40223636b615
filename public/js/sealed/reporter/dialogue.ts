import { readWords, Refused, sayHash } from '../../../../src/corruption-reports/sealing/index.ts'
import {
  type Conversation,
  giveName,
  openConversation,
  say as speak,
  withdraw,
} from './conversation.ts'
import { collectEvidence } from './evidence.ts'
import { newPart, partOf } from './part-of.ts'
import { NotTaken } from './post.ts'
import { clearProblems, showProblem } from './problems.ts'
import { type Say, speechOf } from './speech.ts'
import { everyWordList } from './word-lists.ts'

interface DialogueData {
  administrationId: string
  language: string
  api: string
  texts: Readonly<Record<string, string>>
}

/** Opens the dialogue with the words that were typed; they stay on this page and go nowhere. */
export async function openDialogue(whole: HTMLElement, form: HTMLFormElement): Promise<void> {
  const data = JSON.parse(partOf(document, '#dialogue-data').textContent ?? '') as DialogueData
  const say = speechOf(data.texts)
  const words = partOf<HTMLTextAreaElement>(form, '[name=words]')
  const status = partOf(form, '[data-opening]')
  clearProblems(form)
  const read = readWords(words.value, await everyWordList())
  if (!('bits' in read)) {
    const values = Object.fromEntries(
      Object.entries(read).filter(([name]) => name === 'position' || name === 'found'),
    ) as Record<string, number>
    return showProblem(form, 'words', say(`problems.words.${read.problem}`, values))
  }
  const { bits } = read
  status.textContent = say('enter.opening')
  try {
    const open = () => openConversation(data.api, data.administrationId, bits)
    const first = await open()
    words.value = ''
    showConversation(whole, first, { data, say, open })
  } catch (error) {
    status.textContent = ''
    showProblem(form, 'words', say(problemKey(error)))
  }
}

function problemKey(error: unknown): string {
  if (error instanceof NotTaken && error.status === 404) return 'problems.words.not_found'
  return error instanceof Refused ? 'problems.tampered' : 'problems.not_sent'
}

interface Means {
  data: DialogueData
  say: Say
  open: () => Promise<Conversation>
}

function showConversation(whole: HTMLElement, first: Conversation, means: Means): void {
  const { data, say, open } = means
  let now = first
  whole.replaceChildren(partOf<HTMLTemplateElement>(document, '#dialogue').content.cloneNode(true))
  const show = () => fill(whole, now, data.language, say)
  const again = async () => {
    now = await open()
    show()
  }
  const form = partOf<HTMLFormElement>(whole, '[data-write]')
  const evidence = collectEvidence(form, say)
  const status = partOf(form, '[data-sending]')
  onSend(form, async () => {
    const text = partOf<HTMLTextAreaElement>(form, 'textarea')
    if (!text.value.trim() && evidence.count() === 0) {
      return showProblem(form, 'message', say('problems.message.required'))
    }
    status.textContent = say('write.sending')
    try {
      const { sent, left } = await evidence.send(data.api, now.receipt.auth)
      if (sent.length > 0 || text.value.trim()) {
        await speak(data.api, now, text.value.trim(), sent)
      }
      text.value = ''
      evidence.clear()
      await again()
      status.textContent = left > 0 ? say('write.files_left', { count: left }) : say('write.sent')
    } catch (error) {
      const changed = error instanceof NotTaken && error.code === 'dialogue_changed'
      if (changed) await again()
      status.textContent = say(changed ? 'problems.changed' : 'problems.not_sent')
    }
  })
  const name = partOf<HTMLFormElement>(whole, '[data-identity]')
  onSend(name, async () => {
    const given = Object.fromEntries(
      ['names', 'contact'].map((one) => [
        one,
        partOf<HTMLInputElement>(name, `[name=${one}]`).value.trim(),
      ]),
    )
    if (!given['names']) return showProblem(name, 'names', say('problems.names.required'))
    await giveName(data.api, now, given)
    await again()
  })
  const leave = partOf<HTMLFormElement>(whole, '[data-withdrawal]')
  onSend(leave, async () => {
    await withdraw(data.api, now)
    await again()
  })
  show()
  window.scrollTo(0, 0)
  partOf(whole, 'h1').focus()
}

function onSend(form: HTMLFormElement, act: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = partOf<HTMLButtonElement>(form, 'button:not([type=button])')
    clearProblems(form)
    button.disabled = true
    void act().finally(() => {
      button.disabled = false
    })
  })
}

function fill(
  whole: HTMLElement,
  { wire, opened }: Conversation,
  language: string,
  say: Say,
): void {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const day = (text: string) => days.format(new Date(`${text}T00:00:00Z`))
  partOf(whole, '[data-state]').textContent = wire.state.label
  partOf(whole, '[data-state-text]').textContent = wire.state.text
  partOf(whole, '[data-received]').textContent = say('received', { day: day(wire.receivedOn) })
  partOf(whole, '[data-messages]').replaceChildren(
    ...opened.dialogue.messages.map(({ direction, body }, at) => {
      const from = direction === 'to_reporter' ? 'office' : 'reporter'
      const { text = '', files = [] } = (body ?? {}) as {
        text?: string
        files?: { name: string }[]
      }
      const item = newPart('li', { classes: `said__one said__one--${from}` })
      const when = day(wire.messages[at]?.day ?? wire.receivedOn)
      item.append(
        newPart('p', { classes: 'said__who', text: `${say(`messages.${from}`)} · ${when}` }),
        newPart('p', { classes: 'verbatim', text: body ? text : say('messages.locked') }),
        ...files.map(({ name }) =>
          newPart('p', { classes: 'said__file', text: say('messages.file', { name }) }),
        ),
      )
      return item
    }),
  )
  const hasMessages = opened.dialogue.messages.length > 0
  partOf(whole, '[data-messages]').hidden = !hasMessages
  partOf(whole, '[data-no-messages]').hidden = hasMessages
  partOf(whole, '[data-events]').replaceChildren(
    ...wire.events.map((event) => {
      const item = newPart('li', { text: ` ${event.label}` })
      item.prepend(newPart('span', { classes: 'done__day', text: day(event.day) }))
      return item
    }),
  )
  partOf(whole, '[data-hash]').textContent = sayHash(opened.self.contentHash)
  const isGiven = opened.self.identityKey === null
  partOf(whole, '[data-give]').hidden = isGiven
  partOf(whole, '[data-given]').hidden = !isGiven
  partOf(whole, '[data-withdraw]').hidden = wire.withdrawn
  partOf(whole, '[data-withdrawn]').hidden = !wire.withdrawn
}
