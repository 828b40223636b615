import type { BookRules } from '../../administrations/index.ts'
import { listChosenTexts } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { maskText } from './mask-text.ts'
import { readMaskRules } from './read-mask.ts'

/** What a person told, with what points to somebody taken out; null where no analysis reads it. */
export async function readMaskedCase(
  db: Db,
  book: BookRules,
  caseId: string,
): Promise<string | null> {
  const { administrationId } = book.administration
  const [told] = await listChosenTexts(db, administrationId, [caseId])
  if (!told) return null
  return maskText(told.text, await readMaskRules(book, told.language)).masked
}
