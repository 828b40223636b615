import { formatDate } from '../../platform/i18n/index.ts'
import { renderView } from '../../platform/web/index.ts'
import { filesOf, type Around, type Shelved } from './around.ts'
import type { PlannedPack } from './plan-pack.ts'
import type { PlannedFile } from './shelf.ts'

/** Every document on one page, where it lies and what it is for. */
export function writeDocuments(
  { files }: PlannedPack,
  shelved: readonly Shelved[],
  around: Around,
): string {
  const { t, lang, year, centre, administration, leftOut } = around
  const showing = (file: PlannedFile) =>
    shelved
      .filter(({ evidence }) => filesOf(evidence).includes(file))
      .map(({ evidence }) => ({ name: evidence.name, href: `${evidence.folder}/index.html` }))
  return renderView('improvements/evidence-pack/documents', {
    ...{ t, lang, year, centre, administration },
    title: t('improvements-pack.all_documents'),
    files: files
      .filter((file) => !leftOut.has(file))
      .map((file) => ({
        path: file.path,
        title: file.title,
        on: file.on === null ? '' : formatDate(file.on, lang),
        evidences: showing(file),
      })),
  })
}
