import { Readable } from 'node:stream'
import { getBookRulesById } from '../../../administrations/index.ts'
import { inSnapshot } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { CannotStart, NotFound } from '../../../platform/errors.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { findOwnModel } from '../../evaluation/index.ts'
import type { Around } from '../around.ts'
import { LeftOut } from '../left-out.ts'
import { prepareLeaving } from '../leaving.ts'
import type { PlannedFile } from '../shelf.ts'
import { readPlan } from '../read-plan.ts'
import { writePages } from '../write-pages.ts'
import { writeZip, type FileToWrite, type Listed, type Written } from '../write-zip.ts'

export interface PackToWrite {
  administrationId: string
  centreId: string
  year: number
  path: string
  now: Date
}

export interface WrittenPack extends Written {
  files: number
  /** What a person looks at before it leaves. */
  reviews: readonly Pick<PlannedFile, 'path' | 'title'>[]
  /** What was there and could not be taken. */
  leftOut: readonly Pick<PlannedFile, 'path' | 'title'>[]
}

type Progress = (done: number, of: number) => Promise<void>

/**
 * Writes everything that there is for each element of a centre's year: what is read is of one moment, and each file
 * is opened only when its turn comes.
 */
export async function writePack(
  system: System,
  { administrationId, centreId, year, path, now }: PackToWrite,
  onProgress: Progress,
): Promise<WrittenPack> {
  const book = await getBookRulesById(system, administrationId, now)
  const centre = book.centres.find((one) => one.centreId === centreId)
  if (!centre) throw new NotFound()
  return inSnapshot(system.db, async (tx) => {
    const own = await findOwnModel(tx, administrationId)
    if (!own) throw new CannotStart('The administration has not adopted an evaluation model.')
    const { slug, timeZone, languages } = book.administration
    const lang = languages[0] ?? 'es'
    const t = translator(lang)
    const unnamed = `${t('improvements-pack.staff_of')} ${centre.name}`
    const leaving = await prepareLeaving(tx, book, { lang, unnamed })
    const today = localDate(now, timeZone)
    const question = { administrationId, centreId, slug, year, today, lang, t }
    const plan = await readPlan(system, own.model, question, leaving)
    const leftOut = new LeftOut(leaving)
    const around: Around = {
      ...{ t, lang, year, now, timeZone, centre: centre.name, postOf: leaving.postOf },
      administration: book.administration.name,
      model: own,
      leftOut,
    }
    // a page is written when all it speaks of was
    function* files(): Generator<FileToWrite> {
      for (const file of plan.files) yield { path: file.path, open: () => leftOut.open(file) }
      for (const page of writePages(plan, around)) {
        const open = () => Promise.resolve(Readable.from([Buffer.from(page.html)]))
        yield { path: page.path, open }
      }
    }
    const manifest = (listed: readonly Listed[]) => {
      const head = { administration: slug, centre: centre.slug, year, madeAt: now.toISOString() }
      return `${JSON.stringify({ ...head, model: own.model.code, version: own.version, files: listed }, null, 2)}\n`
    }
    let count = 0
    const written = await writeZip(path, { files: files(), at: now, manifest }, (done) => {
      count = done
      return onProgress(done, Math.max(done, plan.files.length))
    })
    const taken = plan.files.filter((file) => !leftOut.has(file))
    const reviews = taken.filter(({ review }) => review === 'by_hand')
    return {
      ...written,
      files: count,
      reviews,
      leftOut: plan.files.filter((one) => leftOut.has(one)),
    }
  })
}
