import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

/** Where these scripts stand among the built files, and in the manifest. */
export const sealedFolder = 'sealed'

/** Those browsers know modules, BigInt and what else sealing needs. */
const target = 'es2020'

/**
 * The scripts of the sealed reports. Each file that stands directly in the folder is the script of a
 * page; what pages share stands in folders below. What they have in common, and what a page loads only
 * when it is needed, become files of their own. Names hold the hash of the content.
 */
export async function buildSealedScripts(
  source: string,
  folder: string,
): Promise<Record<string, string>> {
  const files = (await readdir(source)).filter((name) => name.endsWith('.ts'))
  const { metafile } = await build({
    entryPoints: files.map((name) => join(source, name)),
    outdir: join(folder, sealedFolder),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target,
    metafile: true,
    absWorkingDir: source,
    legalComments: 'none',
  })
  const pages = Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, { entryPoint = '' }]) => {
      const built = relative(folder, join(source, path))
      // what is loaded when it is needed is an entry too, but of no page
      return [files.includes(entryPoint) ? nameOf(entryPoint) : built, built]
    }),
  )
  return { ...pages, ...(await buildAlone(join(source, 'alone'), folder)) }
}

/** Scripts that travel inside a file of their own and may load nothing: each is whole. */
async function buildAlone(source: string, folder: string): Promise<Record<string, string>> {
  const files = existsSync(source) ? await readdir(source) : []
  const built = await Promise.all(
    files.map(async (file) => {
      const { metafile } = await build({
        entryPoints: [join(source, file)],
        outdir: join(folder, sealedFolder, 'alone'),
        entryNames: '[name]-[hash]',
        bundle: true,
        minify: true,
        format: 'iife',
        target,
        metafile: true,
        absWorkingDir: source,
        legalComments: 'none',
      })
      return Object.keys(metafile.outputs).map(
        (path) => [nameOf(`alone/${file}`), relative(folder, join(source, path))] as const,
      )
    }),
  )
  return Object.fromEntries(built.flat())
}

function nameOf(file: string): string {
  return `${sealedFolder}/${file.slice(0, -'.ts'.length)}.js`
}
