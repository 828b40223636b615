import type { ColumnType } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { LetterWords } from './letter-words.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    letter_words: {
      administration_id: string
      template: string
      language: string
      valid_from: Date
      words: ColumnType<LetterWords, string, string>
    }
  }
}

export interface LetterKey {
  template: string
  language: string
}

/** As they are, or as they were at an instant: a letter says what it would have said when it was queued. */
export async function findWords(
  db: Db,
  administrationId: string,
  { template, language }: LetterKey,
  at?: Date,
): Promise<LetterWords> {
  const row = await db
    .selectFrom('letter_words')
    .select('words')
    .where('administration_id', '=', administrationId)
    .where('template', '=', template)
    .where('language', '=', language)
    .$if(at !== undefined, (query) => query.where('valid_from', '<=', at!))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.words ?? {}
}

export async function insertWords(
  tx: Tx,
  administrationId: string,
  { template, language }: LetterKey,
  words: LetterWords,
  validFrom: Date,
): Promise<void> {
  await tx
    .insertInto('letter_words')
    .values({
      administration_id: administrationId,
      template,
      language,
      valid_from: validFrom,
      words: JSON.stringify(words),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['administration_id', 'template', 'language', 'valid_from'])
        .doUpdateSet({ words: JSON.stringify(words) }),
    )
    .execute()
}

/** Which letters are said in own words, as `template.language`. */
export async function listWorded(db: Db, administrationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('letter_words')
    .distinctOn(['template', 'language'])
    .select(['template', 'language', 'words'])
    .where('administration_id', '=', administrationId)
    .orderBy('template')
    .orderBy('language')
    .orderBy('valid_from', 'desc')
    .execute()
  const own = rows.filter(({ words }) => Object.keys(words).length > 0)
  return new Set(own.map(({ template, language }) => `${template}.${language}`))
}
