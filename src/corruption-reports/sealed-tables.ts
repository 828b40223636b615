/**
 * Every table of the schema of sealed reports. Each store adds those that it owns by
 * `declare module './sealed-tables.ts' { interface SealedTables { … } }`.
 */
export interface SealedTables {}
