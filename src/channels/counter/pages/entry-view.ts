import type { Response } from 'express'
import { acceptedExtensions, MAX_FILES_PER_FILING } from '../../../attachments/index.ts'
import { loadLimit, staffCaseUrl, SUPPORT_NEEDS, type Case } from '../../../cases/index.ts'
import { instantAt, isPlainDate, localTime } from '../../../platform/dates.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formatDate, formatDateTime } from '../../../platform/i18n/index.ts'
import { formErrors, render } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { openAsideForCounter } from '../../devices/for-counter.ts'
import { needField, type Entry } from '../entry-fields.ts'
import { onPage } from '../entry-rules.ts'
import { sheetsUrls } from '../../sheets/urls.ts'
import { listWaitingPiles } from '../../sheets/waiting-piles.ts'
import { counterUrls } from '../urls.ts'
import { asideView } from './aside-entry.ts'
import { callScript } from './call-script.ts'
import type { CounterRoom } from './desk-room.ts'
import { entryChoices } from './entry-choices.ts'
import { keptScans } from './entry-scans.ts'
import type { OwnEntry } from './own-entry.ts'

export interface EntryPage {
  entry: Entry
  problems?: readonly FieldProblem[]
  /** Open cases of the same person, to be looked at before this one is filed. */
  similar?: readonly Case[]
  /** What was registered a moment ago. */
  filed?: OwnEntry | null
  /** Files of the message that it comes from which cannot be taken. */
  refusedFiles?: readonly string[]
  /** The case that this very form was filed as, when it comes again with other words. */
  before?: string
}

export async function showEntry(
  system: System,
  response: Response,
  room: CounterRoom,
  { entry, problems = [], similar = [], filed = null, refusedFiles = [], before = '' }: EntryPage,
): Promise<void> {
  const { t, urls } = room
  const scans = await keptScans(system, room, entry)
  const aside = entry.aside ? await openAsideForCounter(system, room, entry.aside) : null
  const asksAgain = problems.length > 0 || similar.length > 0 || before !== ''
  const model = {
    title: t('channels-counter.title'),
    error: problems.length > 0,
    errors: formErrors(response, onPage(problems), 'channels-counter.problems'),
    urls,
    entry,
    aside: aside && asideView(room, aside),
    needs: SUPPORT_NEEDS.map((need) => ({
      name: needField(need),
      text: t(`filing.support.needs.${need}`),
    })),
    choices: entryChoices(room, system.texts !== null),
    focusOn: asksAgain ? null : filed ? firstOfNext(entry) : 'channel',
    limit: await sayLimit(system, room, entry),
    scans: scans.map(({ name }) => name),
    refusedFiles: refusedFiles.join(', '),
    accept: acceptedExtensions().join(','),
    mostFiles: MAX_FILES_PER_FILING,
    similar: similar.map((item) => similarRow(room, item)),
    seen: similar.map(({ caseNumber }) => caseNumber).join(' '),
    filed: filed && filedModel(room, filed),
    before: before && { number: before, url: staffCaseUrl(room.slug, before) },
    paper: await sayPaper(system, room),
    toSay: callScript(room),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'channels/counter/entry', model, {
    status,
    layout: 'staff',
    typed: { ...entry },
  })
}

/** How many written sheets of the person's offices are not in the book, and how many are past their day. */
async function sayPaper({ db }: System, { administrationId, centres, slug, today }: CounterRoom) {
  const own = new Set(centres.map(({ centreId }) => centreId))
  const { piles } = await listWaitingPiles(db, administrationId)
  const count = (some: typeof piles) =>
    some.reduce(
      (sum, { centreId, sheetNumbers }) => sum + (own.has(centreId) ? sheetNumbers.length : 0),
      0,
    )
  const late = piles.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  return { waiting: count(piles), late: count(late), url: sheetsUrls(slug).sheets }
}

/** By when what was handed over on the day of the form has to be in the book. */
async function sayLimit(
  { db }: System,
  { book, centres, now, lang, t }: CounterRoom,
  { handedDate, centre, kind }: Entry,
): Promise<{ text: string; late: boolean } | null> {
  const { timeZone } = book.administration
  const place = centres.find(({ slug }) => slug === centre)
  if (!place || !isPlainDate(handedDate)) return null
  const handedOverAt = instantAt(handedDate, localTime(now, timeZone), timeZone)
  const about = { centreId: place.centreId, handedOverAt, ...(kind && { kind }) }
  const limit = await loadLimit(db, book, about, now)
  if (!limit) return null
  const date = formatDate(limit.dueOn, lang)
  const late = limit.daysLate > 0
  const key = late ? 'channels-counter.limit.late' : 'channels-counter.limit.in_time'
  return { text: t(key, { date, count: limit.daysLate, source: limit.source }), late }
}

function similarRow({ book, lang, slug, t }: CounterRoom, item: Case) {
  const label = book.regime.kinds.find(({ code }) => code === item.kind)?.label
  return {
    number: item.caseNumber,
    url: staffCaseUrl(slug, item.caseNumber),
    kind: inLanguage(label, lang) ?? item.kind,
    state: t(`cases.state.${item.state}`),
    registered: formatDateTime(item.registeredAt, lang, book.administration.timeZone),
    summary: item.summary,
  }
}

/** Where the next sheet of the pile, or the next person, begins. */
function firstOfNext({ channel }: Entry): string {
  return channel === 'paper' ? 'handedTime' : 'kind'
}

function filedModel({ slug, lang }: CounterRoom, own: OwnEntry) {
  const { caseNumber, secret, dueOn } = own.receipt
  return {
    number: caseNumber,
    secret,
    dueOn,
    sheetNumber: own.sheetNumber,
    daysLate: own.daysLate,
    limitOn: own.dueOn && formatDate(own.dueOn, lang),
    receiptUrl: counterUrls(slug, caseNumber).receipt,
    caseUrl: staffCaseUrl(slug, caseNumber),
  }
}
