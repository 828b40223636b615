import { eraseCase } from '../../actions/erase-case.ts'
import type { StepPage } from './step-page.ts'

/** A case that ended without an answer: what was written in it goes, if its person says so. */
export const erasurePage: StepPage = {
  action: 'erase',
  address: 'borrado',
  fields: [],
  words: '',
  takesFiles: false,
  name: 'erasure',
  model: async () => ({}),
  check: () => [],
  take: (system, request, _sent, now) => eraseCase(system, request, now),
}
