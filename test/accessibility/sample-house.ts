import { registerCaseNotices } from '../../src/cases/index.ts'
import { openFoundedBook } from '../support/founded-book.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import type { PageToSee } from './pages.ts'
import { buildSampleAnalysis } from './sample-analysis.ts'
import { buildSampleCases } from './sample-cases.ts'
import { buildSampleDoors, linked } from './sample-doors.ts'
import { buildSampleProcess } from './sample-process.ts'
import { buildSampleProject } from './sample-project.ts'
import { buildSampleImprovements } from './sample-improvements.ts'
import { buildSampleOrganisation } from './sample-organisation.ts'
import { buildOlderBook } from './sample-older-book.ts'
import { buildSampleView } from './sample-views.ts'
import { buildSampleTemplate } from './sample-templates.ts'
import { buildSampleRequest } from './sample-request.ts'
import { buildThemes } from './sample-themes.ts'
import { buildSampleHandover } from './sample-handover.ts'
import { followAll, gatherVisitors, receiptNumber, type Visitors } from './visitors.ts'

export interface SampleHouse {
  test: TestSystem
  app: RunningApp
  visitors: Visitors
  /** The address of a page, with what the house has in it. */
  addressOf(path: string, page: PageToSee): string
  close(): Promise<void>
}

/** The demonstration's municipality with something to see behind every address. */
export async function openSampleHouse(): Promise<SampleHouse> {
  const test = await openFoundedBook()
  const app = await startApp(test.system)
  registerCaseNotices()
  const visitors = await gatherVisitors(test, app)
  const cases = await buildSampleCases(test)
  const doors = await buildSampleDoors(test, app, {
    manager: visitors.responsable,
    counter: visitors.ventanilla,
  })
  const analysis = await buildSampleAnalysis(test, visitors.responsable)
  const older = await buildOlderBook(test.system, visitors.responsable)
  const improvements = await buildSampleImprovements(test.system)
  const process = await buildSampleProcess(test.system, visitors.mejora)
  const project = await buildSampleProject(test.system)
  const viewId = await buildSampleView(visitors.responsable)
  const organisation = await buildSampleOrganisation(test.system, visitors.admin)
  const { caseNumber } = cases.answered.receipt
  const themes = await buildThemes(test.system, { ...analysis, caseNumber })
  const handover = await buildSampleHandover(test.system, visitors.responsable)
  const template = await buildSampleTemplate(test.system, caseNumber)
  await followAll(visitors, cases)
  const request = await buildSampleRequest(visitors)
  const parts: Record<string, string> = {
    slug: 'demo',
    kind: 'procedure',
    template: 'case_received',
    language: 'es',
    caseNumber: receiptNumber(visitors),
    accountId: await linked(visitors.admin, 'cuentas', '([0-9a-f-]{36})'),
    viewId,
    ...doors,
    ...request,
    ...organisation,
    ...analysis,
    ...older,
    ...themes,
    ...handover,
    ...template,
    ...improvements,
    ...process,
    ...project,
  }
  return {
    test,
    app,
    visitors,
    addressOf: (path, { of }) =>
      path.replaceAll(/:(\w+)/g, (whole, name: string) => {
        if (name === 'caseNumber' && of) return cases[of].receipt.caseNumber
        return parts[name] ?? whole
      }),
    async close() {
      await app.close()
      await test.close()
    },
  }
}
