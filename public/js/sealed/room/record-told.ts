import {
  type Directory,
  envelopeToJson,
  newReceiptBits,
  sealReport,
  slotHolders,
  wordsOf,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { postJson } from '../parts/post-json.ts'
import { random } from '../parts/random.ts'
import { wordListOf } from '../reporter/word-lists.ts'
import { byId, checkboxFor, fact, make } from './page.ts'
import { knows, say, setup } from './setup.ts'

const steps = ['told-form', 'told-check', 'told-receipt'] as const

/** Somebody tells, an officer writes; the person reads it over and takes the ten words along. */
export function recordTold(
  directory: Directory,
  leave: (said: string) => Promise<void> | void,
): void {
  const form = byId<HTMLFormElement>('told-form')
  form.reset()
  byId('told-readers').replaceChildren(
    ...slotHolders(directory).map(({ id, name }) => checkboxFor('told', id, name)),
  )
  form.onsubmit = (event) => {
    event.preventDefault()
    const told = toldIn(form)
    byId('told-problem').textContent = told.narration === '' ? say('needs_narration') : ''
    if (told.narration !== '') showToPerson(form)
  }
  byId('told-cancel').onclick = () => void leave('')
  byId('told-correct').onclick = () => show('told-form')
  byId('told-agrees').onclick = () => void seal(directory, form)
  byId('told-print').onclick = () => window.print()
  byId('told-given').onclick = () => {
    byId('told-words').replaceChildren()
    form.reset()
    void leave(say('told_done'))
  }
  show('told-form')
}

function show(step: (typeof steps)[number]): void {
  for (const id of steps) byId(id).hidden = id !== step
  byId(step === 'told-form' ? 'told-title' : `${step}-title`).focus()
}

const field = (form: HTMLFormElement, name: string) => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}

function toldIn(form: HTMLFormElement) {
  const [place, when] = [field(form, 'place'), field(form, 'when')]
  return {
    narration: field(form, 'narration'),
    language: setup.language,
    reprisal: field(form, 'reprisal'),
    protection: field(form, 'protection') === 'asked',
    ...(place !== '' && { place }),
    ...(when !== '' && { when }),
  }
}

function involvedIn(form: HTMLFormElement): string[] {
  const lines = field(form, 'involved').split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function showToPerson(form: HTMLFormElement): void {
  const { narration, language: _, ...others } = toldIn(form)
  byId('told-text').textContent = narration
  const rows = Object.entries(others).map(([name, value]) => {
    const word = typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${name}.${value}`
    return fact(say(`fact.${name}`), knows(word) ? say(word) : String(value))
  })
  const involved = involvedIn(form).join(', ')
  byId('told-facts').replaceChildren(
    ...rows,
    ...(involved === '' ? [] : [fact(say('fact.involved'), involved)]),
  )
  show('told-check')
}

async function seal(directory: Directory, form: HTMLFormElement): Promise<void> {
  const members = new FormData(form).getAll('readers').map(String)
  const receipt = newReceiptBits(random)
  try {
    const envelope = sealReport(
      {
        directory,
        told: toldIn(form),
        marks: { members, people: [], units: [], words: involvedIn(form) },
        struck: [],
        receipt,
      },
      random,
    )
    const channel = field(form, 'channel')
    await postJson(`${setup.api}/recibida`, { channel, envelope: envelopeToJson(envelope) })
    const words = wordsOf(receipt, await wordListOf(setup.language))
    byId('told-words').replaceChildren(...words.map((word) => make('li', word.normalize('NFC'))))
    show('told-receipt')
  } catch (error) {
    const isNobody = error instanceof Error && error.message === 'no_reader'
    byId('told-problem').textContent = say(isNobody ? 'needs_two' : 'failed')
    show('told-form')
  }
}
