/**
 * Regimes: what the law or an administration's own terms say, as dated data from packs/. This feature
 * reads and applies them; no rule of any country stands in the code.
 */
export * from './applicable-rules.ts'
export * from './regime.ts'
