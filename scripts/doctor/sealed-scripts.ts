import { ensureAssets, listSealedScripts } from '../../src/platform/web/index.ts'
import type { Terminal } from '../command-line/terminal.ts'

/** To be compared with what a browser was served: `sha256sum` of the saved script. */
export async function tellSealedScripts(terminal: Terminal): Promise<void> {
  await ensureAssets()
  for (const { file, sha256 } of await listSealedScripts()) {
    terminal.say(`sha256 ${sha256}  /assets/${file}`)
  }
}
