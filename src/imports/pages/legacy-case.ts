import { recordLook } from '../../audit/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { findBatch } from '../batch-store.ts'
import { getLegacyCase } from '../legacy-store.ts'
import type { KeptLegacyCase } from '../legacy-row.ts'
import { enterRoom, type Room } from './room.ts'

/** One case of an older book: what it means here, and the row as it stood. */
export function showLegacyCase(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { administrationId, accountId, at } = room.deed
    const number = String(request.params['legacyNumber'])
    const one = await getLegacyCase(system.db, administrationId, number)
    const batch = await findBatch(system.db, administrationId, one.batchId)
    const details = { number: one.legacyNumber }
    await recordLook(system.db, { at, accountId, administrationId, what: 'legacy_case', details })
    render(
      response,
      'imports/legacy-case',
      {
        title: one.legacyNumber,
        done: request.query['hecho'] === 'borrado' ? room.t('imports.erasing.done') : null,
        eraseUrl:
          room.mayErase && batch?.state === 'loaded' ? room.urls.erasing(one.legacyNumber) : null,
        backUrl: room.urls.books,
        text: one.text,
        erased: one.cells === null,
        facts: factsOf(one, room),
        flags: one.flags.map((flag) => room.t(`imports.flag.${flag}`)),
        cells: (batch?.columns ?? []).map((column, at) => ({
          column,
          cell: one.cells?.[at] ?? '',
        })),
        from: room.t('imports.from_row', { file: batch?.fileName ?? '', row: one.row }),
      },
      { layout: 'staff' },
    )
  }
}

function factsOf(one: KeptLegacyCase, { t, book }: Room) {
  const nameOf = (id: string | null) => (id === null ? undefined : book.names.get(id))
  const kind = book.regime.kinds.find(({ code }) => code === one.kind)
  const facts: [string, string | null | undefined][] = [
    ['sourceNumber', one.sourceNumber],
    ['officialNumber', one.officialNumber],
    ['kind', kind?.label['es'] ?? one.kind],
    ['receivedAt', one.receivedOn],
    ['dueOn', one.dueOn],
    ['answeredAt', one.answeredOn],
    ['closedAt', one.closedOn],
    ['state', one.stateTold ?? one.state],
    ['channel', one.channel],
    ['centre', nameOf(one.centre.id) ?? one.centre.told],
    ['service', nameOf(one.service.id) ?? one.service.told],
    ['unit', nameOf(one.unit.id) ?? one.unit.told],
    ['motive', one.motive],
  ]
  return facts.flatMap(([use, value]) =>
    value ? [{ key: { text: t(`imports.use.${use}`) }, value: { text: value } }] : [],
  )
}
