import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface BrowserProgram {
  executablePath: string
  /** What its process needs besides ours. */
  env: Record<string, string>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** CHROMIUM names one; otherwise the first that stands on the path. */
export function findMachineBrowser(): BrowserProgram | null {
  const given = process.env['CHROMIUM']
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const candidates = [
    ...(given ? [given] : []),
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...ELSEWHERE,
  ]
  const executablePath = candidates.find((path) => existsSync(path))
  return executablePath ? { executablePath, env: {} } : null
}
