import { Readable } from 'node:stream'
import { getBookRulesById, type BookRules, type Centre } from '../../../administrations/index.ts'
import { inSnapshot } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { CannotStart, NotFound } from '../../../platform/errors.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { findOwnModel, readShown } from '../../evaluation/index.ts'
import { paperOfEvidence } from '../../evidence/index.ts'
import { planPack, type PlannedFile } from '../plan-pack.ts'
import { writePages } from '../write-pages.ts'
import { writeZip, type Listed, type Written } from '../write-zip.ts'

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
    const today = localDate(now, timeZone)
    const question = { administrationId, centreId, slug, year, today, lang, t }
    const shown = await readShown(system, own.model, question, tx)
    const plan = planPack(own.model, shown, {
      lang,
      paperOf: (item) => paperOfEvidence(system, item),
    })
    const reviews = plan.files.filter(({ review }) => review === 'by_hand')
    const pages = writePages(plan, {
      ...{ t, lang, year, today, centre: centre.name, postOf: postsOf(book, centre, t) },
      administration: book.administration.name,
      model: own,
      reviews,
    })
    const files = [
      ...pages.map((page) => ({
        path: page.path,
        open: () => Promise.resolve(Readable.from([Buffer.from(page.html)])),
      })),
      ...plan.files,
    ]
    const manifest = (listed: readonly Listed[]) => {
      const head = { administration: slug, centre: centre.slug, year, madeAt: now.toISOString() }
      return `${JSON.stringify({ ...head, model: own.model.code, version: own.version, files: listed }, null, 2)}\n`
    }
    const written = await writeZip(path, { files, at: now, manifest }, (done) =>
      onProgress(done, files.length),
    )
    return { ...written, files: files.length, reviews }
  })
}

/** Staff appear by their post, never by their name. */
function postsOf({ officials }: BookRules, centre: Centre, t: (key: string) => string) {
  const posts = new Map(officials.map(({ accountId, post }) => [accountId, post]))
  return (accountId: string) =>
    posts.get(accountId) ?? `${t('improvements-pack.staff_of')} ${centre.name}`
}
