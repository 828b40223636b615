import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router } from 'express'
import { assetSources, buildAssets, builtAssetsFolder } from './build-assets.ts'
import { sealedFolder } from './build-sealed-scripts.ts'
import { themeStylesheet } from './theme.ts'

const manifestFile = join(builtAssetsFolder, 'manifest.json')

let manifest: Readonly<Record<string, string>> | null = null

/** The address of a built file, with its content's hash in its name: `asset('public.css')`. */
export function asset(name: string): string {
  manifest ??= JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>
  const file = manifest[name]
  if (!file) throw new Error(`No built file ${name}`)
  return `/assets/${file}`
}

/** The content of a built file, for what must be served under an address of its own. */
export function readAsset(name: string): Promise<string> {
  return readFile(join(builtAssetsFolder, asset(name).slice('/assets/'.length)), 'utf8')
}

/** Builds what `npm ci --ignore-scripts` left unbuilt, and what was changed since. */
export async function ensureAssets(): Promise<void> {
  const built = statSync(manifestFile, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (built < (await lastChange())) {
    await buildAssets()
    manifest = null
  }
}

async function lastChange(): Promise<number> {
  const names = await Promise.all(
    assetSources.map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((name) => join(folder, name)),
    ),
  )
  const files = await Promise.all(names.flat().map((name) => stat(name)))
  return Math.max(...files.map((file) => file.mtimeMs))
}

/** Mounted at /assets. Names change with contents, so browsers may keep them for a year. */
export function assetRoutes(): Router {
  const router = Router()
  router.get('/theme-:accent.css', themeStylesheet)
  router.use(
    express.static(builtAssetsFolder, {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  )
  return router
}

export interface BuiltScript {
  file: string
  sha256: string
}

/** What a browser runs of the sealed reports, for whoever wants to compare it with what they were served. */
export async function listSealedScripts(): Promise<BuiltScript[]> {
  const built = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, string>
  const files = Object.values(built).filter((file) => file.startsWith(`${sealedFolder}/`))
  return Promise.all(
    files.sort().map(async (file) => {
      const content = await readFile(join(builtAssetsFolder, file))
      return { file, sha256: createHash('sha256').update(content).digest('hex') }
    }),
  )
}
