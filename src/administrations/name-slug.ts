const LONGEST = 60

/** The short name for addresses that a name gives: "Oficina Centro Nº 2" is `oficina-centro-no-2`. */
export function nameSlug(name: string): string {
  const letters = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
}

/** The same, and another where somebody has it already. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = nameSlug(name)
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) {
    const next = `${slug}-${number}`
    if (!taken.has(next)) return next
  }
}
