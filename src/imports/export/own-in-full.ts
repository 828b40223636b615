import { listAnswersForExport, listPeopleForExport, type ExportedCase } from '../../cases/index.ts'
import { listSteps } from '../../ledger/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { openTableFile } from './table-file.ts'

const PEOPLE = [
  'case_number',
  'names',
  'first_surname',
  'second_surname',
  'legal_name',
  'representative',
  'document_type',
  'document_number',
  'email',
  'phone',
  'address',
] as const
const STEPS = ['case_number', 'at', 'event', 'by', 'state'] as const
const ANSWERS = ['case_number', 'approved_at', 'outcome', 'answer', 'measures'] as const

/** Beside the cases: who filed them, what happened in each, and what was answered. No import takes these in. */
export function openInFull(db: Db, administrationId: string, of: { folder: string; code: string }) {
  const table = (name: string, columns: readonly string[]) =>
    openTableFile(of.folder, `${of.code}.${name}`, columns)
  const people = table('people', PEOPLE)
  const steps = table('history', STEPS)
  const answers = table('answers', ANSWERS)
  return {
    async add(cases: readonly ExportedCase[]): Promise<void> {
      const numbers = new Map(cases.map(({ caseId, caseNumber }) => [caseId, caseNumber]))
      const numbered = <Row extends { caseId: string }>(
        rows: readonly Row[],
        cells: (row: Row) => readonly (string | null)[],
      ) =>
        rows.map((row) => [numbers.get(row.caseId) ?? '', ...cells(row).map((cell) => cell ?? '')])
      const ids = [...numbers.keys()]
      const persons = await listPeopleForExport(db, administrationId, ids)
      await people.add(
        numbered(persons, (one) => [
          one.names,
          one.firstSurname,
          one.secondSurname,
          one.legalName,
          one.representative,
          one.documentType,
          one.documentNumber,
          one.email,
          one.phone,
          one.address,
        ]),
      )
      const told = await listSteps(db, administrationId, ids)
      await steps.add(
        numbered(told, ({ happenedAt, event, actor, toState }) => [
          happenedAt.toISOString(),
          event,
          actor,
          toState,
        ]),
      )
      const given = await listAnswersForExport(db, administrationId, ids)
      await answers.add(
        numbered(given, ({ approvedAt, outcome, body, measures }) => [
          approvedAt?.toISOString() ?? null,
          outcome,
          body,
          measures,
        ]),
      )
    },
    async close(): Promise<string[]> {
      const files = [await people.close(), await steps.close(), await answers.close()]
      return files.flat()
    },
  }
}
