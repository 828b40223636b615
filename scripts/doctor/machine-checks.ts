import { mkdtempSync, rmdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/config.ts'
import { openDataFolder } from '../../src/platform/data-folder.ts'
import { explainFailure } from '../../src/platform/explain-failure.ts'
import type { Finding } from './finding.ts'

const LOW_SPACE_BYTES = 2_000_000_000

export function checkMachine(config: Config): Finding[] {
  return [checkNode(), checkTimeZones(), checkFolder(config), checkSpace(config)]
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const good = major > 20 || (major === 20 && minor >= 19)
  return { good, text: `Node ${process.versions.node}${good ? '' : ': 20.19 or newer is needed'}` }
}

/** Due dates are reckoned in the zone of each administration: the machine must know them. */
function checkTimeZones(): Finding {
  const zones = Intl.supportedValuesOf('timeZone').length
  const good = zones > 300
  return { good, text: `${zones} time zones${good ? '' : ': this Node was built without them'}` }
}

function checkFolder({ dataDir }: Config): Finding {
  try {
    rmdirSync(mkdtempSync(join(openDataFolder(dataDir, 'secrets'), 'probe-')))
    return { good: true, text: `${dataDir} can be written` }
  } catch (error) {
    return { good: false, text: explainFailure(error) ?? `${dataDir} cannot be written` }
  }
}

function checkSpace({ dataDir }: Config): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const text = `${(free / 1e9).toFixed(1)} GB free under ${dataDir}`
  return { good: free > LOW_SPACE_BYTES, text }
}
