import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely'
import type { System } from '../../src/system.ts'

export interface CountedSystem {
  system: System
  /** Statements since it was asked last; begin and commit are not among them. */
  taken(): number
}

/** The same system, counting every statement that reaches its database. */
export function countStatements(system: System): CountedSystem {
  let count = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }: PluginTransformQueryArgs) => node,
    transformResult: async ({ result }: PluginTransformResultArgs) => {
      count += 1
      return result
    },
  }
  return {
    system: { ...system, db: system.db.withPlugin(counting) },
    taken: () => {
      const taken = count
      count = 0
      return taken
    },
  }
}
