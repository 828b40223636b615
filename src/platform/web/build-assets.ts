import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { build, stop as stopEsbuild } from 'esbuild'
import { buildSealedScripts } from './build-sealed-scripts.ts'

const root = join(import.meta.dirname, '../../..')
const sources = join(root, 'public')
export const builtAssetsFolder = join(sources, 'build')
export const assetSources = [
  ...['css', 'js', 'img'].map((name) => join(sources, name)),
  // what browsers share with the server
  ...[
    'corruption-reports/sealing',
    'channels/devices/sealing',
    'improvements/evaluation/tablet',
    'platform/hpke',
    'platform/web',
    'routing',
  ].map((folder) => join(root, 'src', folder)),
]

const styleTargets = ['chrome90', 'firefox90', 'safari14']
const scriptTarget = 'es2020'

/** Compiles styles and scripts and copies images, each under a name that holds its hash. */
export async function buildAssets(): Promise<void> {
  const folder = await mkdtemp(join(sources, '.build-'))
  try {
    await buildInto(folder)
    await replaceBuild(folder)
  } finally {
    // else its service would keep our process alive
    await stopEsbuild()
    await rm(folder, { recursive: true, force: true })
  }
}

async function buildInto(folder: string): Promise<void> {
  const manifest: Record<string, string> = Object.fromEntries(
    await Promise.all([
      ...['public', 'staff', 'kiosk'].map((name) =>
        keep(folder, `${name}.css`, () => stylesheet(name)),
      ),
      ...['public', 'staff'].map((name) => keep(folder, `${name}.js`, () => script(`${name}.js`))),
      keep(folder, 'board.js', () => script('board/board.ts')),
      keep(folder, 'photo-pair.js', () => script('photo-pair.js')),
      keep(folder, 'staff-charts.js', () => script('charts/staff-charts.ts')),
      keep(folder, 'kiosk.js', () => script('kiosk/app.ts')),
      keep(folder, 'visit.js', () => script('visit/app.ts')),
      keep(folder, 'offline-worker.js', () => script('offline/worker.ts', 'iife')),
      ...(await readdir(join(sources, 'img'))).map((name) =>
        keep(folder, name, () => readFile(join(sources, 'img', name))),
      ),
    ]),
  )
  Object.assign(manifest, await buildSealedScripts(join(sources, 'js/sealed'), folder))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
}

async function stylesheet(name: string): Promise<string> {
  // loaded here: who only looks up what is built should not carry its forty megabytes
  const { compileAsync } = await import('sass')
  const { css } = await compileAsync(join(sources, 'css', `${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  const result = await build({
    stdin: { contents: css, loader: 'css' },
    minify: true,
    write: false,
    target: styleTargets,
  })
  return textOf(result.outputFiles)
}

async function script(file: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const result = await build({
    entryPoints: [join(sources, 'js', file)],
    bundle: true,
    minify: true,
    format,
    target: scriptTarget,
    write: false,
    legalComments: 'none',
  })
  return textOf(result.outputFiles)
}

async function keep(folder: string, name: string, make: () => Promise<string | Buffer>) {
  const content = await make()
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`
  await writeFile(join(folder, hashed), content)
  return [name, hashed] as const
}

/** Old files stay for pages that are still open; the manifest goes last. */
async function replaceBuild(folder: string): Promise<void> {
  await mkdir(builtAssetsFolder, { recursive: true })
  const manifest = join(folder, 'manifest.json')
  await cp(folder, builtAssetsFolder, {
    recursive: true,
    filter: (source) => source !== manifest,
  })
  await rename(manifest, join(builtAssetsFolder, 'manifest.json'))
}

function textOf(files: readonly { text: string }[]): string {
  return files[0]?.text ?? ''
}
