import type { Response } from 'express'
import { listLoadedSheets } from '../../../cases/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formatDate, formatDateTime, translator } from '../../../platform/i18n/index.ts'
import { formErrors, render } from '../../../platform/web/index.ts'
import { inLanguage, openKinds } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import type { CounterRoom } from '../../counter/pages/desk-room.ts'
import { counterUrls } from '../../counter/urls.ts'
import { listBlocks, type SheetBlock } from '../sheet-block-store.ts'
import { printedNumber } from '../sheet-number.ts'
import { sheetsUrls } from '../urls.ts'
import { listWaitingPiles, type WaitingPile } from '../waiting-piles.ts'
import { MOST_IN_BLOCK, type Typed } from './sheets-form.ts'

const BLOCKS_SHOWN = 20

export interface SheetsPage {
  typed?: Typed
  problems?: readonly FieldProblem[]
  done?: string | null
}

/** What waits to be typed, what came in, what was printed. */
export async function showSheets(
  system: System,
  response: Response,
  room: CounterRoom,
  { typed = {}, problems = [], done = null }: SheetsPage,
): Promise<void> {
  const { administrationId, centres, slug, t, today } = room
  const own = new Set(centres.map(({ centreId }) => centreId))
  const { piles } = await listWaitingPiles(system.db, administrationId)
  const blocks = await listBlocks(system.db, administrationId, [...own], BLOCKS_SHOWN)
  const model = {
    title: t('channels-counter.sheets.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'channels-counter.sheets.problems'),
    done: done && t(`channels-counter.sheets.done.${done}`),
    typed: { receivedOn: today, count: '20', ...typed },
    urls: sheetsUrls(slug),
    entryUrl: counterUrls(slug).entry,
    piles: piles.filter(({ centreId }) => own.has(centreId)).map((pile) => pileRow(room, pile)),
    blocks: await blockRows(system, room, blocks),
    centres: centres.map((centre) => ({ value: centre.slug, text: centre.name })),
    kinds: [{ value: '', text: t('channels-counter.sheets.every_kind') }, ...kindsOf(room)],
    printedIn: languageChoices(room),
    most: MOST_IN_BLOCK,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'channels/sheets/sheets', model, { status, layout: 'staff' })
}

export function kindsOf({ book, today, lang }: CounterRoom) {
  return openKinds(book.regime, book.authorisations, today).map(({ code, label }) => ({
    value: code,
    text: inLanguage(label, lang),
  }))
}

/** Each language alone, and the first two side by side. */
function languageChoices({ book }: CounterRoom) {
  const { languages } = book.administration
  const [first, second] = languages
  const name = (code: string) => translator(code)('layout.language_name')
  return [
    ...(first && second
      ? [{ value: `${first}+${second}`, text: `${name(first)} + ${name(second)}` }]
      : []),
    ...languages.map((code) => ({ value: code, text: name(code) })),
  ]
}

function pileRow({ book, today, lang }: CounterRoom, pile: WaitingPile) {
  return {
    centre: book.names.get(pile.centreId) ?? '',
    received: formatDate(pile.receivedOn, lang),
    due: pile.dueOn && formatDate(pile.dueOn, lang),
    late: pile.dueOn !== null && pile.dueOn < today,
    count: pile.sheetNumbers.length,
    numbers: pile.sheetNumbers,
  }
}

async function blockRows(
  { db }: System,
  { book, slug, lang, administrationId, t }: CounterRoom,
  blocks: readonly SheetBlock[],
) {
  const { bookCode, timeZone } = book.administration
  const numbersOf = ({ firstNumber, lastNumber }: SheetBlock) =>
    Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) =>
      printedNumber(bookCode, firstNumber + index),
    )
  const loaded = await listLoadedSheets(db, administrationId, blocks.flatMap(numbersOf))
  return blocks.map((block) => {
    const numbers = numbersOf(block)
    const label = book.regime.kinds.find(({ code }) => code === block.kind)?.label
    return {
      first: numbers[0],
      last: numbers.at(-1),
      count: numbers.length,
      loaded: numbers.filter((number) => loaded.has(number)).length,
      centre: book.names.get(block.centreId) ?? '',
      kind: inLanguage(label, lang) ?? t('channels-counter.sheets.every_kind'),
      printed: formatDateTime(block.printedAt, lang, timeZone),
      url: sheetsUrls(slug, block.blockId).block,
    }
  })
}
