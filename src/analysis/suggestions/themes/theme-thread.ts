import { parentPort } from 'node:worker_threads'
import { findThemes, type Earlier } from './find-themes.ts'
import type { ThemeText } from './theme-text.ts'

export interface TextsToRead {
  texts: readonly ThemeText[]
  earlier: Earlier
}

/** Runs beside the pages. */
parentPort?.once('message', ({ texts, earlier }: TextsToRead) => {
  parentPort?.postMessage(findThemes(texts, earlier))
})
