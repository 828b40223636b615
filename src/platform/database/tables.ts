/**
 * Every table, by name. Empty here on purpose: each feature adds the tables that it owns by
 * `declare module '../platform/database/tables.ts' { interface Tables { … } }` in its store.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}
