import { slotHolders } from '../../../../src/corruption-reports/sealing/index.ts'
import type { OfferedAct } from './calls.ts'
import { evidenceOf, fileRow } from './files.ts'
import type { Keyring } from './keyring.ts'
import { chipNamed, nextClock } from './list.ts'
import { button, fact, fromTemplate, make, part, stateTag, warning } from './page.ts'
import { identityRows } from './identity.ts'
import { membersFor, readersNow } from './readers.ts'
import type { OpenedRoomReport, Said, Words } from './reports.ts'
import { knows, labelOf, say, setup } from './setup.ts'

export interface ReportActs {
  back: () => void
  take: (act: OfferedAct, form: HTMLElement) => void
  write: (text: string, problem: (text: string) => void) => void
}

/** A whole report, and only what this person may do with it now. */
export function reportView(ring: Keyring, report: OpenedRoomReport, acts: ReportActs): HTMLElement {
  const { sealed, opened, alarms } = report
  const whole = fromTemplate('t-report')
  part(whole, 'back').addEventListener('click', acts.back)
  part(whole, 'title').textContent = say('report_of', { day: sealed.received })
  const clock = nextClock(report)
  part(whole, 'marks').append(stateTag(sealed.state), ...(clock ? [chipNamed(clock)] : []))
  part(whole, 'alarms').append(...alarms.map((alarm) => warning(say(`alarm.${alarm}`))))
  showActs(whole, sealed.acts, acts, (code) => isMeaningful(code, ring, report))
  part(whole, 'narration').textContent = opened.content.told.narration
  part(whole, 'told').append(...toldRows(report), ...toDoRows(report))
  showEvidence(whole, ring, report)
  part(whole, 'dialogue').append(...report.said.map(saidItem))
  listenToWriting(whole, acts)
  part(whole, 'history').append(
    ...[...sealed.events].reverse().map((event) => eventItem(report, event)),
  )
  showFacts(whole, ring, report)
  return whole
}

/** What is made with a form of its own; what is only ever a consequence is not offered. */
const OFFERED_LAST = ['note', 'begin_epoch', 'wrap_reader', 'approve_reader', 'request_identity']

/** An act on members is offered when there is somebody whom it could be about. */
function isMeaningful(code: string, ring: Keyring, report: OpenedRoomReport): boolean {
  const onMembers = ['begin_epoch', 'wrap_reader', 'approve_reader'].includes(code)
  return !onMembers || membersFor(code, ring, report).length > 0
}

function showActs(
  whole: HTMLElement,
  offered: readonly OfferedAct[],
  acts: ReportActs,
  isOffered: (code: string) => boolean,
): void {
  const rank = ({ code }: OfferedAct) => OFFERED_LAST.indexOf(code)
  const sorted = offered
    .filter(({ code }) => isOffered(code))
    .sort((one, other) => rank(one) - rank(other))
  part(whole, 'acts').append(
    ...sorted.map((act) => {
      const item = make('li')
      item.append(button(act.text, () => acts.take(act, part(whole, 'form'))))
      return item
    }),
  )
}

const TOLD = ['place', 'when', 'reprisal', 'reprisalWords', 'protection']

function toldRows({ opened }: OpenedRoomReport): HTMLElement[] {
  const { told } = opened.content
  return TOLD.flatMap((name) => {
    const value = told[name]
    if (value === undefined || value === '') return []
    return [fact(say(`fact.${name}`), wordFor(name, value))]
  })
}

/** What the rules ask for besides: a copy to whom it is due, and what makes a report admissible. */
function toDoRows({ opened }: OpenedRoomReport): HTMLElement[] {
  const asksProtection = opened.content.told['protection'] === true
  return [
    ...(asksProtection && setup.copies !== '' ? [fact(say('fact.copies'), setup.copies)] : []),
    fact(say('fact.admissible'), setup.admissible),
  ]
}

function wordFor(name: string, value: unknown): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  const key = `${name}.${String(value)}`
  return knows(key) ? say(key) : String(value)
}

function showEvidence(whole: HTMLElement, ring: Keyring, report: OpenedRoomReport): void {
  const evidence = evidenceOf(report)
  part(whole, 'noevidence').hidden = evidence.length > 0
  part(whole, 'evidence').hidden = evidence.length === 0
  part(whole, 'files').append(...evidence.map((one) => fileRow(ring, report, one)))
}

function saidItem(said: Said): HTMLElement {
  const item = fromTemplate(said.direction === 'from_reporter' ? 't-said-person' : 't-said-message')
  part(item, 'when').textContent = [said.day, said.by].filter(Boolean).join(' · ')
  part(item, 'text').textContent = said.body ? (said.body.text ?? '') : say('unreadable')
  part(item, 'files').append(
    ...(said.body?.files ?? []).map(({ name }) => make('li', say('file_said', { name }))),
  )
  return item
}

function listenToWriting(whole: HTMLElement, acts: ReportActs): void {
  const form = part<HTMLFormElement>(whole, 'write')
  const text = form.querySelector('textarea')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.querySelector('.govuk-error-message')?.remove()
    acts.write(text?.value ?? '', (problem) => {
      text?.before(make('p', problem, 'govuk-error-message'))
      text?.focus()
    })
  })
}

function eventItem(
  { words }: OpenedRoomReport,
  event: OpenedRoomReport['sealed']['events'][number],
) {
  const item = fromTemplate('t-event')
  part(item, 'title').textContent = event.text
  part(item, 'when').textContent = [event.day, event.by].filter(Boolean).join(' · ')
  const said = words.get(event.seq)
  if (said) part(item, 'words').append(...wordRows(said))
  return item
}

function wordRows({ reason, ...rest }: Words): HTMLElement[] {
  const rows = Object.entries(rest).map(([name, value]) =>
    fact(say(`words.${name}`), decided(name, value)),
  )
  const list = make('dl', '', 'govuk-summary-list facts')
  list.append(...rows)
  return [
    ...(reason ? [make('p', String(reason), 'verbatim')] : []),
    ...(rows.length > 0 ? [list] : []),
  ]
}

function decided(name: string, value: string | readonly string[]): string {
  if (typeof value !== 'string') return value.map(labelOf).join(', ')
  const key = `decision.${name}.${value}`
  return knows(key) ? say(key) : labelOf(value)
}

function showFacts(whole: HTMLElement, ring: Keyring, report: OpenedRoomReport): void {
  const { sealed, opened } = report
  part(whole, 'clocks').append(
    ...sealed.clocks.map((clock) => {
      const item = make('li')
      item.append(chipNamed(clock), make('p', `${clock.due}. ${clock.source ?? ''}`, 'govuk-hint'))
      return item
    }),
  )
  part(whole, 'involved').append(...lines(involved(report)))
  part(whole, 'readers').append(...lines(readersOf(ring, report)))
  const asked = identityRows(ring, report)
  part(whole, 'asked').append(...asked)
  part(whole, 'identity').hidden = asked.length === 0
  part(whole, 'facts').append(
    fact(say('fact.received'), sealed.received),
    fact(say('fact.channel'), say(`channel.${sealed.channel}`)),
    fact(say('fact.identity'), say(opened.content.identityGiven ? 'with_name' : 'no_name')),
    fact(say('fact.epoch'), String(sealed.epoch)),
    ...(sealed.retain ? [fact(say('fact.retain'), sealed.retain)] : []),
  )
}

function lines(texts: readonly string[]): HTMLElement[] {
  return texts.map((text) => make('li', text))
}

function involved({ opened }: OpenedRoomReport): string[] {
  const { marks } = opened.content
  const named = (ids: readonly string[], list: readonly { id: string; name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id)
  const all = [
    ...named(marks.people, setup.people),
    ...named(marks.units, setup.units),
    ...marks.words,
  ]
  return all.length > 0 ? all : [say('nobody')]
}

function readersOf({ directory }: Keyring, report: OpenedRoomReport): string[] {
  const { struck, marks } = report.opened.content
  const readers = readersNow(report)
  const wasStruck = (id: string) => struck.includes(id) && !marks.members.includes(id)
  return slotHolders(directory).flatMap(({ id, name }) => {
    if (readers.includes(id)) return [name]
    return wasStruck(id) ? [say('struck', { name })] : []
  })
}
