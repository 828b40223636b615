import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { BrowserProgram } from './machine-browser.ts'
import { untar } from './untar.ts'

const decompress = promisify(brotliDecompress)

/**
 * @sparticuz/chromium brings a compressed Chromium. Its own unpacking goes to the temporary folder,
 * where the first user's copy shuts out the others: ours lies beside the packages.
 */
export async function unpackBrowser(): Promise<BrowserProgram> {
  const packed = fileURLToPath(new URL('bin/', packageFolder()))
  const { version } = JSON.parse(
    await readFile(new URL('package.json', packageFolder()), 'utf8'),
  ) as { version: string }
  const cache = join(dirname(dirname(dirname(packed))), '.cache')
  const folder = join(cache, `libro-abierto-chromium-${version}`)
  if (!existsSync(folder)) await unpack(packed, cache, folder)
  const executablePath = join(folder, 'chromium')
  return { executablePath, env: { ...fontsIfNone(folder), ...librariesIfMissing(folder) } }
}

function packageFolder(): URL {
  return new URL('../../', import.meta.resolve('@sparticuz/chromium'))
}

/** Several workers may unpack together: the first to finish gives its copy the name. */
async function unpack(packed: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const draft = await mkdtemp(join(cache, 'unpacking-'))
  await writeFile(join(draft, 'chromium'), await inflate(packed, 'chromium.br'))
  await chmod(join(draft, 'chromium'), 0o755)
  await untar(await inflate(packed, 'swiftshader.tar.br'), draft)
  await untar(await inflate(packed, 'fonts.tar.br'), join(draft, 'fonts'))
  await untar(await inflate(packed, 'al2023.tar.br'), join(draft, 'libraries'))
  await writeFile(join(draft, 'fonts', 'fonts.conf'), fontConfiguration(join(folder, 'fonts')))
  await chmod(draft, 0o755)
  try {
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true })
    if (!existsSync(folder)) throw error
  }
}

async function inflate(packed: string, name: string): Promise<Buffer> {
  return decompress(await readFile(join(packed, name)))
}

/** The packed one names folders that only its own host has. */
function fontConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`
}

function fontsIfNone(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
}

/** A bare machine has no libnss3 and others; those in the package are used only then. */
function librariesIfMissing(folder: string): Record<string, string> {
  const { status } = spawnSync(join(folder, 'chromium'), ['--version'])
  return status === 0 ? {} : { LD_LIBRARY_PATH: join(folder, 'libraries', 'lib') }
}
