import type { Log } from '../../log/index.ts'
import { AlreadyRunning, claimHome, type Claim } from './claim.ts'
import { findPackage } from './binaries.ts'
import type { Addresses } from './database.ts'
import { chooseHome, type Home } from './home.ts'
import { joinServer } from './join.ts'
import { startServer, type Settings } from './server.ts'

export { AlreadyRunning }

export interface EmbeddedDatabase extends Addresses {
  stop(): Promise<void>
}

/**
 * A real PostgreSQL from the npm registry as a child process, for whoever has none: started here,
 * stopped here. One process owns it; a command finds the owner's and joins it, a second server
 * says whose it is. What a killed owner left running is stopped first and started anew.
 */
export async function openEmbeddedDatabase(options: {
  dataDir: string
  log: Log
  as: 'server' | 'command'
  settings?: Settings
  /** Called when the server ends without being asked to. */
  onLost?: () => void
}): Promise<EmbeddedDatabase> {
  const home = chooseHome(options.dataDir, findPackage(), options.log)
  const claim = await claimHome(home.folder, options.as)
  if (!claim.ours) return join(home, claim, options.as)
  try {
    const server = await startServer(home, {
      log: options.log,
      settings: options.settings ?? {},
      onLost: options.onLost ?? (() => undefined),
    })
    const stop = async () => {
      await server.stop()
      claim.release()
    }
    return { url: server.url, adminUrl: server.adminUrl, stop }
  } catch (error) {
    claim.release()
    throw error
  }
}

async function join(home: Home, claim: Claim & { ours: false }, as: 'server' | 'command') {
  if (as === 'server') throw new AlreadyRunning(claim.owner, home.folder)
  return { ...(await joinServer(home)), stop: async () => undefined }
}
