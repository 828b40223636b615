/**
 * Every table, by name. Empty here on purpose: each feature adds the tables that it owns by
 * `declare module '../platform/database/tables.ts' { interface Tables { … } }` in its store.
 */
export interface Tables {}
