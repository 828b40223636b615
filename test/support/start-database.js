import { tsImport } from 'tsx/esm/api'

/** One PostgreSQL for the whole run, with a template that every test's database is copied from. */
export default async function startDatabase() {
  const { startTestServer } = await tsImport('./test-server.ts', import.meta.url)
  globalThis.testServer = await startTestServer()
}
