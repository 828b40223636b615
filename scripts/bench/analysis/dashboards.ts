import { lookInTurn, type SizedBook } from '../look-in-turn.ts'

const PAGE = '/personal/demo/indicadores'
const YEAR = '?periodo=2026&por=service'

/** Each of those who have a dashboard looks at theirs; the analyst also at a year by service. */
const VIEWS = [
  { account: 'jefatura', name: "the head of office's dashboard", address: () => PAGE },
  { account: 'responsable', name: "the responsible's", address: () => PAGE },
  { account: 'analisis', name: "the analyst's, a year by service", address: () => PAGE + YEAR },
  { account: 'direccion', name: "the chief's", address: () => PAGE },
]

export function measureDashboards(books: readonly SizedBook[]): Promise<void> {
  return lookInTurn(books, VIEWS)
}
