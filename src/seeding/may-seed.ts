import { getAdministrationBySlug } from '../administrations/index.ts'
import { CannotStart, NotFound } from '../platform/errors.ts'
import type { System } from '../system.ts'

/** Invented cases stay for good: in production only the demonstration takes them. */
export async function maySeed(
  { db, config }: Pick<System, 'db' | 'config'>,
  slug: string,
): Promise<void> {
  const administration = await findBook(db, slug)
  if (administration.openedAt === null) {
    throw new CannotStart(`The book of ${slug} is not open yet. Nothing was changed.`)
  }
  if (config.environment === 'production' && !administration.demo) {
    throw new CannotStart(
      `The book of ${slug} is real: invented cases could never be taken out of it again. Nothing was changed.`,
    )
  }
}

async function findBook(db: System['db'], slug: string) {
  try {
    return await getAdministrationBySlug(db, slug)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    throw new CannotStart(`There is no administration ${slug}.`)
  }
}
