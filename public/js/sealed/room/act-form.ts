import type { OfferedAct } from './calls.ts'
import { checkboxFor, fromTemplate, part } from './page.ts'
import type { Words } from './reports.ts'
import { say } from './setup.ts'

/** What each act asks for besides its reason; everything else of the form is taken away. */
const FIELDS: Record<string, readonly string[]> = {
  refer: ['receiver'],
  decide_protection: ['granted', 'measures'],
  decide_protection_review: ['granted', 'measures'],
  record_protection: ['measures'],
  decide_bad_faith: ['badFaith'],
  record_outcome: ['outcome'],
  conclude: ['category', 'outcome'],
  postpone_erasure: ['until'],
  begin_epoch: ['readers'],
  wrap_reader: ['reader'],
  approve_reader: ['reader'],
}
/** Acts that are nothing without telling the person. */
const NEEDS_MESSAGE = [
  'ask_correction',
  'tell_outcome',
  'give_feedback',
  'decide_protection',
  'open_bad_faith',
]

/** What they do to the dialogue is told by itself. */
const WITHOUT_MESSAGE = ['begin_epoch', 'approve_reader', 'request_identity']

export interface Filled {
  words: Words
  message: string
  conclusion: { category: string; outcome: string } | null
  /** Ids of the members chosen. */
  members: string[]
}

export interface ActForm {
  form: HTMLElement
  problem: (text: string) => void
}

export interface MemberChoice {
  id: string
  name: string
}

export function actForm(
  act: OfferedAct,
  members: readonly MemberChoice[],
  { confirm, cancel }: { confirm: (filled: Filled) => void; cancel: () => void },
): ActForm {
  const form = fromTemplate<HTMLFormElement>('t-act')
  part(form, 'title').textContent = act.text
  const wanted = [
    ...(FIELDS[act.code] ?? []),
    ...(act.reason === 'none' ? [] : ['reason']),
    ...(act.told && !WITHOUT_MESSAGE.includes(act.code) ? ['message'] : []),
  ]
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    if (!wanted.includes(field.dataset['field'] ?? '')) field.remove()
  }
  offerMembers(form, members)
  const problem = (text: string) => {
    part(form, 'problem').textContent = text
  }
  part(form, 'cancel').addEventListener('click', cancel)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const filled = read(form, act)
    const missing = whatIsMissing(filled, act, wanted)
    problem(missing ? say(missing) : '')
    if (!missing) confirm(filled)
  })
  return { form, problem }
}

/** Several to set aside, or one to let in. */
function offerMembers(form: HTMLElement, members: readonly MemberChoice[]): void {
  form
    .querySelector('[data-part="readers"]')
    ?.append(...members.map(({ id, name }) => checkboxFor('act', id, name)))
  const select = form.querySelector<HTMLSelectElement>('select[name="reader"]')
  for (const { id, name } of members) select?.add(new Option(name, id))
}

function read(form: HTMLFormElement, act: OfferedAct): Filled {
  const data = new FormData(form)
  const one = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const words: Record<string, string | string[]> = {}
  for (const name of ['reason', 'receiver', 'granted', 'badFaith', 'outcome', 'until']) {
    if (one(name) !== '') words[name] = one(name)
  }
  const measures = data.getAll('measures').map(String)
  if (measures.length > 0) words['measures'] = measures
  const concludes = act.code === 'conclude'
  return {
    words,
    message: one('message'),
    conclusion: concludes ? { category: one('category'), outcome: one('outcome') } : null,
    members: data.getAll(data.has('reader') ? 'reader' : 'readers').map(String),
  }
}

function whatIsMissing(filled: Filled, act: OfferedAct, wanted: readonly string[]): string | null {
  if (act.reason === 'required' && !filled.words['reason']) return 'needs_reason'
  if (NEEDS_MESSAGE.includes(act.code) && filled.message === '') return 'needs_message'
  const choices = ['granted', 'badFaith', 'until'].filter((name) => wanted.includes(name))
  if (choices.some((name) => !filled.words[name])) return 'needs_choice'
  const asksMembers = wanted.includes('readers') || wanted.includes('reader')
  return asksMembers && filled.members.length === 0 ? 'needs_choice' : null
}
