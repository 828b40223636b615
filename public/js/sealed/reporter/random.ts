import type { Random } from '../../../../src/corruption-reports/sealing/index.ts'

export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))
