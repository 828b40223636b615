import type { Role } from '../../people/index.ts'

/** Who reads how many reports there were, and none of them. */
export const FIGURE_READERS: readonly Role[] = [
  'integrity_officer',
  'alternate_authority',
  'auditor',
  'chief_administrator',
]

export const FIGURES_PATH = 'cifras-denuncias'
