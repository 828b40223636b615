/** Where staff read what came to the mailbox. */
export const paths = {
  list: '/personal/:slug/correo',
  mail: '/personal/:slug/correo/:mailId',
  completion: '/personal/:slug/correo/:mailId/registro',
  dismissal: '/personal/:slug/correo/:mailId/descarte',
  addition: '/personal/:slug/correo/:mailId/informacion',
  return: '/personal/:slug/correo/:mailId/devolucion',
} as const

export type MailboxUrls = Record<keyof typeof paths, string>

export function mailboxUrls(slug: string, mailId = ''): MailboxUrls {
  const fill = (path: string) => path.replace(':slug', slug).replace(':mailId', mailId)
  const entries = Object.entries(paths).map(([name, path]) => [name, fill(path)])
  return Object.fromEntries(entries) as MailboxUrls
}
