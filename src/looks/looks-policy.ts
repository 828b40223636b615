import type { Role } from '../people/index.ts'

/** The control body alone: who works with cases is read about here. */
export const readers: readonly Role[] = ['auditor']
