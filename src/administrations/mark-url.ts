/** Where everybody sees the mark of an administration. */
export function markUrl(slug: string, markId: string): string {
  return `/${slug}/insignia/${markId}`
}

export function readMarkUrl(url: string | undefined): string | null {
  return /\/insignia\/([0-9a-f-]{36})$/.exec(url ?? '')?.[1] ?? null
}
