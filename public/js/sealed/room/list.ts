import type { Clock } from './calls.ts'
import { byId, clockChip, fromTemplate, make, part, stateTag } from './page.ts'
import { type OpenedRoomReport, plain } from './reports.ts'
import { say } from './setup.ts'

/** Which are shown is decided here: the server is never asked for words that somebody looks for. */
export function showList(
  reports: readonly OpenedRoomReport[],
  open: (report: OpenedRoomReport) => void,
): void {
  const shown = reports.filter(isWanted).sort(byUrgency)
  byId('room-rows').replaceChildren(...shown.map((report) => rowOf(report, open)))
  byId('room-count').textContent = say('count', { count: shown.length })
  byId('room-empty').hidden = shown.length > 0
}

function isWanted({ sealed, text }: OpenedRoomReport): boolean {
  const wanted = byId<HTMLSelectElement>('room-state').value
  const inState =
    wanted === '*' || (wanted === '' ? sealed.state !== 'concluded' : sealed.state === wanted)
  const words = plain(byId<HTMLInputElement>('room-search').value).split(/\s+/)
  return inState && words.every((word) => text.includes(word))
}

/** The first date that is still open; whatever has none comes last, newest first. */
function byUrgency(one: OpenedRoomReport, other: OpenedRoomReport): number {
  const [a, b] = [nextClock(one)?.dueOn ?? '9', nextClock(other)?.dueOn ?? '9']
  if (a !== b) return a < b ? -1 : 1
  return one.sealed.receivedOn < other.sealed.receivedOn ? 1 : -1
}

export function nextClock({ sealed }: OpenedRoomReport): Clock | undefined {
  return sealed.clocks.find(({ status }) => status !== 'met')
}

function rowOf(report: OpenedRoomReport, open: (report: OpenedRoomReport) => void): HTMLElement {
  const { sealed, opened, said } = report
  const row = fromTemplate('t-row')
  const title = part(row, 'title')
  title.textContent = firstWords(opened.content.told.narration)
  title.addEventListener('click', () => open(report))
  part(row, 'meta').textContent = [
    say('report_of', { day: sealed.received }),
    say(opened.content.identityGiven ? 'with_name' : 'no_name'),
    say('messages', { count: said.length }),
  ].join(' · ')
  const clock = nextClock(report)
  const marks = part(row, 'marks')
  marks.append(stateTag(sealed.state))
  if (clock) marks.append(chipNamed(clock))
  if (opened.content.told['protection'] === true) marks.append(flag(say('asks_protection')))
  if (said.at(-1)?.direction === 'from_reporter') marks.append(flag(say('new_message')))
  return row
}

export function chipNamed(clock: Clock): HTMLElement {
  return clockChip({ status: clock.status, text: `${clock.label}: ${clock.text}` })
}

function flag(text: string): HTMLElement {
  return make('span', text, 'case-row__flag')
}

const LONGEST = 90

function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= LONGEST ? line : `${line.slice(0, line.lastIndexOf(' ', LONGEST))}…`
}
