import { findDemo } from '../../administrations/index.ts'
import { findBook } from '../../cases/index.ts'
import type { System } from '../../system.ts'
import { fillImprovements } from './fill-improvements.ts'
import { fillProgramme } from './fill-programme.ts'
import { seedBook } from './seed-book.ts'

const SEED = 20
const LATELY = 3

/** So that desk and pages of a fresh demonstration show life; a book with filings stays as it is. */
export async function fillDemo(system: System, now: Date): Promise<void> {
  const { demoCases, environment } = system.config
  if (demoCases === 0 || environment === 'production') return
  const demo = await findDemo(system.db)
  const book = demo && (await findBook(system.db, demo.administrationId))
  if (!book || Number(book.filings) > 0) return
  const request = { slug: demo.slug, cases: demoCases, seed: SEED, lately: LATELY }
  const { filed } = await seedBook(system, request, now)
  await fillProgramme(system, demo.slug, now)
  await fillImprovements(system, demo.slug, now)
  system.log.info({ filed, ms: system.clock().getTime() - now.getTime() }, 'demonstration filled')
}
