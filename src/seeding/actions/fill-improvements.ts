import { randomUUID } from 'node:crypto'
import { getBookRules, type BookRules } from '../../administrations/index.ts'
import {
  adoptModel,
  beginProcess,
  END,
  keepDraft,
  validateProcess,
  type Step,
} from '../../improvements/index.ts'
import { listHolders, type Role, type StaffDeed } from '../../people/index.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { readImprovementsScript, type ScriptedProcess } from '../improvements-script.ts'
import { staffWith } from '../staff-with.ts'
import { fillInstrument } from './fill-instrument.ts'

const DAY_MS = 86_400_000
const LANGUAGE = 'es'
/** Whoever validates reads for some days. */
const READING_DAYS = 10

export interface Filling {
  system: System
  book: BookRules
  today: PlainDate
  now: Date
  /** Somebody who holds the role there. */
  holder: (role: Role, centreId?: string) => Promise<string | null>
}

/** What the demonstration has begun to improve: the model that it is evaluated by, and a process. */
export async function fillImprovements(system: System, slug: string, now: Date): Promise<void> {
  const book = await getBookRules(system, slug, now)
  const { administrationId, timeZone } = book.administration
  const today = localDate(now, timeZone)
  const holder = async (role: Role, centreId: string | null = null) =>
    (await listHolders(system.db, [role], { administrationId, centreId }, today))[0] ?? null
  const filling = { system, book, today, now, holder }
  const script = await readImprovementsScript()
  const evaluator = await holder('evaluator')
  if (evaluator !== null) {
    await adoptModel(system, { administrationId, accountId: evaluator, at: now }, script.model)
  }
  for (const process of script.processes) await writeProcess(filling, process)
  for (const one of script.instruments) await fillInstrument(filling, one)
}

async function writeProcess(filling: Filling, process: ScriptedProcess): Promise<void> {
  const { system, book, today, now, holder } = filling
  const accountId = await holder('improvement_owner')
  const place = placeOf(book, process)
  if (accountId === null || place === null) return
  const { administrationId } = book.administration
  const at = new Date(now.getTime() - process.daysAgo * DAY_MS)
  const deed: StaffDeed = { administrationId, accountId, at }
  const processId = await beginProcess(system, deed, place)
  const { objective } = process
  const steps = stepsOf(process)
  await keepDraft(system, deed, { processId, version: 1, revision: 1, objective, steps })
  for (const role of process.validatedBy) {
    const validator = await holder(role, place.centreId)
    if (validator === null) continue
    const staff = staffWith(validator, role, administrationId)
    const on = addDays(today, READING_DAYS - process.daysAgo)
    const validating = {
      deed: { ...deed, accountId: validator },
      staff,
      today: on,
      language: LANGUAGE,
    }
    await validateProcess(system, validating, { processId, version: 1, revision: 2 })
  }
}

function placeOf({ centres, services }: BookRules, { centre, service }: ScriptedProcess) {
  const centreId = centres.find(({ slug }) => slug === centre)?.centreId
  const serviceId = services.find(({ slug }) => slug === service)?.serviceId
  return centreId && serviceId ? { centreId, serviceId } : null
}

function stepsOf({ steps }: ScriptedProcess): Step[] {
  const ids = new Map([['end', END], ...steps.map(({ name }) => [name, randomUUID()] as const)])
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`No step is called ${name}`)
    return id
  }
  return steps.map(({ name, text, question, ways }) => ({
    stepId: idOf(name),
    kind: question ? 'decision' : 'activity',
    text,
    ways: ways.map(({ label, to }) => ({ label, to: idOf(to) })),
  }))
}
