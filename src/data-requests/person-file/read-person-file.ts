import type { BookRules } from '../../administrations/index.ts'
import { mayBeOpened, type Attachment } from '../../attachments/index.ts'
import { isOpposed, readOwnCase, type Case, type OwnCase } from '../../cases/index.ts'
import { listOfficesThatLooked, type OfficeLook } from '../../looks/index.ts'
import { listNoticesOfCase, nameOfNotice } from '../../notices/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'

/** Everything that is kept of a person in their cases, and nothing of anybody else. */
export interface PersonFile {
  madeAt: Date
  administration: string
  timeZone: string
  cases: readonly CaseInFile[]
  looks: readonly OfficeLook[]
}

export interface CaseInFile extends OwnCase {
  opposed: boolean
  centre: string
  service: string | null
  letters: readonly { name: string; day: PlainDate; state: string }[]
  packed: readonly PackedFile[]
}

/** Null: it cannot be opened, and is named all the same. */
export interface PackedFile {
  file: Attachment
  path: string | null
}

export async function readPersonFile(
  system: System,
  book: BookRules,
  items: readonly Case[],
  { t, lang, now }: { t: T; lang: string; now: Date },
): Promise<PersonFile> {
  const { name, timeZone } = book.administration
  const cases: CaseInFile[] = []
  for (const item of items) {
    const own = await readOwnCase(system, item, t, lang)
    const letters = await listNoticesOfCase(system.db, item.administrationId, item.caseId)
    cases.push({
      ...own,
      opposed: await isOpposed(system.db, item),
      centre: book.names.get(item.centreId) ?? '',
      service: (item.serviceId && book.names.get(item.serviceId)) || null,
      // what was written to the staff is not the person's
      letters: letters
        .filter(({ to }) => to.recipient === 'person')
        .map((letter) => ({
          name: nameOfNotice(letter.template, t),
          day: localDate(letter.settledAt ?? letter.queuedAt, timeZone),
          state: letter.state,
        })),
      packed: own.files.map((file, index) => ({ file, path: pathOf(item, file, index) })),
    })
  }
  const caseIds = items.map(({ caseId }) => caseId)
  const looks = await listOfficesThatLooked(system.db, book, caseIds, now)
  return { madeAt: now, administration: name, timeZone, cases, looks }
}

function pathOf({ caseNumber }: Case, file: Attachment, index: number): string | null {
  if (!mayBeOpened(file.scanState)) return null
  return `${caseNumber}/${String(index + 1).padStart(2, '0')}-${file.name}`
}
