import type { DoorData } from '../../../../src/corruption-reports/door/page-data.ts'
import {
  canSealIdentity,
  type DirectoryEntry,
  sha256,
  verifyDirectory,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { chooseInvolved } from './chooser.ts'
import { openConversation, say as speak } from './conversation.ts'
import { collectEvidence } from './evidence.ts'
import { partOf } from './part-of.ts'
import { NotTaken, post } from './post.ts'
import { clearProblems, showProblem } from './problems.ts'
import { random } from './random.ts'
import { listReaders } from './readers-list.ts'
import { showReceipt } from './receipt.ts'
import { reportSender } from './send-report.ts'
import { showRows } from './show-rows.ts'
import { speechOf } from './speech.ts'
import { walkThrough } from './steps.ts'
import { identityIn, isNameGiven, rowsToCheck, toldIn } from './told.ts'
import { wordListOf } from './word-lists.ts'

/** From "what happened" to the ten words, all in one document: nothing is sent before the end. */
export async function beginJourney(door: HTMLElement, narration: string): Promise<void> {
  const data = JSON.parse(partOf(document, '#door-data').textContent ?? '') as DoorData
  const list = await wordListOf(data.language)
  const say = speechOf(data.texts)
  let directory = verifyDirectory(data.directory, data.administrationId)
  door.replaceChildren(partOf<HTMLTemplateElement>(document, '#journey').content.cloneNode(true))
  const form = partOf<HTMLFormElement>(door, 'form.journey')
  const chooser = chooseInvolved(form, data, say)
  const readers = listReaders(form, () => directory, say)
  const sendReport = reportSender(data.api, random, sha256)
  const evidence = collectEvidence(form, say)
  const status = partOf(form, '[data-sending]')
  partOf<HTMLTextAreaElement>(form, '[name=narration]').value = narration
  revealWhatBelongs(form)
  hideWaysThatForget()

  const out = () => ({ marks: chooser.marks(), struck: readers.struck() })
  const showCheck = () => {
    readers.show(chooser.marks())
    const rows = rowsToCheck(form, { involved: chooser.names(), files: evidence.names() }, say)
    showRows(partOf(form, '[data-told]'), rows, say, (step) => steps.show(step))
  }
  const mayLeave = (step: string) => {
    clearProblems(form)
    const problem = problemOn(step)
    if (problem) showProblem(form, problem.field, say(`problems.${problem.field}.${problem.code}`))
    return problem === null
  }
  const problemOn = (step: string) => {
    const told = toldIn(form, data.language)
    const { members, people, units, words } = chooser.marks()
    if (step === 'what' && !told.narration) return { field: 'narration', code: 'required' }
    const nobody = [members, people, units, words].every(({ length }) => length === 0)
    if (step === 'who' && nobody && data.requires.includes('accused'))
      return { field: 'involved', code: 'required' }
    if (step === 'identity' && isNameGiven(form)) {
      if (!identityIn(form)?.['names']) return { field: 'names', code: 'required' }
      if (!canSealIdentity(directory, out())) return { field: 'names', code: 'too_few_custodians' }
    }
    return null
  }
  const send = async () => {
    status.textContent = say('journey.sending')
    partOf<HTMLButtonElement>(form, '[data-go-on]').disabled = true
    try {
      const identity = identityIn(form)
      const told = toldIn(form, data.language)
      const sent = await sendReport({ directory, told, ...out(), ...(identity && { identity }) })
      form.remove()
      const { fingerprint } = directory
      showReceipt(door, { ...sent, fingerprint, followAddress: data.followAddress, list }, say)
      void sendEvidence(sent.bits)
    } catch (error) {
      await explain(error)
    }
  }
  /** The text is safe by now: files come after it, in a message of their own. */
  const sendEvidence = async (bits: Uint8Array) => {
    const count = evidence.count()
    if (count === 0) return
    const place = partOf(door, '[data-evidence]')
    place.hidden = false
    evidence.moveTo(partOf(place, '[data-files]'))
    const told = partOf(place, '[data-files-told]')
    told.textContent = say('files.still_sending')
    let left = count
    try {
      const conversation = await openConversation(data.api, data.administrationId, bits)
      const result = await evidence.send(data.api, conversation.receipt.auth)
      if (result.sent.length > 0) await speak(data.api, conversation, '', result.sent)
      left = result.left
    } finally {
      told.textContent =
        left > 0 ? say('receipt.files_left', { count: left }) : say('files.all_sent')
    }
  }
  const explain = async (error: unknown) => {
    partOf<HTMLButtonElement>(form, '[data-go-on]').disabled = false
    const changed = error instanceof NotTaken && error.code === 'directory_changed'
    if (changed) {
      const { entries } = await post<{ entries: DirectoryEntry[] }>(`${data.api}/directory`, {})
      directory = verifyDirectory(entries, data.administrationId)
      showCheck()
    }
    status.textContent = say(changed ? 'readers.changed' : 'journey.not_sent')
  }
  const steps = walkThrough(form, {
    say,
    mayLeave,
    onShow: (step) => {
      status.textContent = ''
      partOf(form, '[data-go-on]').hidden = false
      if (step === 'check') showCheck()
    },
    send: () => void send(),
  })
  steps.show('what')
}

/** Links to other pages would lose what is typed; the quick exit stays. */
function hideWaysThatForget(): void {
  document.querySelector('.govuk-back-link')?.closest('nav')?.remove()
  document.querySelector('.languages')?.remove()
}

/** The fields of an answer that was not given are not shown. */
function revealWhatBelongs(form: HTMLFormElement): void {
  const reveal = () => {
    const data = new FormData(form)
    partOf(form, '[data-identity]').hidden = data.get('identity') !== 'given'
    const feared = !['none', null].includes(data.get('reprisal') as string | null)
    partOf(form, '[data-reprisal]').hidden = !feared
  }
  form.addEventListener('change', reveal)
  reveal()
}
