import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  line,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { writePractice } from '../actions/write-practice.ts'
import { lacksOf } from '../lacks.ts'
import { KINDS } from '../practice.ts'
import { listPractices } from '../practice-store.ts'
import { readPractice } from '../read-practice.ts'
import { practiceUrls } from '../urls.ts'

const begun = z.object({
  name: line(160),
  kind: z.enum(KINDS, 'required'),
  problem: words(2000).pipe(z.string().min(1, 'required')),
})

const UNWRITTEN = {
  ...{ initiative: '', originalId: null, adaptation: '', draft: '' },
  ...{ figures: '', voices: '', benefit: '', tests: {} },
}

function listPage(system: System): FormPage<ImprovementRoom> {
  return {
    enter: (request, response) => enterRoom(system, response, request),
    show: (...shown) => show(system, ...shown),
  }
}

/** The practices of a centre, and a new one, which begins with the problem. */
export function showPractices(system: System): Page {
  return showing(listPage(system))
}

export function sendPractice(system: System): Page {
  return sending(listPage(system), async (room, request) => {
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, begun)
    if (!values) return problems
    const { deed, place, slug, today: writtenOn } = room
    const practiceId = randomUUID()
    const { centreId } = place
    const text = { ...UNWRITTEN, ...values, practiceId, version: 1, centreId, writtenOn }
    await writePractice(system, deed, text)
    return practiceUrls(slug).one(practiceId)
  })
}

async function show(
  { db }: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, deed, place, today, book, here, mayImprove } = room
  const { administrationId } = deed
  const urls = practiceUrls(slug)
  const found = await listPractices(db, administrationId, {
    centreId: place.centreId,
    until: today,
  })
  const rows = []
  for (const { practiceId } of found) {
    const { practice, around } = await readPractice(db, administrationId, practiceId)
    rows.push({
      name: practice.name,
      kind: practice.kind,
      href: urls.one(practiceId),
      where:
        (practice.centreId && book.names.get(practice.centreId)) ?? t('improvements.all_centres'),
      writtenOn: practice.writtenOn,
      left: lacksOf(practice, around).sheet.length,
    })
  }
  const error = problems.length > 0
  const model = {
    title: t('improvements-practices.title'),
    error,
    errors: formErrors(response, problems, 'improvements-practices.problems'),
    choice: centreChoice(room, urls.list),
    rows,
    kinds: KINDS,
    formUrl: mayImprove ? here(urls.list) : null,
    typed: typedIn(request),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/practices/list', model, options)
}
