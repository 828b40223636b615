import type { Response } from 'express'
import type { Administration } from '../book-rules.ts'

/** Shows the page in the name and colour of its administration, and says when it is a demonstration. */
export function wearTheme(
  response: Pick<Response, 'locals'>,
  administration: Administration,
): void {
  const { name, slug, theme, contact, demo } = administration
  const { accent, markUrl } = theme
  response.locals.administration = {
    name,
    href: `/${slug}`,
    accessibilityUrl: `/${slug}/accesibilidad`,
    ...(accent && { accent }),
    ...(markUrl && { markUrl }),
    ...(contact.quickExit && { quickExit: contact.quickExit }),
    help: {
      ...(contact.phone && { phone: contact.phone }),
      ...(contact.email && { email: contact.email }),
    },
  }
  response.locals.demo = demo
}
